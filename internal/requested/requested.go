// Package requested tells what kind of launch a request asks for, where the
// rules of several areas have to know, and spells what builders ask for.
package requested

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Spot reports whether a request asks for Spot Instances. Options without the
// market type are not enough: EC2 refuses them.
func Spot(in *ec2.RunInstancesInput) bool {
	return in.InstanceMarketOptions != nil && in.InstanceMarketOptions.MarketType == types.MarketTypeSpot
}

// Host returns the member by which a request asks for a Dedicated Host, "" when
// none does.
func Host(in *ec2.RunInstancesInput) (path string) {
	place := in.Placement
	switch {
	case place == nil:
		return ""
	case place.Tenancy == types.TenancyHost:
		return "Placement.Tenancy"
	case place.HostId != nil:
		return "Placement.HostId"
	case place.HostResourceGroupArn != nil:
		return "Placement.HostResourceGroupArn"
	}
	return ""
}

// Switch sets an enumeration of the two states that EC2 calls enabled and
// disabled.
func Switch[State ~string](state *State, on bool) {
	*state = "disabled"
	if on {
		*state = "enabled"
	}
}
