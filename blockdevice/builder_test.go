package blockdevice_test

import (
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/internal/nocompile"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

const snapshot = "snap-0123456789abcdef0"

// constructed holds every method of every type, and the mapping it yields at
// device d.
var constructed = []struct {
	mapping blockdevice.Mapping
	want    string
}{
	{blockdevice.GP2(blockdevice.GiB(8)), `"Ebs":{"VolumeSize":8,"VolumeType":"gp2"}`},
	{blockdevice.IO1(blockdevice.GiB(8), 400), `"Ebs":{"Iops":400,"VolumeSize":8,"VolumeType":"io1"}`},
	{blockdevice.IO2(blockdevice.GiB(8), 400), `"Ebs":{"Iops":400,"VolumeSize":8,"VolumeType":"io2"}`},
	{blockdevice.ST1(blockdevice.GiB(125)), `"Ebs":{"VolumeSize":125,"VolumeType":"st1"}`},
	{blockdevice.SC1(blockdevice.GiB(125)), `"Ebs":{"VolumeSize":125,"VolumeType":"sc1"}`},
	{blockdevice.Standard(blockdevice.GiB(8)), `"Ebs":{"VolumeSize":8,"VolumeType":"standard"}`},
	{blockdevice.GP3(blockdevice.GiB(8)), `"Ebs":{"VolumeSize":8,"VolumeType":"gp3"}`},

	{blockdevice.GP2(blockdevice.FromSnapshot(snapshot)), `"Ebs":{"SnapshotId":"` + snapshot + `","VolumeType":"gp2"}`},
	{
		blockdevice.GP2(blockdevice.FromSnapshot(snapshot).GrowTo(20).InitializationRate(200).OutpostARN("arn")),
		`"Ebs":{"OutpostArn":"arn","SnapshotId":"` + snapshot +
			`","VolumeInitializationRate":200,"VolumeSize":20,"VolumeType":"gp2"}`,
	},
	{blockdevice.GP2(nil), `"Ebs":{"VolumeType":"gp2"}`},

	{blockdevice.GP2(blockdevice.GiB(8)).Encrypted(true), `"Ebs":{"Encrypted":true,"VolumeSize":8,"VolumeType":"gp2"}`},
	{blockdevice.GP2(blockdevice.GiB(8)).Encrypted(false), `"Ebs":{"Encrypted":false,"VolumeSize":8,"VolumeType":"gp2"}`},
	{blockdevice.GP2(blockdevice.GiB(8)).KMSKey("alias/data"),
		`"Ebs":{"Encrypted":true,"KmsKeyId":"alias/data","VolumeSize":8,"VolumeType":"gp2"}`},
	{blockdevice.GP2(blockdevice.GiB(8)).DeleteOnTermination(false),
		`"Ebs":{"DeleteOnTermination":false,"VolumeSize":8,"VolumeType":"gp2"}`},
	{blockdevice.GP2(blockdevice.GiB(8)).DeleteOnTermination(true),
		`"Ebs":{"DeleteOnTermination":true,"VolumeSize":8,"VolumeType":"gp2"}`},
	{blockdevice.GP2(blockdevice.GiB(8)).EBSCardIndex(1), `"Ebs":{"EbsCardIndex":1,"VolumeSize":8,"VolumeType":"gp2"}`},
	{blockdevice.GP2(blockdevice.GiB(8)).AvailabilityZone("us-east-1a"),
		`"Ebs":{"AvailabilityZone":"us-east-1a","VolumeSize":8,"VolumeType":"gp2"}`},
	{blockdevice.GP2(blockdevice.GiB(8)).AvailabilityZoneID("use1-az1"),
		`"Ebs":{"AvailabilityZoneId":"use1-az1","VolumeSize":8,"VolumeType":"gp2"}`},

	{blockdevice.GP3(blockdevice.GiB(8)).IOPS(4000).Throughput(500),
		`"Ebs":{"Iops":4000,"Throughput":500,"VolumeSize":8,"VolumeType":"gp3"}`},
	{blockdevice.GP3(blockdevice.GiB(8)).Encrypted(true), `"Ebs":{"Encrypted":true,"VolumeSize":8,"VolumeType":"gp3"}`},
	{blockdevice.GP3(blockdevice.GiB(8)).Encrypted(false), `"Ebs":{"Encrypted":false,"VolumeSize":8,"VolumeType":"gp3"}`},
	{blockdevice.GP3(blockdevice.GiB(8)).KMSKey("alias/data"),
		`"Ebs":{"Encrypted":true,"KmsKeyId":"alias/data","VolumeSize":8,"VolumeType":"gp3"}`},
	{blockdevice.GP3(blockdevice.GiB(8)).DeleteOnTermination(false),
		`"Ebs":{"DeleteOnTermination":false,"VolumeSize":8,"VolumeType":"gp3"}`},
	{blockdevice.GP3(blockdevice.GiB(8)).DeleteOnTermination(true),
		`"Ebs":{"DeleteOnTermination":true,"VolumeSize":8,"VolumeType":"gp3"}`},
	{blockdevice.GP3(blockdevice.GiB(8)).EBSCardIndex(1), `"Ebs":{"EbsCardIndex":1,"VolumeSize":8,"VolumeType":"gp3"}`},
	{blockdevice.GP3(blockdevice.GiB(8)).AvailabilityZone("us-east-1a"),
		`"Ebs":{"AvailabilityZone":"us-east-1a","VolumeSize":8,"VolumeType":"gp3"}`},
	{blockdevice.GP3(blockdevice.GiB(8)).AvailabilityZoneID("use1-az1"),
		`"Ebs":{"AvailabilityZoneId":"use1-az1","VolumeSize":8,"VolumeType":"gp3"}`},

	{blockdevice.Inherit(), `"Ebs":{}`},
	{blockdevice.Inherit().GrowTo(50), `"Ebs":{"VolumeSize":50}`},
	{blockdevice.Inherit().VolumeType(types.VolumeTypeIo2).IOPS(400), `"Ebs":{"Iops":400,"VolumeType":"io2"}`},
	{blockdevice.Inherit().Throughput(250), `"Ebs":{"Throughput":250}`},
	{blockdevice.Inherit().InitializationRate(300), `"Ebs":{"VolumeInitializationRate":300}`},
	{blockdevice.Inherit().Encrypted(true), `"Ebs":{"Encrypted":true}`},
	{blockdevice.Inherit().Encrypted(false), `"Ebs":{"Encrypted":false}`},
	{blockdevice.Inherit().KMSKey("alias/data"), `"Ebs":{"Encrypted":true,"KmsKeyId":"alias/data"}`},
	{blockdevice.Inherit().DeleteOnTermination(false), `"Ebs":{"DeleteOnTermination":false}`},
	{blockdevice.Inherit().DeleteOnTermination(true), `"Ebs":{"DeleteOnTermination":true}`},
	{blockdevice.Inherit().EBSCardIndex(1), `"Ebs":{"EbsCardIndex":1}`},

	{blockdevice.Ephemeral(3), `"VirtualName":"ephemeral3"`},
	{blockdevice.NoDevice(), `"NoDevice":""`},
}

func TestMap(t *testing.T) {
	for _, c := range constructed {
		want := decode(t, `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",`+c.want+`}]}`)
		got := decode(t, "{}")
		got.BlockDeviceMappings = []types.BlockDeviceMapping{c.mapping.Map("/dev/sdf")}
		if diff := cmp.Diff(encode(t, want), encode(t, got)); diff != "" {
			t.Errorf("%T: -want +got:\n%s", c.mapping, diff)
		}
	}
}

// TestEveryMemberCanBeSet finds the members of a mapping that no method sets.
func TestEveryMemberCanBeSet(t *testing.T) {
	set := map[string]bool{}
	mark := func(v reflect.Value) {
		for f, value := range v.Fields() {
			set[v.Type().Name()+"."+f.Name] = set[v.Type().Name()+"."+f.Name] || !f.IsExported() || !value.IsZero()
		}
	}
	for _, c := range constructed {
		m := c.mapping.Map("/dev/sdf")
		mark(reflect.ValueOf(m))
		if m.Ebs != nil {
			mark(reflect.ValueOf(*m.Ebs))
		}
	}
	for member, ok := range set {
		if !ok {
			t.Errorf("nothing sets %s", member)
		}
	}
}

func TestExclusions(t *testing.T) { nocompile.Run(t, "testdata/nocompile") }

func encode(t *testing.T, in *ec2.RunInstancesInput) string {
	t.Helper()
	text, err := clijson.Encode(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func decode(t *testing.T, spec string) *ec2.RunInstancesInput {
	t.Helper()
	in, err := ruletest.Decode(spec)
	if err != nil {
		t.Fatal(err)
	}
	return in
}
