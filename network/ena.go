package network

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// ENAExpress sends TCP over ENA Express (ENA SRD). The instance type must
// support it, see the rule ena-express-unsupported.
func (f Interface) ENAExpress() Interface {
	f.spec.EnaSrdSpecification = enaExpress(f.spec.EnaSrdSpecification, false)
	return f
}

// ENAExpressUDP sends UDP over ENA Express, and TCP with it.
func (f Interface) ENAExpressUDP() Interface {
	f.spec.EnaSrdSpecification = enaExpress(f.spec.EnaSrdSpecification, true)
	return f
}

// ENAQueueCount sets the number of ENA queues, a power of two, on types that
// let it be chosen. See the rules ena-queue-count-format and
// ena-queue-unsupported.
func (f Interface) ENAQueueCount(n int32) Interface {
	f.spec.EnaQueueCount = new(n)
	return f
}

// enaExpress returns a specification that enables ENA Express for TCP, and also
// for UDP when that is asked for or was.
func enaExpress(was *types.EnaSrdSpecificationRequest, udp bool) *types.EnaSrdSpecificationRequest {
	spec := types.EnaSrdSpecificationRequest{EnaSrdEnabled: new(true)}
	if udp || was != nil && was.EnaSrdUdpSpecification != nil {
		spec.EnaSrdUdpSpecification = &types.EnaSrdUdpSpecificationRequest{EnaSrdUdpEnabled: new(true)}
	}
	return &spec
}
