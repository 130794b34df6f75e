package requested_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/requested"
)

func TestSpotIsAskedForByTheMarketType(t *testing.T) {
	for _, c := range []struct {
		name   string
		market *types.InstanceMarketOptionsRequest
		want   bool
	}{
		{"no market", nil, false},
		{
			"options without a market type",
			&types.InstanceMarketOptionsRequest{SpotOptions: &types.SpotMarketOptions{}}, false,
		},
		{"another market type", &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeCapacityBlock}, false},
		{"spot", &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot}, true},
	} {
		if got := requested.Spot(&ec2.RunInstancesInput{InstanceMarketOptions: c.market}); got != c.want {
			t.Errorf("%s: got %t, want %t", c.name, got, c.want)
		}
	}
}

func TestHostIsAskedForByAnyOfThreeMembers(t *testing.T) {
	const group = "arn:aws:resource-groups:us-east-1:111122223333:group/macs"
	for _, c := range []struct {
		name  string
		place *types.Placement
		want  string
	}{
		{"no placement", nil, ""},
		{"no host", &types.Placement{Tenancy: types.TenancyDedicated}, ""},
		{"tenancy", &types.Placement{Tenancy: types.TenancyHost}, "Placement.Tenancy"},
		{"host", &types.Placement{HostId: new("h-0123456789abcdef0")}, "Placement.HostId"},
		{"group", &types.Placement{HostResourceGroupArn: new(group)}, "Placement.HostResourceGroupArn"},
	} {
		if got := requested.Host(&ec2.RunInstancesInput{Placement: c.place}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSwitchSpellsTheStatesOfEveryEnumeration(t *testing.T) {
	var endpoint types.InstanceMetadataEndpointState
	var snp types.AmdSevSnpSpecification
	requested.Switch(&endpoint, false)
	requested.Switch(&snp, true)
	if endpoint != types.InstanceMetadataEndpointStateDisabled || snp != types.AmdSevSnpSpecificationEnabled {
		t.Errorf("got %q and %q", endpoint, snp)
	}
}
