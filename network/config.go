package network

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Config is how the instances of a request join their network: a [Subnet], a
// [DefaultVPC] or the list that [Interfaces] makes. The last one applied to a
// request is the one that holds.
type Config interface {
	// Apply writes the Config into a request, in place of all that the request
	// says about its network; the request shares nothing with it.
	Apply(in *ec2.RunInstancesInput)

	config()
}

// An Attachment is one element of [Interfaces]: an [Interface], an
// [ExistingInterface] or an [EFAOnlyInterface].
type Attachment interface {
	specification() types.InstanceNetworkInterfaceSpecification
}

// Interfaces describes the network by its interfaces, of which the one with
// device index 0 on network card 0 is the primary. How many an instance takes,
// and on which cards, is a matter of its type. Without any, EC2 makes one in the
// default VPC. A nil Attachment is an interface without a device index, which
// the rules refuse.
func Interfaces(attachments ...Attachment) Config {
	list := make(interfaceList, len(attachments))
	for i, a := range attachments {
		if a != nil {
			list[i] = a.specification()
		}
	}
	return list
}

type interfaceList []types.InstanceNetworkInterfaceSpecification

func (interfaceList) config() {}

func (l interfaceList) Apply(in *ec2.RunInstancesInput) {
	topLevel{}.apply(in)
	for _, spec := range l {
		in.NetworkInterfaces = append(in.NetworkInterfaces, sdkcopy.InstanceNetworkInterfaceSpecification(spec))
	}
}
