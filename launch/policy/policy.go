package policy

import (
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// A Policy is what a house requires of a launch. Each field is a rule of its
// own; the zero value of a field requires nothing. Requirements and limits do
// not count what the account adds: the volumes of the image, the settings of the
// subnet.
//
// In patterns, * stands for any characters, also none, ? for any one, and all
// others for themselves, as in policies of IAM.
type Policy struct {
	// Page is the address of the page where the house explains its policy, which
	// violations name. Without it they name AWS's documentation.
	Page string `json:"page,omitempty"`

	// RequireIMDSv2 requires MetadataOptions.HttpTokens to be required, or the
	// metadata service to be disabled.
	RequireIMDSv2 bool `json:"requireIMDSv2,omitempty"`

	// EncryptVolumes requires Encrypted of every volume that the launch maps,
	// and VolumeKeys that KmsKeyId be one of them, as they are written there.
	EncryptVolumes bool     `json:"encryptVolumes,omitempty"`
	VolumeKeys     []string `json:"volumeKeys,omitempty"`

	// Images are the only ones to launch, by ID or resolve:ssm: name.
	Images []string `json:"images,omitempty"`
	// ImageOwners and ImageNames are patterns of the owners ("111122223333",
	// "amazon") and names ("al2023-*") of images. They ask the account, so
	// they speak only where one is at hand: see package account.
	ImageOwners []string `json:"imageOwners,omitempty"`
	ImageNames  []string `json:"imageNames,omitempty"`

	// InstanceTypes are patterns of the only types to launch: "m7i.*".
	InstanceTypes []string `json:"instanceTypes,omitempty"`
	// Subnets are the only ones to launch in. A launch must name one.
	Subnets []string `json:"subnets,omitempty"`
	// NoPublicAddress requires AssociatePublicIpAddress to be false on the primary
	// interface that the launch makes: where it is left out, the subnet decides.
	// No interface may ask for a public address or one of a carrier. IPv6
	// addresses are not judged.
	NoPublicAddress bool `json:"noPublicAddress,omitempty"`

	// Tags are required of what the launch makes.
	Tags []Tag `json:"tags,omitempty"`

	// TerminationProtection requires DisableApiTermination.
	TerminationProtection bool `json:"terminationProtection,omitempty"`
	// NoDeprecated refuses parameters that AWS has deprecated, of services that
	// have ended, and the kernels and RAM disks of paravirtual images.
	NoDeprecated bool `json:"noDeprecated,omitempty"`

	// MaxCount is the most instances of a launch.
	MaxCount int64 `json:"maxCount,omitempty"`
	// MaxVCPUs is the most vCPUs of a launch, all its instances together. A type
	// that the catalogue does not list is refused; one that it lists without
	// vCPUs gets a warning.
	MaxVCPUs int64 `json:"maxVCPUs,omitempty"`
	// MaxVolumeGiB and MaxVolumeIOPS are the most that the volumes have together
	// which the launch maps, for all instances. A volume must give its size, so
	// that it counts; one without Iops has those of its type and size, which do
	// not count.
	MaxVolumeGiB  int64 `json:"maxVolumeGiB,omitempty"`
	MaxVolumeIOPS int64 `json:"maxVolumeIOPS,omitempty"`
}

// A Tag is a tag that is required.
type Tag struct {
	// Resource is what must have the tag; empty is the instance.
	Resource types.ResourceType `json:"resource,omitempty"`
	// Key is the key of the tag, and Pattern a regular expression that matches
	// the whole of its value; an empty one matches every value.
	Key     string `json:"key"`
	Pattern string `json:"pattern,omitempty"`
}

// code is what EC2 would answer if a policy of IAM said the same.
const code = "UnauthorizedOperation"

// Rules returns the rules of the policy, for [validate.Also]. The [*Error] names
// all that is wrong with it, at most 100 faults.
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
	add(len(p.Images) > 0, images)
	add(len(p.ImageOwners) > 0, imageOwners)
	add(len(p.ImageNames) > 0, imageNames)
	add(len(p.InstanceTypes) > 0, instanceTypes)
	add(len(p.Subnets) > 0, subnets)
	add(p.NoPublicAddress, noPublicAddress)
	add(len(p.Tags) > 0, tags)
	add(p.TerminationProtection, terminationProtection)
	add(p.NoDeprecated, noDeprecated)
	add(p.MaxCount > 0, maxCount)
	add(p.MaxVCPUs > 0, knownVCPUs)
	add(p.MaxVCPUs > 0, maxVCPUs)
	add(p.MaxVolumeGiB > 0, maxVolumeGiB)
	add(p.MaxVolumeIOPS > 0, maxVolumeIOPS)
	return rules, nil
}

// elsewhere reports whether what a request leaves out is somebody else's to say:
// the launch template's that it names, or that an override goes with. What is
// left out of a template is not.
func elsewhere(p *validate.Pass) bool { return p.Templated() && !p.Stored() }

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
	if n := len(allowed) - most; n > 0 {
		return fmt.Sprintf("one of %s, and %d more", strings.Join(allowed[:most], ", "), n)
	}
	return "one of " + strings.Join(allowed, ", ")
}
