package cloud

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// maxThings is the most volumes, interfaces, addresses and tags that one request
// makes: what a request lists and counts is made for each of its instances.
const maxThings = 100_000

// bearable refuses a launch of so many instances that makes more than maxThings.
func bearable(in *ec2.RunInstancesInput, count int) error {
	if n := count * weight(in); n > maxThings {
		return wire.Refuse("InvalidParameterValue",
			"launchtest makes at most %d volumes, interfaces, addresses and tags in one launch; this one asks for %d", maxThings, n)
	}
	return nil
}

// weight returns how many things a request asks for with each instance.
func weight(in *ec2.RunInstancesInput) int {
	n := len(in.BlockDeviceMappings) + len(in.LicenseSpecifications) + len(in.SecurityGroups)
	for _, spec := range in.TagSpecifications {
		n += len(spec.Tags)
	}
	for _, spec := range specifications(in) {
		n += 1 + len(spec.Groups) +
			len(spec.PrivateIpAddresses) + len(spec.Ipv6Addresses) + len(spec.Ipv4Prefixes) + len(spec.Ipv6Prefixes) +
			counted(spec.SecondaryPrivateIpAddressCount) + counted(spec.Ipv6AddressCount) +
			counted(spec.Ipv4PrefixCount) + counted(spec.Ipv6PrefixCount)
	}
	return n
}
