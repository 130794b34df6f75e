// Package policy has rules that many houses (companies, teams) make for their
// launches. They run beside the rules of EC2.
//
//	house := policy.Policy{
//		RequireIMDSv2:  true,
//		EncryptVolumes: true,
//		InstanceTypes:  []string{"m7i.*", "c7i.large"},
//		Tags:           []policy.Tag{{Key: "owner", Pattern: `.+@example\.com`}},
//		MaxVCPUs:       128,
//	}
//	rules, err := house.Rules()
//	...
//	v, err := validate.NewValidator(launch.Rules(), validate.Also(rules...))
//
// [Load] reads a policy from JSON, so that a platform team can keep and review it
// as a file; package launch/policy/yaml reads YAML. What no field of a [Policy]
// requires, a rule of one's own does: see package validate.
//
// # Rules
//
// Each field of a [Policy] makes a rule or a few, and violations name it by its ID. So
// does validate.Skip, which switches it off. A validator takes one policy: put several
// together in one.
//
//	RequireIMDSv2          policy-imdsv2-required
//	EncryptVolumes         policy-volume-encryption-required
//	VolumeKeys             policy-volume-key-values
//	VolumeTypes            policy-volume-type-values
//	Images                 policy-image-values
//	ImageOwners            policy-image-owner-values
//	ImageNames             policy-image-name-values
//	InstanceTypes          policy-instance-type-values, policy-requirements-type-values
//	Subnets                policy-subnet-values
//	NoPublicAddress        policy-public-address-unsupported
//	Tags                   policy-tag-required, policy-fleet-tag-values
//	TerminationProtection  policy-termination-protection-required
//	NoDeprecated           policy-parameter-deprecated, policy-spot-parameter-deprecated, policy-spot-fleet-parameter-deprecated
//	MaxCount               policy-count-limit
//	MaxVCPUs               policy-vcpu-unknown, policy-vcpu-limit, policy-requirements-vcpu-limit
//	MaxVolumeGiB           policy-volume-size-limit
//	MaxVolumeIOPS          policy-volume-iops-limit
//
// # Launch templates
//
// The rules judge the data of launch templates, too (launch.CheckCall and the
// guard): the template must hold all that is required, since an Auto Scaling group
// launches from it, but for the image, the instance type and the subnet, which whoever
// launches from it often gives. So must each new version, whatever its source holds. A
// request that names a template may leave to it what is required. What the request says
// itself is judged, and must be right whatever the template says beside it. Requests
// are judged together with a template that was made elsewhere by template.Merge and
// account.Check.
//
// # Fleets and Spot requests
//
// The specifications of Spot requests and fleets are judged as launches are, and so are
// InstanceRequirements, which must keep to the types and vCPUs that are allowed. Some
// of them lack members, such as MetadataOptions, and cannot meet what a policy
// requires of these: such instances are launched by a template. MaxCount and the
// maxima of vCPUs and volumes take as the number of instances the MaxCount of a
// launch and the InstanceCount of RequestSpotInstances. They do not count the
// capacity of a fleet, which may be in units of its own.
//
// # Failing closed
//
// What cannot be counted is refused where a policy sets a maximum: a type that the
// catalogue does not list, and a volume without a size. So is a volume without a type
// where a policy lists the types. [Load] and [Policy.Rules] refuse a policy that
// requires nothing, and what cannot be meant: a list without an entry, a type without
// a size, a maximum below 1.
package policy
