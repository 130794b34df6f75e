package network

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Config is how the instances of a request join their network: a [Subnet], a
// [DefaultVPC] or the list that [Interfaces] makes. The last one applied to a
// request is the one that holds.
type Config interface {
	// Apply writes the Config into a request, in place of all that the request
	// says about its network; the request shares nothing with it.
	Apply(in *ec2.RunInstancesInput)
	// Err says what is wrong with an argument that the Config was made of, which
	// launch.Builder reports. It is nil where nothing is.
	Err() error

	config()
}

// An Attachment is one element of [Interfaces]: an [Interface], an
// [ExistingInterface] or an [EFAOnlyInterface].
type Attachment interface {
	specification() (types.InstanceNetworkInterfaceSpecification, part.Faults)
}

// Interfaces describes the network by its interfaces, of which the one with
// device index 0 on network card 0 is the primary. How many an instance takes,
// and on which cards, is a matter of its type. Without any, EC2 makes one in the
// default VPC. A nil Attachment is an interface without a device index, which
// launch.Builder and the rules refuse.
func Interfaces(attachments ...Attachment) Config {
	var list interfaceList
	for i, a := range attachments {
		var faults part.Faults
		spec, ok := part.Made(func() (spec types.InstanceNetworkInterfaceSpecification) {
			spec, faults = a.specification()
			return spec
		})
		if !ok {
			faults = part.Faults{missing("Interfaces", "")}
		}
		for _, f := range faults {
			f.Path = part.Below(fmt.Sprintf("NetworkInterfaces[%d]", i), f.Path)
			list.faults = append(list.faults, f)
		}
		list.specs = append(list.specs, spec)
	}
	return list
}

type interfaceList struct {
	specs  []types.InstanceNetworkInterfaceSpecification
	faults part.Faults
}

func (interfaceList) config() {}

func (l interfaceList) Apply(in *ec2.RunInstancesInput) {
	topLevel{}.apply(in)
	for _, spec := range l.specs {
		in.NetworkInterfaces = append(in.NetworkInterfaces, sdkcopy.InstanceNetworkInterfaceSpecification(spec))
	}
}

func (l interfaceList) Err() error { return l.faults.Err() }

// String returns the members of a request that l sets, as JSON.
func (l interfaceList) String() string { return part.String(l) }

// Equal reports whether l and m are the same interfaces.
func (l interfaceList) Equal(m interfaceList) bool {
	return part.Equal(l, m) && slices.Equal(l.faults, m.faults)
}
