package rules

import (
	"iter"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// interfaces yields the position of each network interface and the interface
// itself, in place: a rule must not modify it.
func interfaces(in *ec2.RunInstancesInput) iter.Seq2[int, *types.InstanceNetworkInterfaceSpecification] {
	return func(yield func(int, *types.InstanceNetworkInterfaceSpecification) bool) {
		for i := range in.NetworkInterfaces {
			if !yield(i, &in.NetworkInterfaces[i]) {
				return
			}
		}
	}
}

// secondaryInterfaces yields the position of each secondary interface and the
// interface itself, in place.
func secondaryInterfaces(in *ec2.RunInstancesInput) iter.Seq2[int, *types.InstanceSecondaryInterfaceSpecificationRequest] {
	return func(yield func(int, *types.InstanceSecondaryInterfaceSpecificationRequest) bool) {
		for i := range in.SecondaryInterfaces {
			if !yield(i, &in.SecondaryInterfaces[i]) {
				return
			}
		}
	}
}

// An owner is what a setting belongs to: a network interface, by its position,
// or the request itself.
type owner int

const request owner = -1

// at returns the path of a member of the owner.
func (o owner) at(member string, index ...int) string {
	if o == request {
		return validate.At(member, index...)
	}
	return validate.At("NetworkInterfaces[]."+member, append([]int{int(o)}, index...)...)
}

// groupList is a list of security groups, by ID or by name.
type groupList struct {
	owner
	member string
	groups []string
}

// groupLists yields all lists of security groups.
func groupLists(in *ec2.RunInstancesInput) iter.Seq[groupList] {
	return func(yield func(groupList) bool) {
		if !yield(groupList{request, "SecurityGroupIds", in.SecurityGroupIds}) ||
			!yield(groupList{request, "SecurityGroups", in.SecurityGroups}) {
			return
		}
		for i := range in.NetworkInterfaces {
			if !yield(groupList{owner(i), "Groups", in.NetworkInterfaces[i].Groups}) {
				return
			}
		}
	}
}

// ipv6Setting are what an owner says about IPv6 addresses.
type ipv6Setting struct {
	owner
	count       *int32
	addresses   []types.InstanceIpv6Address
	primary     *bool
	primaryName string // of the member that primary is
}

// ipv6Settings yields the settings of each interface or, when the request describes
// none, those of the request itself. Beside interfaces the latter are refused as
// a whole.
func ipv6Settings(in *ec2.RunInstancesInput) iter.Seq[ipv6Setting] {
	return func(yield func(ipv6Setting) bool) {
		if len(in.NetworkInterfaces) == 0 {
			yield(ipv6Setting{request, in.Ipv6AddressCount, in.Ipv6Addresses, in.EnablePrimaryIpv6, "EnablePrimaryIpv6"})
			return
		}
		for i := range in.NetworkInterfaces {
			nic := &in.NetworkInterfaces[i]
			if !yield(ipv6Setting{owner(i), nic.Ipv6AddressCount, nic.Ipv6Addresses, nic.PrimaryIpv6, "PrimaryIpv6"}) {
				return
			}
		}
	}
}

// count returns how many different groups a list has, as far as it may matter:
// a list no longer than enough is not searched for repetitions.
func (l groupList) count(enough int64) int64 {
	if n := int64(len(l.groups)); n <= enough {
		return n
	}
	return int64(len(slices.Compact(slices.Sorted(slices.Values(l.groups)))))
}
