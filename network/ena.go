package network

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// ENAExpress sets whether TCP goes over ENA Express (ENA SRD); false takes UDP
// off it, too. The default is false. The instance type must support it, see the
// rule ena-express-unsupported.
func (f Interface) ENAExpress(on bool) Interface {
	f.spec.EnaSrdSpecification = enaExpress(f.spec.EnaSrdSpecification, on)
	return f
}

// ENAExpressUDP sets whether UDP goes over ENA Express; true takes TCP along.
// The default is false.
func (f Interface) ENAExpressUDP(on bool) Interface {
	f.spec.EnaSrdSpecification = enaExpressUDP(f.spec.EnaSrdSpecification, on)
	return f
}

// ENAQueueCount sets the number of ENA queues, a power of two, on types that
// let it be chosen. See the rules ena-queue-count-format and
// ena-queue-unsupported.
func (f Interface) ENAQueueCount(n int32) Interface {
	f.spec.EnaQueueCount = new(n)
	return f
}

// enaExpress returns a specification that sets ENA Express for TCP, and keeps
// what was set for UDP while it is on.
func enaExpress(was *types.EnaSrdSpecificationRequest, on bool) *types.EnaSrdSpecificationRequest {
	spec := types.EnaSrdSpecificationRequest{EnaSrdEnabled: new(on)}
	if on && was != nil {
		spec.EnaSrdUdpSpecification = was.EnaSrdUdpSpecification
	}
	return &spec
}

// enaExpressUDP returns a specification that sets ENA Express for UDP, and for
// TCP where it is on.
func enaExpressUDP(was *types.EnaSrdSpecificationRequest, on bool) *types.EnaSrdSpecificationRequest {
	spec := types.EnaSrdSpecificationRequest{
		EnaSrdUdpSpecification: &types.EnaSrdUdpSpecificationRequest{EnaSrdUdpEnabled: new(on)},
	}
	switch {
	case on:
		spec.EnaSrdEnabled = new(true)
	case was != nil:
		spec.EnaSrdEnabled = was.EnaSrdEnabled
	}
	return &spec
}
