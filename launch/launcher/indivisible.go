package launcher

import (
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// togetherness says why a launch means less when it is split; empty when it
// does not.
func togetherness(in *ec2.RunInstancesInput) string {
	if in.LaunchTemplate != nil {
		return "the values of its launch template are not known"
	}
	if p := in.Placement; p != nil {
		switch {
		case p.PartitionNumber == nil && (aws.ToString(p.GroupName) != "" || aws.ToString(p.GroupId) != ""):
			return "one request places a group together"
		case aws.ToString(p.HostId) != "" || aws.ToString(p.HostResourceGroupArn) != "" ||
			p.Tenancy == types.TenancyHost:
			return "one request places its instances on a host together"
		}
	}
	if aws.ToInt32(in.MinCount) == aws.ToInt32(in.MaxCount) {
		return "EC2 launches an exact number as a whole or not at all"
	}
	return ""
}

// checkSingle refuses more than one instance where the request holds what only
// one can have.
func checkSingle(in *ec2.RunInstancesInput) error {
	if aws.ToInt32(in.MaxCount) <= 1 {
		return nil
	}
	var errs []error
	refuse := func(path string) {
		errs = append(errs, fmt.Errorf("%s: suits one instance, the spec asks for up to %d", path,
			aws.ToInt32(in.MaxCount)))
	}
	if aws.ToString(in.PrivateIpAddress) != "" {
		refuse("PrivateIpAddress")
	}
	if len(in.Ipv6Addresses) > 0 {
		refuse("Ipv6Addresses")
	}
	for i, ni := range in.NetworkInterfaces {
		at := func(member string) string { return fmt.Sprintf("NetworkInterfaces[%d].%s", i, member) }
		if aws.ToString(ni.NetworkInterfaceId) != "" {
			refuse(at("NetworkInterfaceId"))
		}
		if aws.ToString(ni.PrivateIpAddress) != "" {
			refuse(at("PrivateIpAddress"))
		}
		if len(ni.PrivateIpAddresses) > 0 {
			refuse(at("PrivateIpAddresses"))
		}
		if len(ni.Ipv6Addresses) > 0 {
			refuse(at("Ipv6Addresses"))
		}
	}
	return errors.Join(errs...)
}
