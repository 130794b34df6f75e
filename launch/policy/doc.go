// Package policy has the rules that many houses make for their launches, ready
// to use beside those of EC2.
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
// [Load] reads a policy from JSON, so that a platform team can review and keep
// it as a file; package launch/policy/yaml reads YAML. What a policy does not
// cover is a rule of one's own: see package validate.
//
// # Launch templates
//
// The rules judge the data of launch templates, too (launch.CheckCall and the
// guard): what is required must stand in the template, for an Auto Scaling group
// launches with nothing else. In a request that names a template, what is
// required may be left to it; what the request says itself is judged. A
// template that was made elsewhere is judged together with the request by
// template.Merge and account.Check.
//
// # Fleets and Spot requests
//
// The specifications of Spot requests and fleets are judged as launches are. A
// member that a specification does not have, such as MetadataOptions, cannot
// meet what a policy requires: such a launch goes by a template. MaxCount and
// the limits on costs count the instances of a launch and those of
// RequestSpotInstances; the capacity of a fleet, which may be in units of its
// own, they do not.
//
// # Failing closed
//
// A limit on what an instance type has refuses types of which that is not
// known, and one on volumes those that do not give their size. [Load] and
// [Policy.Rules] refuse a policy that requires nothing, and what cannot be
// meant: a list without an entry, a type without a size, a maximum below 1.
package policy
