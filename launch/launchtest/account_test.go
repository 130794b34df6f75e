package launchtest_test

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func filterBy(name string, values ...string) []types.Filter {
	return []types.Filter{{Name: &name, Values: values}}
}

func TestWhatAnAccountHasByDefault(t *testing.T) {
	for _, opts := range [][]launchtest.Option{nil, {launchtest.Strict()}} {
		client := launchtest.Start(t, opts...).Client()
		var got []string
		zones, err := client.DescribeAvailabilityZones(t.Context(), &ec2.DescribeAvailabilityZonesInput{})
		if err != nil {
			t.Fatal(err)
		}
		for _, z := range zones.AvailabilityZones {
			got = append(got, *z.ZoneName+" "+*z.ZoneId)
		}
		vpcs, err := client.DescribeVpcs(t.Context(), &ec2.DescribeVpcsInput{Filters: filterBy("is-default", "true")})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range vpcs.Vpcs {
			got = append(got, *v.VpcId)
			for _, block := range v.CidrBlockAssociationSet {
				got = append(got, *block.CidrBlock)
			}
		}
		subnets, err := client.DescribeSubnets(t.Context(), &ec2.DescribeSubnetsInput{Filters: filterBy("default-for-az", "true")})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range subnets.Subnets {
			got = append(got, *s.SubnetId+" "+*s.AvailabilityZone+" "+*s.CidrBlock)
		}
		groups, err := client.DescribeSecurityGroups(t.Context(), &ec2.DescribeSecurityGroupsInput{})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range groups.SecurityGroups {
			got = append(got, *s.GroupId+" "+*s.GroupName)
		}
		images, err := client.DescribeImages(t.Context(), &ec2.DescribeImagesInput{Owners: []string{"amazon"}})
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range images.Images {
			got = append(got, *i.ImageId+" "+string(i.Architecture))
		}
		want := []string{
			"us-east-1a use1-az1", "us-east-1b use1-az2", "us-east-1c use1-az3", "us-east-1d use1-az4", "us-east-1e use1-az5", "us-east-1f use1-az6",
			"vpc-00000000000000001", "10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.4.0.0/16", "10.5.0.0/16",
			"subnet-00000000000000001 us-east-1a 10.0.0.0/16", "subnet-00000000000000002 us-east-1b 10.1.0.0/16", "subnet-00000000000000003 us-east-1c 10.2.0.0/16",
			"subnet-00000000000000004 us-east-1d 10.3.0.0/16", "subnet-00000000000000005 us-east-1e 10.4.0.0/16", "subnet-00000000000000006 us-east-1f 10.5.0.0/16",
			"sg-00000000000000001 default",
			"ami-00000000000000001 x86_64", "ami-00000000000000002 arm64",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestWhatIsNamedComesIntoBeing(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client()
	images, err := client.DescribeImages(t.Context(), &ec2.DescribeImagesInput{ImageIds: []string{"ami-0abcdef1234567890"}})
	if err != nil || len(images.Images) != 1 || images.Images[0].RootDeviceType != types.DeviceTypeEbs || *images.Images[0].BlockDeviceMappings[0].Ebs.VolumeSize != 8 {
		t.Errorf("%v, images %v", err, images)
	}
	subnets, err := client.DescribeSubnets(t.Context(), &ec2.DescribeSubnetsInput{SubnetIds: []string{"subnet-0123456789abcdef0"}})
	if err != nil || *subnets.Subnets[0].AvailabilityZone != "us-east-1a" || *subnets.Subnets[0].CidrBlock != "10.6.0.0/16" {
		t.Errorf("%v, subnets %v", err, subnets)
	}
	if out, err := client.DescribeKeyPairs(t.Context(), &ec2.DescribeKeyPairsInput{KeyNames: []string{"admin"}}); err != nil || *out.KeyPairs[0].KeyName != "admin" {
		t.Errorf("%v, key pairs %v", err, out)
	}
	if out, err := client.DescribePlacementGroups(t.Context(), &ec2.DescribePlacementGroupsInput{GroupNames: []string{"blue"}}); err != nil || *out.PlacementGroups[0].GroupName != "blue" {
		t.Errorf("%v, placement groups %v", err, out)
	}
	in := request("token", 1)
	in.SubnetId, in.Placement = new("subnet-fedcba98765432100"), &types.Placement{AvailabilityZone: new("us-east-1d")}
	if i := launch(t, srv, in).Instances[0]; *i.Placement.AvailabilityZone != "us-east-1d" {
		t.Errorf("a subnet lies in %s, though the request names another zone with it", *i.Placement.AvailabilityZone)
	}
}

func TestVolumesComeFromTheImageAndTheRequest(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Has(types.Image{ImageId: new("ami-0abcdef1234567890"), RootDeviceName: new("/dev/sda1"), BlockDeviceMappings: []types.BlockDeviceMapping{
		{DeviceName: new("/dev/sda1"), Ebs: &types.EbsBlockDevice{SnapshotId: new("snap-0123456789abcdef0"), VolumeSize: new(int32(20)), VolumeType: types.VolumeTypeGp2, DeleteOnTermination: new(true)}},
		{DeviceName: new("/dev/sdb"), Ebs: &types.EbsBlockDevice{VolumeSize: new(int32(30)), VolumeType: types.VolumeTypeGp3}},
		{DeviceName: new("/dev/sdc"), VirtualName: new("ephemeral0")},
	}}))
	in := request("token", 1)
	in.BlockDeviceMappings = []types.BlockDeviceMapping{
		{DeviceName: new("/dev/sda1"), Ebs: &types.EbsBlockDevice{VolumeSize: new(int32(100)), Iops: new(int32(4000)), VolumeType: types.VolumeTypeGp3}},
		{DeviceName: new("/dev/sdb"), NoDevice: new("")},
		{DeviceName: new("/dev/sdf"), Ebs: &types.EbsBlockDevice{VolumeSize: new(int32(500)), VolumeType: types.VolumeTypeSt1, DeleteOnTermination: new(false), Encrypted: new(true)}},
	}
	launch(t, srv, in)
	type row struct {
		Device, Snapshot string
		Size             int32
		Type             types.VolumeType
		Iops             int32
		Deleted          bool
		Encrypted        bool
		State            types.VolumeState
	}
	rows := func() (rows []row) {
		t.Helper()
		out, err := srv.Client().DescribeVolumes(t.Context(), &ec2.DescribeVolumesInput{})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range out.Volumes {
			r := row{Snapshot: *v.SnapshotId, Size: *v.Size, Type: v.VolumeType, Encrypted: *v.Encrypted, State: v.State}
			if v.Iops != nil {
				r.Iops = *v.Iops
			}
			for _, a := range v.Attachments {
				r.Device, r.Deleted = *a.Device, *a.DeleteOnTermination
			}
			rows = append(rows, r)
		}
		return rows
	}
	want := []row{
		{"/dev/sda1", "snap-0123456789abcdef0", 100, types.VolumeTypeGp3, 4000, true, false, types.VolumeStateInUse},
		{"/dev/sdf", "", 500, types.VolumeTypeSt1, 0, false, true, types.VolumeStateInUse},
	}
	if diff := cmp.Diff(want, rows()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	terminate(t, srv, "i-00000000000000001")
	want = []row{{"", "", 500, types.VolumeTypeSt1, 0, false, true, types.VolumeStateAvailable}}
	if diff := cmp.Diff(want, rows()); diff != "" {
		t.Errorf("after the end (-want +got):\n%s", diff)
	}
}

func TestAVolumeInheritsWhatTheRequestDoesNotSay(t *testing.T) {
	srv := launchtest.Start(t,
		launchtest.Has(types.Snapshot{SnapshotId: new("snap-0123456789abcdef0"), Encrypted: new(true)}),
		launchtest.Has(types.Image{ImageId: new("ami-0abcdef1234567890"), BlockDeviceMappings: []types.BlockDeviceMapping{{
			DeviceName: new("/dev/xvda"),
			Ebs: &types.EbsBlockDevice{
				VolumeSize: new(int32(20)), VolumeType: types.VolumeTypeGp3, Iops: new(int32(6000)), Throughput: new(int32(250)),
				Encrypted: new(true), KmsKeyId: new("alias/disks"),
			},
		}}}),
	)
	in := request("token", 1)
	in.BlockDeviceMappings = []types.BlockDeviceMapping{
		{DeviceName: new("/dev/xvda"), Ebs: &types.EbsBlockDevice{VolumeSize: new(int32(30))}},
		{DeviceName: new("/dev/sdf"), Ebs: &types.EbsBlockDevice{SnapshotId: new("snap-0123456789abcdef0")}},
	}
	launch(t, srv, in)
	out, err := srv.Client().DescribeVolumes(t.Context(), new(ec2.DescribeVolumesInput))
	if err != nil {
		t.Fatal(err)
	}
	root, copied := out.Volumes[0], out.Volumes[1]
	if *root.Size != 30 || *root.Iops != 6000 || *root.Throughput != 250 || !*root.Encrypted || root.KmsKeyId == nil {
		t.Errorf("of the image's root volume got %d GiB, %d IOPS, %d MiB/s, encrypted %t with %v",
			*root.Size, *root.Iops, *root.Throughput, *root.Encrypted, root.KmsKeyId)
	}
	if !*copied.Encrypted {
		t.Error("a volume of an encrypted snapshot is not encrypted")
	}
}

func TestInstanceTypesAreTheCatalogues(t *testing.T) {
	client := launchtest.Start(t, launchtest.Has(types.InstanceTypeInfo{InstanceType: "m99.huge", MemoryInfo: &types.MemoryInfo{SizeInMiB: new(int64(1))}})).Client()
	out, err := client.DescribeInstanceTypes(t.Context(), &ec2.DescribeInstanceTypesInput{InstanceTypes: []types.InstanceType{types.InstanceTypeM7iLarge, "m99.huge"}})
	if err != nil || len(out.InstanceTypes) != 2 {
		t.Fatalf("%v, %d types", err, len(out.InstanceTypes))
	}
	info, _ := instancetype.Lookup(types.InstanceTypeM7iLarge)
	for _, got := range out.InstanceTypes {
		if memory, _ := info.MemoryMiB(); got.InstanceType == types.InstanceTypeM7iLarge && *got.MemoryInfo.SizeInMiB != memory {
			t.Errorf("memory %d, want %d", *got.MemoryInfo.SizeInMiB, memory)
		}
	}
	arm, err := client.DescribeInstanceTypes(t.Context(), &ec2.DescribeInstanceTypesInput{
		Filters: append(filterBy("processor-info.supported-architecture", "arm64"), filterBy("instance-type", "c7g.*")...),
	})
	if err != nil || len(arm.InstanceTypes) == 0 || slices.ContainsFunc(arm.InstanceTypes, func(i types.InstanceTypeInfo) bool { return i.InstanceType[:4] != "c7g." }) {
		t.Errorf("%v, %d types", err, len(arm.InstanceTypes))
	}
	if _, err := client.DescribeInstanceTypes(t.Context(), &ec2.DescribeInstanceTypesInput{MaxResults: new(int32(101))}); code(err) != "InvalidParameterValue" {
		t.Errorf("got %v", err)
	}
	pages := ec2.NewDescribeInstanceTypeOfferingsPaginator(client, &ec2.DescribeInstanceTypeOfferingsInput{
		LocationType: types.LocationTypeAvailabilityZone, Filters: filterBy("location", "us-east-1a", "us-east-1b"),
	})
	n := 0
	for pages.HasMorePages() {
		page, err := pages.NextPage(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		n += len(page.InstanceTypeOfferings)
	}
	all := 1
	for range instancetype.All() {
		all++
	}
	if n != 2*all {
		t.Errorf("%d offerings in two zones of %d types", n, all)
	}
}

func TestPageTokensAreForOneAction(t *testing.T) {
	srv := launchtest.Start(t, launchtest.PageSize(1))
	launch(t, srv, request("token", 2))
	token := describe(t, srv, &ec2.DescribeInstancesInput{}).NextToken
	if _, err := srv.Client().DescribeVolumes(t.Context(), &ec2.DescribeVolumesInput{NextToken: token}); code(err) != "InvalidNextToken" {
		t.Errorf("got %v", err)
	}
}

func TestOfferingsOfAnUnknownKindOfLocationAreRefused(t *testing.T) {
	_, err := launchtest.Start(t).Client().DescribeInstanceTypeOfferings(t.Context(),
		&ec2.DescribeInstanceTypeOfferingsInput{LocationType: "availability_zone"})
	if code(err) != "InvalidParameterValue" {
		t.Errorf("got %v", err)
	}
}

func TestSettingsOfTheAccount(t *testing.T) {
	client := launchtest.Start(t).Client()
	if out, err := client.GetEbsEncryptionByDefault(t.Context(), &ec2.GetEbsEncryptionByDefaultInput{}); err != nil || *out.EbsEncryptionByDefault {
		t.Errorf("encryption by default: %v, %v", out, err)
	}
	if out, err := client.GetInstanceMetadataDefaults(t.Context(), &ec2.GetInstanceMetadataDefaultsInput{}); err != nil || out.AccountLevel == nil || out.AccountLevel.HttpTokens != "" {
		t.Errorf("metadata defaults: %v, %v", out, err)
	}
	out, err := client.DescribeAccountAttributes(t.Context(), &ec2.DescribeAccountAttributesInput{AttributeNames: []types.AccountAttributeName{types.AccountAttributeNameDefaultVpc}})
	if err != nil || len(out.AccountAttributes) != 1 || *out.AccountAttributes[0].AttributeValues[0].AttributeValue != "vpc-00000000000000001" {
		t.Errorf("attributes: %v, %v", out, err)
	}
	regions, err := client.DescribeRegions(t.Context(), &ec2.DescribeRegionsInput{Filters: filterBy("region-name", "us-*")})
	if err != nil || len(regions.Regions) != 4 {
		t.Errorf("%v, %d Regions of the United States outside GovCloud, want 4", err, len(regions.Regions))
	}
	if _, err := client.DescribeRegions(t.Context(), &ec2.DescribeRegionsInput{RegionNames: []string{"mars-north-1"}}); code(err) != "InvalidParameterValue" {
		t.Errorf("got %v", err)
	}
	if _, err := client.GetEbsEncryptionByDefault(t.Context(), &ec2.GetEbsEncryptionByDefaultInput{DryRun: new(true)}); code(err) != "DryRunOperation" {
		t.Errorf("got %v", err)
	}
}

func TestWhatAnAccountHasNoneOf(t *testing.T) {
	for _, opts := range [][]launchtest.Option{nil, {launchtest.Strict()}} {
		client := launchtest.Start(t, opts...).Client()
		if out, err := client.DescribeFastSnapshotRestores(t.Context(), &ec2.DescribeFastSnapshotRestoresInput{
			Filters: filterBy("snapshot-id", "snap-0123456789abcdef0"),
		}); err != nil || len(out.FastSnapshotRestores) > 0 {
			t.Errorf("fast snapshot restores: %v, %v", out, err)
		}
		if out, err := client.DescribeSecurityGroupVpcAssociations(t.Context(), &ec2.DescribeSecurityGroupVpcAssociationsInput{
			Filters: filterBy("group-id", "sg-00000000000000001"),
		}); err != nil || len(out.SecurityGroupVpcAssociations) > 0 {
			t.Errorf("associations: %v, %v", out, err)
		}
		if out, err := client.DescribeSpotPriceHistory(t.Context(), &ec2.DescribeSpotPriceHistoryInput{
			InstanceTypes: []types.InstanceType{types.InstanceTypeM7iLarge}, StartTime: &day, EndTime: &day, MaxResults: new(int32(1)),
		}); err != nil || len(out.SpotPriceHistory) > 0 {
			t.Errorf("Spot prices: %v, %v", out, err)
		}
		if out, err := client.DescribeSecondarySubnets(t.Context(), &ec2.DescribeSecondarySubnetsInput{}); err != nil || len(out.SecondarySubnets) > 0 {
			t.Errorf("secondary subnets: %v, %v", out, err)
		}
		if out, err := client.GetAllowedImagesSettings(t.Context(), &ec2.GetAllowedImagesSettingsInput{}); err != nil || *out.State != "disabled" {
			t.Errorf("allowed images: %v, %v", out, err)
		}
		_, err := client.DescribeSpotPriceHistory(t.Context(), &ec2.DescribeSpotPriceHistoryInput{Filters: filterBy("color", "blue")})
		if code(err) != "InvalidParameterValue" {
			t.Errorf("a filter that there is not: %v", err)
		}
		_, err = client.GetAllowedImagesSettings(t.Context(), &ec2.GetAllowedImagesSettingsInput{DryRun: new(true)})
		if code(err) != "DryRunOperation" {
			t.Errorf("a dry run: %v", err)
		}
	}
}

func TestASecondarySubnetExistsOnceItIsNamed(t *testing.T) {
	for want, opts := range [][]launchtest.Option{{launchtest.Strict()}, nil} {
		out, err := launchtest.Start(t, opts...).Client().DescribeSecondarySubnets(t.Context(), &ec2.DescribeSecondarySubnetsInput{
			SecondarySubnetIds: []string{"ss-0123456789abcdef0"},
		})
		if err != nil || len(out.SecondarySubnets) != want {
			t.Errorf("got %v, %v; want %d secondary subnets", out, err, want)
		}
	}
}
