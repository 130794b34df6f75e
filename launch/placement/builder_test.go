package placement_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/launch/placement"
)

const (
	hostID   = "h-0123456789abcdef0"
	groupID  = "pg-0123456789abcdef0"
	groupARN = "arn:aws:resource-groups:us-west-2:111122223333:group/hosts"
)

func TestApply(t *testing.T) {
	for _, tt := range []struct {
		name      string
		placement placement.Placement
		want      string
	}{
		{"nothing", placement.Ungrouped{}, `{}`},
		{"no group", placement.Grouped{}, `{}`},
		{"zone", placement.Zone("us-east-1a"), `{"Placement":{"AvailabilityZone":"us-east-1a"}}`},
		{"zone ID", placement.ZoneID("use1-az1"), `{"Placement":{"AvailabilityZoneId":"use1-az1"}}`},
		{
			"zone ID after zone",
			placement.Zone("us-east-1a").ZoneID("use1-az1"),
			`{"Placement":{"AvailabilityZoneId":"use1-az1"}}`,
		},
		{
			"zone after zone ID",
			placement.ZoneID("use1-az1").Zone("us-east-1a"),
			`{"Placement":{"AvailabilityZone":"us-east-1a"}}`,
		},
		{"dedicated", placement.Dedicated(), `{"Placement":{"Tenancy":"dedicated"}}`},
		{"default tenancy", placement.DefaultTenancy(), `{"Placement":{"Tenancy":"default"}}`},
		{
			"dedicated in a zone",
			placement.Zone("us-east-1a").Dedicated(),
			`{"Placement":{"AvailabilityZone":"us-east-1a","Tenancy":"dedicated"}}`,
		},
		{"group", placement.Group("blue"), `{"Placement":{"GroupName":"blue"}}`},
		{"group ID", placement.GroupID(groupID), `{"Placement":{"GroupId":"pg-0123456789abcdef0"}}`},
		{"partition", placement.Group("blue").Partition(2), `{"Placement":{"GroupName":"blue","PartitionNumber":2}}`},
		{
			"partition in a zone", placement.Group("blue").Partition(2).Zone("us-east-1a").Dedicated(),
			`{"Placement":{"AvailabilityZone":"us-east-1a","GroupName":"blue","PartitionNumber":2,"Tenancy":"dedicated"}}`,
		},
		{
			"group in a zone by ID",
			placement.Group("blue").Zone("us-east-1a").ZoneID("use1-az1"),
			`{"Placement":{"AvailabilityZoneId":"use1-az1","GroupName":"blue"}}`,
		},
		{
			"group, default tenancy",
			placement.GroupID(groupID).Dedicated().DefaultTenancy(),
			`{"Placement":{"GroupId":"pg-0123456789abcdef0","Tenancy":"default"}}`,
		},
		{
			"spread domain",
			placement.Group("blue").SpreadDomain("rack"),
			`{"Placement":{"GroupName":"blue","SpreadDomain":"rack"}}`,
		},
		{"any host", placement.AnyHost(), `{"Placement":{"Tenancy":"host"}}`},
		{"zero host", placement.Hosted{}, `{"Placement":{"Tenancy":"host"}}`},
		{
			"host",
			placement.Host(hostID).Zone("us-east-1a"),
			`{"Placement":{"AvailabilityZone":"us-east-1a","HostId":"h-0123456789abcdef0","Tenancy":"host"}}`,
		},
		{
			"host, affinity", placement.Host(hostID).Affinity(types.AffinityHost).ZoneID("use1-az1"),
			`{"Placement":{"Affinity":"host","AvailabilityZoneId":"use1-az1","HostId":"h-0123456789abcdef0","Tenancy":"host"}}`,
		},
		{
			"host resource group",
			placement.HostResourceGroup(groupARN),
			`{"Placement":{"HostResourceGroupArn":"` + groupARN + `","Tenancy":"host"}}`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var in ec2.RunInstancesInput
			placement.Host("h-fedcba98").Affinity(types.AffinityDefault).Apply(&in) // all of which is replaced
			tt.placement.Apply(&in)
			if diff := cmp.Diff(tt.want, text(t, &in)); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

func TestForksShareNothing(t *testing.T) {
	ungrouped := placement.Zone("us-east-1a").Dedicated()
	_, _, _ = ungrouped.Zone("us-east-1b"), ungrouped.ZoneID("use1-az1"), ungrouped.DefaultTenancy()
	grouped := placement.Group("blue").Partition(2).SpreadDomain("rack").Zone("us-east-1a").Dedicated()
	_, _, _ = grouped.Zone("us-east-1b"), grouped.ZoneID("use1-az1"), grouped.DefaultTenancy()
	_, _ = grouped.Partition(3), grouped.SpreadDomain("row")
	hosted := placement.Host(hostID).Affinity(types.AffinityHost).Zone("us-east-1a")
	_, _, _ = hosted.Zone("us-east-1b"), hosted.ZoneID("use1-az1"), hosted.Affinity(types.AffinityDefault)

	for _, tt := range []struct {
		base placement.Placement
		want string
	}{
		{ungrouped, `{"Placement":{"AvailabilityZone":"us-east-1a","Tenancy":"dedicated"}}`},
		{
			grouped,
			`{"Placement":{"AvailabilityZone":"us-east-1a","GroupName":"blue","PartitionNumber":2,` +
				`"SpreadDomain":"rack","Tenancy":"dedicated"}}`,
		},
		{
			hosted,
			`{"Placement":{"Affinity":"host","AvailabilityZone":"us-east-1a","HostId":"h-0123456789abcdef0",` +
				`"Tenancy":"host"}}`,
		},
	} {
		var changed, in ec2.RunInstancesInput
		tt.base.Apply(&changed)
		overwrite(changed.Placement)
		tt.base.Apply(&in)
		if diff := cmp.Diff(tt.want, text(t, &in)); diff != "" {
			t.Errorf("base after its forks and its request were changed (-want +got):\n%s", diff)
		}
	}
}

// overwrite writes through every pointer of p.
func overwrite(p *types.Placement) {
	for _, s := range []*string{p.Affinity, p.AvailabilityZone, p.GroupName, p.HostId, p.SpreadDomain} {
		if s != nil {
			*s = "overwritten"
		}
	}
	if p.PartitionNumber != nil {
		*p.PartitionNumber = 9
	}
}

// A request that is forked after Apply still holds what it held: nothing that
// is already in a request is written through.
func TestApplyStoresAfresh(t *testing.T) {
	held := &types.Placement{GroupName: new("blue")}
	in := ec2.RunInstancesInput{Placement: held}
	placement.Group("green").Apply(&in)
	if diff := cmp.Diff("blue", *held.GroupName); diff != "" || in.Placement == held {
		t.Errorf("the placement held before was written through (-want +got):\n%s", diff)
	}
}

func text(t *testing.T, in *ec2.RunInstancesInput) string {
	t.Helper()
	json, err := clijson.Encode(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(json)
}
