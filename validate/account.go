package validate

import (
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// An Account is what an AWS account said about the things that a request names.
// It is safe for concurrent use, and what it hands out is not modified. Package
// launch/account asks one; tests may write their own.
type Account interface {
	// Find returns what the account said of a thing: found, a pointer to the
	// type of the [Resource], or nil for a thing that does not exist. known is
	// false where the account was not asked, or did not say.
	Find(resource, id string) (found any, known bool)
	// Read returns when the account was asked, and whether that was for the very
	// launch that is checked, not read from a file of another day.
	Read() (at time.Time, live bool)
}

// A Resource is a kind of thing that an account holds, in the SDK's own type. Of
// finds one:
//
//	subnet, known := validate.Subnet.Of(p, id)
//	// known: the account said; subnet == nil then: there is none
type Resource[T any] string

// The things that rules ask for, each with what identifies it.
const (
	Image               Resource[types.Image]                  = "Image"               // an ID
	Subnet              Resource[types.Subnet]                 = "Subnet"              // an ID
	Vpc                 Resource[types.Vpc]                    = "Vpc"                 // an ID; "" is the default VPC
	SecurityGroup       Resource[types.SecurityGroup]          = "SecurityGroup"       // an ID
	NetworkInterface    Resource[types.NetworkInterface]       = "NetworkInterface"    // an ID
	Snapshot            Resource[types.Snapshot]               = "Snapshot"            // an ID
	KeyPair             Resource[types.KeyPairInfo]            = "KeyPair"             // a name
	PlacementGroup      Resource[types.PlacementGroup]         = "PlacementGroup"      // a name or an ID
	CapacityReservation Resource[types.CapacityReservation]    = "CapacityReservation" // an ID
	Host                Resource[types.Host]                   = "Host"                // an ID
	AvailabilityZone    Resource[types.AvailabilityZone]       = "AvailabilityZone"    // a name or an ID
	Offerings           Resource[[]types.InstanceTypeOffering] = "Offerings"           // an instance type: the zones that have it
	LaunchTemplate      Resource[types.LaunchTemplateVersion]  = "LaunchTemplate"      // see [TemplateKey]

	InstanceType          Resource[types.InstanceTypeInfo]              = "InstanceType"          // an instance type
	SpotPrices            Resource[[]types.SpotPrice]                   = "SpotPrices"            // an instance type: its prices of now
	GroupAssociations     Resource[[]types.SecurityGroupVpcAssociation] = "GroupAssociations"     // the ID of a security group: further VPCs
	AddressHolder         Resource[types.NetworkInterface]              = "AddressHolder"         // see [AddressKey]
	SecondarySubnet       Resource[types.SecondarySubnet]               = "SecondarySubnet"       // an ID
	PlacementGroupMembers Resource[[]types.Instance]                    = "PlacementGroupMembers" // a name: what runs in the group
	AutoPlacement         Resource[[]types.Host]                        = "AutoPlacement"         // "": the available hosts with auto-placement
	Launched              Resource[[]types.Instance]                    = "Launched"              // a client token: what it launched

	// Where fast snapshot restore is set up, by the ID of a snapshot.
	FastRestores Resource[[]types.DescribeFastSnapshotRestoreSuccessItem] = "FastRestores"

	// Settings of the account, all identified by "".
	EncryptionByDefault Resource[bool]                                   = "EncryptionByDefault"
	MetadataDefaults    Resource[types.InstanceMetadataDefaultsResponse] = "MetadataDefaults"
	AllowedImages       Resource[string]                                 = "AllowedImages" // "enabled", "audit-mode" or "disabled"
	GroupsPerInterface  Resource[int]                                    = "GroupsPerInterface"

	// What other services tell.
	InstanceProfile Resource[Profile] = "InstanceProfile" // a name or an ARN
	EncryptionKey   Resource[Key]     = "EncryptionKey"   // what a KmsKeyId holds
)

// A Profile is what IAM says of an instance profile.
type Profile struct {
	ARN   string
	Roles int // how many roles it has
}

// A Key is what KMS says of a key.
type Key struct {
	State string // "Enabled", or why it cannot be used
	Spec  string // "SYMMETRIC_DEFAULT"
	Usage string // "ENCRYPT_DECRYPT"
}

// TemplateKey identifies the version of a launch template that a request names:
// by its ID or name, and the version as the request spells it. The ID or name
// alone is that of a template which has not that version.
func TemplateKey(t *types.LaunchTemplateSpecification) string {
	key := ""
	for _, part := range [...]*string{t.LaunchTemplateId, t.LaunchTemplateName} {
		if part != nil {
			key += *part
		}
	}
	if t.Version != nil && *t.Version != "" {
		return key + ":" + *t.Version
	}
	return key + ":$Default"
}

// AddressKey identifies a private address within a subnet.
func AddressKey(subnet, address string) string { return subnet + " " + address }

// Of returns what the account said of a thing. known is false where no account
// was asked or it did not say; found is nil where it said that there is none.
// The rule must list r in its Asks.
func (r Resource[T]) Of(p *Pass, id string) (found *T, known bool) {
	answer, known := p.find(string(r), id)
	if !known || answer == nil {
		return nil, known
	}
	found, known = answer.(*T)
	return found, known
}

// Named is [Resource.Of] for what a member of the request names: nil where the
// member is left out, where the account said that there is none, and where
// nothing is known.
func (r Resource[T]) Named(p *Pass, id *string) *T {
	if id == nil {
		return nil
	}
	found, _ := r.Of(p, *id)
	return found
}

// Name returns the name of r: "Image".
func (r Resource[T]) Name() string { return string(r) }

// New returns a pointer to the zero value of the type that r has.
func (r Resource[T]) New() any { return new(T) }

// An Asked is any [Resource].
type Asked interface {
	Name() string
	New() any
}

// Resources lists what the rules of the library ask for.
func Resources() []Asked {
	return []Asked{
		Image, Subnet, Vpc, SecurityGroup, NetworkInterface, Snapshot, KeyPair, PlacementGroup, CapacityReservation, Host,
		AvailabilityZone, Offerings, LaunchTemplate, InstanceType, SpotPrices, GroupAssociations, AddressHolder, SecondarySubnet,
		PlacementGroupMembers, AutoPlacement, Launched, FastRestores, AllowedImages, EncryptionByDefault, MetadataDefaults,
		GroupsPerInterface, InstanceProfile, EncryptionKey,
	}
}

// An Age says how what an account said about a thing may change.
type Age uint8

const (
	// Fixed is what a thing keeps for life: the blocks of a subnet, the
	// architecture of an image.
	Fixed Age = iota
	// Edited is what only somebody's doing changes: whether a key exists, and all
	// of what has a name alone, for it can be made anew. It rejects while it was
	// read for the launch at hand, else it warns.
	Edited
	// Moving is what changes by itself: the free addresses of a subnet, the
	// room of a reservation. It only warns.
	Moving
)

var ages = [...]string{Fixed: "fixed", Edited: "edited", Moving: "moving"}

// String returns the name of a.
func (a Age) String() string {
	if int(a) < len(ages) {
		return ages[a]
	}
	return "unknown age"
}

// With returns a validator that also runs the rules that ask an account, which
// is given. It shares all else with v, and costs no more than its own memory.
// What an account that is an [instancetype.Catalogue] knows of types stands
// before what v knows of them. Nil is no account.
func (v *Validator) With(account Account) *Validator {
	if v == nil {
		return nil
	}
	w := &Validator{program: v.program}
	w.account = account
	if live, ok := account.(instancetype.Catalogue); ok {
		w.facts = instancetype.Overlay(live, v.facts)
	}
	return w
}

// find asks the account.
func (p *Pass) find(resource, id string) (found any, known bool) {
	for _, a := range p.rule.Asks {
		if a.Name() == resource {
			return p.validator.account.Find(resource, id)
		}
	}
	panic(fault("it asks for " + clip(resource, maxQuoted) + ", which it does not list"))
}

// Asked returns the time at which the account was asked.
func (p *Pass) Asked() time.Time {
	at, _ := p.validator.account.Read()
	return at
}

// aged lowers the severity of a rule that asks the account as far as the age of
// the answer demands, and dates what was lowered.
func (p *Pass) aged() (Severity, string) {
	r := p.rule
	at, live := p.validator.account.Read()
	if live && r.Age == Edited || r.Age == Fixed && (live || !p.byParameter()) {
		return r.Severity, ""
	}
	return max(r.Severity, SeverityWarning), " (as of " + at.UTC().Format(time.RFC3339) + ")"
}

// byParameter reports whether the rule asks for an image that a parameter names,
// which may name another one by now.
func (p *Pass) byParameter() bool {
	asks := func(a Asked) bool { return a.Name() == Image.Name() }
	return p.Input.ImageId != nil && strings.HasPrefix(*p.Input.ImageId, "resolve:") && slices.ContainsFunc(p.rule.Asks, asks)
}
