package policy

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// A Policy is what a house requires of a launch. Each field is a rule of its own,
// whose ID the package documentation lists; the zero value of a field requires
// nothing. A policy judges what a request says, not what the account adds to it, such
// as the volumes of the image or the settings of the subnet.
//
// In patterns, * stands for any number of characters, ? for exactly one, and each
// other character for itself, as in policies of IAM.
type Policy struct {
	// Page is the address of the page where the house explains its policy, which
	// violations name. Without it they name AWS's documentation.
	Page string `json:"page,omitempty"`

	// RequireIMDSv2 requires that MetadataOptions.HttpTokens be required, or that
	// HttpEndpoint be disabled.
	RequireIMDSv2 bool `json:"requireIMDSv2,omitempty"`

	// EncryptVolumes requires that every volume which the launch maps be Encrypted.
	// VolumeKeys, which need EncryptVolumes, are the only values of KmsKeyId that
	// such a volume may have. They are compared as they are written, so that the ID
	// of a key and its alias differ. As with VolumeTypes, each volume must say so
	// itself.
	EncryptVolumes bool     `json:"encryptVolumes,omitempty"`
	VolumeKeys     []string `json:"volumeKeys,omitempty"`
	// VolumeTypes are the only types of the volumes that the launch maps: "gp3". Each
	// must give its VolumeType, since the type may otherwise be one of the image. So
	// must one of a launch that names a template: no page says whether EC2 keeps what
	// the template says of the same device.
	VolumeTypes []string `json:"volumeTypes,omitempty"`

	// Images are the only images to launch, by their ID or by a name that begins
	// with resolve:ssm:, compared as they are written.
	Images []string `json:"images,omitempty"`
	// ImageOwners are patterns of the owners of images ("111122223333", "amazon"),
	// and ImageNames of their names ("al2023-*"). An image must match one of each.
	// These rules ask the account about the image, and say nothing on a validator
	// that has no account: see package account.
	ImageOwners []string `json:"imageOwners,omitempty"`
	ImageNames  []string `json:"imageNames,omitempty"`

	// InstanceTypes are patterns of the only types to launch: "m7i.*".
	// InstanceRequirements must list AllowedInstanceTypes that match.
	InstanceTypes []string `json:"instanceTypes,omitempty"`
	// Subnets are the only subnets to launch in, by ID. A launch must name one.
	Subnets []string `json:"subnets,omitempty"`
	// NoPublicAddress requires that a launch set AssociatePublicIpAddress to false on
	// the primary interface that it makes, since the subnet decides where that is
	// left out. No interface may ask for a public address or one of a carrier. IPv6
	// addresses are not judged.
	NoPublicAddress bool `json:"noPublicAddress,omitempty"`

	// Tags are required of what the launch makes. Those that CreateFleet adds to
	// instances must match the same patterns.
	Tags []Tag `json:"tags,omitempty"`

	// TerminationProtection requires that DisableApiTermination be true.
	TerminationProtection bool `json:"terminationProtection,omitempty"`
	// NoDeprecated refuses parameters that AWS has deprecated, those of services
	// that have ended, and the kernels and RAM disks of paravirtual images.
	NoDeprecated bool `json:"noDeprecated,omitempty"`

	// MaxCount is the most instances that a launch may have.
	MaxCount int64 `json:"maxCount,omitempty"`
	// MaxVCPUs is the most vCPUs that all instances of a launch may have together,
	// by the defaults of their type, whatever CpuOptions turn off. A type that the
	// catalogue of the validator does not list is refused; a type that it lists
	// without the number of its vCPUs gets a warning. InstanceRequirements must have
	// a VCpuCount.Max.
	MaxVCPUs int64 `json:"maxVCPUs,omitempty"`
	// MaxVolumeGiB is the most GiB that the volumes which a launch maps may have
	// together, over all its instances. Each must give its VolumeSize, unless a
	// launch template may give it.
	MaxVolumeGiB int64 `json:"maxVolumeGiB,omitempty"`
	// MaxVolumeIOPS is the most IOPS that these volumes may have together by their
	// Iops. A volume without Iops counts as none, whatever its type provides.
	MaxVolumeIOPS int64 `json:"maxVolumeIOPS,omitempty"`
}

