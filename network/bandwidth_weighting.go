package network

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// BandwidthWeighting divides the baseline bandwidth of the instance between the
// network and its volumes: "default", "vpc-1" for more network and "ebs-1" for
// more EBS. The instance type must support it, see the rule
// bandwidth-weighting-unsupported. The zero value, "", asks for nothing.
type BandwidthWeighting types.InstanceBandwidthWeighting

// Apply writes w into a request, in place of what was there. The zero value
// leaves the request without NetworkPerformanceOptions.
func (w BandwidthWeighting) Apply(in *ec2.RunInstancesInput) {
	if w == "" {
		in.NetworkPerformanceOptions = nil
		return
	}
	in.NetworkPerformanceOptions = &types.InstanceNetworkPerformanceOptionsRequest{
		BandwidthWeighting: types.InstanceBandwidthWeighting(w),
	}
}
