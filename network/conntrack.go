package network

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// TCPEstablishedTimeout sets after how many idle seconds an established TCP
// connection is forgotten: 60 to 432000, by default 432000, or 350 on Nitro v6.
// See the rule conntrack-tcp-range.
func (f Interface) TCPEstablishedTimeout(seconds int32) Interface {
	spec := f.tracking()
	spec.TcpEstablishedTimeout = new(seconds)
	f.spec.ConnectionTrackingSpecification = &spec
	return f
}

// UDPStreamTimeout sets after how many idle seconds a UDP flow of several
// requests and responses is forgotten: 60 to 180, by default 180. See the rule
// conntrack-udp-stream-range.
func (f Interface) UDPStreamTimeout(seconds int32) Interface {
	spec := f.tracking()
	spec.UdpStreamTimeout = new(seconds)
	f.spec.ConnectionTrackingSpecification = &spec
	return f
}

// UDPTimeout sets after how many idle seconds a UDP flow in one direction, or
// of a single request and response, is forgotten: 30 to 60, by default 30. See
// the rule conntrack-udp-range.
func (f Interface) UDPTimeout(seconds int32) Interface {
	spec := f.tracking()
	spec.UdpTimeout = new(seconds)
	f.spec.ConnectionTrackingSpecification = &spec
	return f
}

// tracking returns a copy of the timeouts set so far.
func (f Interface) tracking() types.ConnectionTrackingSpecificationRequest {
	if f.spec.ConnectionTrackingSpecification == nil {
		return types.ConnectionTrackingSpecificationRequest{}
	}
	return *f.spec.ConnectionTrackingSpecification
}