// A Tag is a tag that is required. A policy may require a key once of each
// resource.
type Tag struct {
	// Resource is the type of what must have the tag: "instance", "volume", or
	// "network-interface" where the launch makes one. Empty is the instance.
	Resource types.ResourceType `json:"resource,omitempty"`
	// Key is the key of the tag.
	Key string `json:"key"`
	// Pattern is a regular expression, in the syntax of package regexp, that must
	// match the whole value of the tag. Empty is any value.
	Pattern string `json:"pattern,omitempty"`
}

// resource is what must have the tag.
func (t Tag) resource() types.ResourceType { return cmp.Or(t.Resource, types.ResourceTypeInstance) }

// code is what EC2 would answer if a policy of IAM said the same.
const code = "UnauthorizedOperation"

// Rules returns the rules of the policy, for [validate.Also]. The error is an
// [*Error] that names all that is wrong with the policy, at most 100 faults.
func (p Policy) Rules() ([]*validate.Rule, error) {
	if found := p.faults(); len(found) > 0 {
		return nil, found.err()
	}
	var rules []*validate.Rule
	add := func(required bool, rule func(Policy) *validate.Rule) {
		if required {
			r := rule(p)
			r.Source.Page = p.Page
			rules = append(rules, r)
		}
	}
	add(p.RequireIMDSv2, imdsv2)
	add(p.EncryptVolumes, encrypted)
	add(len(p.VolumeKeys) > 0, keys)
	add(len(p.VolumeTypes) > 0, volumeTypes)
	add(len(p.Images) > 0, images)
	add(len(p.ImageOwners) > 0, imageOwners)
	add(len(p.ImageNames) > 0, imageNames)
	add(len(p.InstanceTypes) > 0, instanceTypes)
	add(len(p.InstanceTypes) > 0, requirementTypes)
	add(len(p.Subnets) > 0, subnets)
	add(p.NoPublicAddress, noPublicAddress)
	add(len(p.Tags) > 0, tags)
	add(len(p.Tags) > 0, fleetTags)
	add(p.TerminationProtection, terminationProtection)
	add(p.NoDeprecated, noDeprecated)
	add(p.NoDeprecated, noDeprecatedSpot)
	add(p.NoDeprecated, noDeprecatedSpotFleet)
	add(p.MaxCount > 0, maxCount)
	add(p.MaxVCPUs > 0, knownVCPUs)
	add(p.MaxVCPUs > 0, maxVCPUs)
	add(p.MaxVCPUs > 0, requirementVCPUs)
	add(p.MaxVolumeGiB > 0, maxVolumeGiB)
	add(p.MaxVolumeIOPS > 0, maxVolumeIOPS)
	return rules, nil
}

// elsewhere reports whether what a request leaves out is somebody else's to say:
// the launch template's that it names, or that an override goes with. What is
// left out of a template is not.
func elsewhere(p *validate.Pass) bool { return p.Templated() && !p.Stored() }

// typeElsewhere reports whether a launch leaves its instance type to a template, to
// whoever launches from one, or to requirements.
func typeElsewhere(p *validate.Pass) bool {
	return p.Input.InstanceType == "" && (p.Templated() || p.TypeChosen())
}

// anyMatches reports whether a name matches one of the patterns.
func anyMatches(patterns []string, name string) bool {
	for _, pattern := range patterns {
		if matches(pattern, name) {
			return true
		}
	}
	return false
}

// oneOf says which values are right, the first of them where there are many.
func oneOf(allowed []string) string {
	const most = 5
	switch n := len(allowed) - most; {
	case n > 0:
		return fmt.Sprintf("one of %s, and %d more", strings.Join(allowed[:most], ", "), n)
	case len(allowed) == 1:
		return allowed[0]
	}
	return "one of " + strings.Join(allowed, ", ")
}
