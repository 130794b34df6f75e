package launchtest_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// account is an account with one of each.
func account(opts ...launchtest.Option) []launchtest.Option {
	return append([]launchtest.Option{
		launchtest.Strict(),
		launchtest.Has(
			types.Image{ImageId: new("ami-0abcdef1234567890")},
			types.Image{ImageId: new("ami-0abcdef1234567891"), State: types.ImageStateDisabled},
		),
		launchtest.Has(types.Vpc{VpcId: new("vpc-0123456789abcdef0")}),
		launchtest.Has(types.Subnet{
			SubnetId: new("subnet-0123456789abcdef0"), VpcId: new("vpc-0123456789abcdef0"), CidrBlock: new("192.168.0.0/24"), AvailabilityZone: new("us-east-1c"),
			Ipv6CidrBlockAssociationSet: []types.SubnetIpv6CidrBlockAssociation{},
		}),
		launchtest.Has(types.SecurityGroup{GroupId: new("sg-0123456789abcdef0"), VpcId: new("vpc-0123456789abcdef0")}),
		launchtest.Has(types.KeyPairInfo{KeyName: new("admin")}),
		launchtest.Has(types.PlacementGroup{GroupName: new("blue")}),
		launchtest.Has(types.Snapshot{SnapshotId: new("snap-0123456789abcdef0")}),
		launchtest.Has(types.Host{HostId: new("h-0123456789abcdef0")}),
		launchtest.Has(types.CapacityReservation{CapacityReservationId: new("cr-0123456789abcdef0"), TotalInstanceCount: new(int32(1))}),
		launchtest.Has(types.NetworkInterface{NetworkInterfaceId: new("eni-0123456789abcdef0"), SubnetId: new("subnet-0123456789abcdef0")}),
	}, opts...)
}

func TestWhatDoesNotExistIsRefused(t *testing.T) {
	tests := []struct {
		reason string
		edit   func(*ec2.RunInstancesInput)
		code   string
	}{
		{"all defaults", func(in *ec2.RunInstancesInput) {}, ""},
		{"an image", func(in *ec2.RunInstancesInput) { in.ImageId = new("ami-0123456789abcdef0") }, "InvalidAMIID.NotFound"},
		{"no image ID", func(in *ec2.RunInstancesInput) { in.ImageId = new("web") }, "InvalidAMIID.Malformed"},
		{"a disabled image", func(in *ec2.RunInstancesInput) { in.ImageId = new("ami-0abcdef1234567891") }, "InvalidAMIID.Unavailable"},
		{"an image for another architecture", func(in *ec2.RunInstancesInput) { in.InstanceType = types.InstanceTypeC7gLarge }, "InvalidParameterValue"},
		{"Amazon's image", func(in *ec2.RunInstancesInput) {
			in.ImageId, in.InstanceType = new("ami-00000000000000002"), types.InstanceTypeC7gLarge
		}, ""},
		{"an instance type", func(in *ec2.RunInstancesInput) { in.InstanceType = "m99.huge" }, "InvalidParameterValue"},
		{"the key pair", func(in *ec2.RunInstancesInput) { in.KeyName = new("admin") }, ""},
		{"a key pair", func(in *ec2.RunInstancesInput) { in.KeyName = new("nobody") }, "InvalidKeyPair.NotFound"},
		{"the subnet", func(in *ec2.RunInstancesInput) { in.SubnetId = new("subnet-0123456789abcdef0") }, ""},
		{"a default subnet", func(in *ec2.RunInstancesInput) { in.SubnetId = new("subnet-00000000000000003") }, ""},
		{"a subnet", func(in *ec2.RunInstancesInput) { in.SubnetId = new("subnet-fedcba98765432100") }, "InvalidSubnetID.NotFound"},
		{"the group in its subnet", func(in *ec2.RunInstancesInput) {
			in.SubnetId, in.SecurityGroupIds = new("subnet-0123456789abcdef0"), []string{"sg-0123456789abcdef0"}
		}, ""},
		{"a group", func(in *ec2.RunInstancesInput) { in.SecurityGroupIds = []string{"sg-fedcba98765432100"} }, "InvalidGroup.NotFound"},
		{"a group of another VPC", func(in *ec2.RunInstancesInput) { in.SecurityGroupIds = []string{"sg-0123456789abcdef0"} }, "InvalidParameter"},
		{"a group by name", func(in *ec2.RunInstancesInput) { in.SecurityGroups = []string{"web"} }, "InvalidGroup.NotFound"},
		{"the default group by name", func(in *ec2.RunInstancesInput) { in.SecurityGroups = []string{"default"} }, ""},
		{"a zone", func(in *ec2.RunInstancesInput) { in.Placement = &types.Placement{AvailabilityZone: new("us-east-1z")} }, "InvalidZone.NotFound"},
		{"a zone elsewhere than the subnet", func(in *ec2.RunInstancesInput) {
			in.SubnetId, in.Placement = new("subnet-0123456789abcdef0"), &types.Placement{AvailabilityZone: new("us-east-1a")}
		}, "InvalidParameterValue"},
		{"the placement group", func(in *ec2.RunInstancesInput) { in.Placement = &types.Placement{GroupName: new("blue")} }, ""},
		{"a placement group", func(in *ec2.RunInstancesInput) { in.Placement = &types.Placement{GroupName: new("red")} }, "InvalidPlacementGroup.Unknown"},
		{"a placement group by ID", func(in *ec2.RunInstancesInput) {
			in.Placement = &types.Placement{GroupId: new("pg-0123456789abcdef0")}
		}, "InvalidPlacementGroup.Unknown"},
		{"the host", func(in *ec2.RunInstancesInput) { in.Placement = &types.Placement{HostId: new("h-0123456789abcdef0")} }, ""},
		{"a host", func(in *ec2.RunInstancesInput) { in.Placement = &types.Placement{HostId: new("h-fedcba98765432100")} }, "InvalidHostID.NotFound"},
		{"a snapshot", func(in *ec2.RunInstancesInput) {
			in.BlockDeviceMappings = []types.BlockDeviceMapping{{DeviceName: new("/dev/sdb"), Ebs: &types.EbsBlockDevice{SnapshotId: new("snap-fedcba98765432100")}}}
		}, "InvalidSnapshot.NotFound"},
		{"a reservation", func(in *ec2.RunInstancesInput) {
			in.CapacityReservationSpecification = reserved("cr-fedcba98765432100")
		}, "InvalidCapacityReservationId.NotFound"},
		{"the reservation", func(in *ec2.RunInstancesInput) {
			in.CapacityReservationSpecification = reserved("cr-0123456789abcdef0")
		}, ""},
		{"more than is reserved", func(in *ec2.RunInstancesInput) {
			in.MinCount, in.MaxCount = new(int32(2)), new(int32(2))
			in.CapacityReservationSpecification = reserved("cr-0123456789abcdef0")
		}, "ReservationCapacityExceeded"},
		{"the network interface", func(in *ec2.RunInstancesInput) { in.NetworkInterfaces = attached("eni-0123456789abcdef0") }, ""},
		{"a network interface", func(in *ec2.RunInstancesInput) { in.NetworkInterfaces = attached("eni-fedcba98765432100") }, "InvalidNetworkInterfaceID.NotFound"},
		{"an address of the subnet", func(in *ec2.RunInstancesInput) {
			in.SubnetId, in.PrivateIpAddress = new("subnet-0123456789abcdef0"), new("192.168.0.77")
		}, ""},
		{"an IPv6 address", func(in *ec2.RunInstancesInput) { in.Ipv6AddressCount = new(int32(1)) }, ""},
		{"an IPv6 address of a subnet that has none", func(in *ec2.RunInstancesInput) {
			in.SubnetId, in.Ipv6AddressCount = new("subnet-0123456789abcdef0"), new(int32(1))
		}, "InvalidParameterValue"},
		{"an address of another subnet", func(in *ec2.RunInstancesInput) {
			in.SubnetId, in.PrivateIpAddress = new("subnet-0123456789abcdef0"), new("10.0.0.77")
		}, "InvalidParameterValue"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t, account()...)
			in := request("token", 1)
			test.edit(in)
			if _, err := srv.Client().RunInstances(t.Context(), in); code(err) != test.code {
				t.Errorf("got %v, want code %q", err, test.code)
			}
			if launched := srv.Alive() > 0; launched != (test.code == "") {
				t.Errorf("%d alive", srv.Alive())
			}
		})
	}
}

func reserved(id string) *types.CapacityReservationSpecification {
	return &types.CapacityReservationSpecification{CapacityReservationTarget: &types.CapacityReservationTarget{CapacityReservationId: &id}}
}

func attached(id string) []types.InstanceNetworkInterfaceSpecification {
	return []types.InstanceNetworkInterfaceSpecification{{DeviceIndex: new(int32(0)), NetworkInterfaceId: &id}}
}

func TestDescribingWhatDoesNotExistIsRefused(t *testing.T) {
	client := launchtest.Start(t, launchtest.Strict()).Client()
	for want, send := range map[string]func() error{
		"InvalidAMIID.NotFound": func() error {
			_, err := client.DescribeImages(t.Context(), &ec2.DescribeImagesInput{ImageIds: []string{"ami-0123456789abcdef0"}})
			return err
		},
		"InvalidSubnetID.NotFound": func() error {
			_, err := client.DescribeSubnets(t.Context(), &ec2.DescribeSubnetsInput{SubnetIds: []string{"subnet-0123456789abcdef0"}})
			return err
		},
		"InvalidGroup.NotFound": func() error {
			_, err := client.DescribeSecurityGroups(t.Context(), &ec2.DescribeSecurityGroupsInput{GroupIds: []string{"sg-0123456789abcdef0"}})
			return err
		},
		"InvalidVpcID.NotFound": func() error {
			_, err := client.DescribeVpcs(t.Context(), &ec2.DescribeVpcsInput{VpcIds: []string{"vpc-0123456789abcdef0"}})
			return err
		},
		"InvalidKeyPair.NotFound": func() error {
			_, err := client.DescribeKeyPairs(t.Context(), &ec2.DescribeKeyPairsInput{KeyNames: []string{"admin"}})
			return err
		},
		"InvalidPlacementGroup.Unknown": func() error {
			_, err := client.DescribePlacementGroups(t.Context(), &ec2.DescribePlacementGroupsInput{GroupNames: []string{"blue"}})
			return err
		},
		"InvalidCapacityReservationId.NotFound": func() error {
			_, err := client.DescribeCapacityReservations(t.Context(), &ec2.DescribeCapacityReservationsInput{CapacityReservationIds: []string{"cr-0123456789abcdef0"}})
			return err
		},
		"InvalidHostID.NotFound": func() error {
			_, err := client.DescribeHosts(t.Context(), &ec2.DescribeHostsInput{HostIds: []string{"h-0123456789abcdef0"}})
			return err
		},
		"InvalidSnapshot.NotFound": func() error {
			_, err := client.DescribeSnapshots(t.Context(), &ec2.DescribeSnapshotsInput{SnapshotIds: []string{"snap-0123456789abcdef0"}})
			return err
		},
		"InvalidNetworkInterfaceID.NotFound": func() error {
			_, err := client.DescribeNetworkInterfaces(t.Context(), &ec2.DescribeNetworkInterfacesInput{NetworkInterfaceIds: []string{"eni-0123456789abcdef0"}})
			return err
		},
		"InvalidVolume.NotFound": func() error {
			_, err := client.DescribeVolumes(t.Context(), &ec2.DescribeVolumesInput{VolumeIds: []string{"vol-0123456789abcdef0"}})
			return err
		},
		"InvalidInstanceType": func() error {
			_, err := client.DescribeInstanceTypes(t.Context(), &ec2.DescribeInstanceTypesInput{InstanceTypes: []types.InstanceType{"m99.huge"}})
			return err
		},
		"InvalidZone.NotFound": func() error {
			_, err := client.DescribeAvailabilityZones(t.Context(), &ec2.DescribeAvailabilityZonesInput{ZoneNames: []string{"us-east-1z"}})
			return err
		},
	} {
		if err := send(); code(err) != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestAnAccountWithoutDefaultVPC(t *testing.T) {
	client := launchtest.Start(t, account(launchtest.NoDefaultVPC())...).Client()
	if _, err := client.RunInstances(t.Context(), request("token", 1)); code(err) != "VPCIdNotSpecified" {
		t.Errorf("got %v", err)
	}
	in := request("other", 1)
	in.SubnetId = new("subnet-0123456789abcdef0")
	if _, err := client.RunInstances(t.Context(), in); err != nil {
		t.Error(err)
	}
}

func TestATypeThatIsNotOfferedInTheZone(t *testing.T) {
	client := launchtest.Start(t, account(launchtest.Has(types.InstanceTypeOffering{
		InstanceType: types.InstanceTypeM7iLarge, Location: new("us-east-1c"), LocationType: types.LocationTypeAvailabilityZone,
	}))...).Client()
	if _, err := client.RunInstances(t.Context(), request("token", 1)); code(err) != "Unsupported" {
		t.Errorf("got %v", err)
	}
	in := request("other", 1)
	in.Placement = &types.Placement{AvailabilityZone: new("us-east-1c")}
	if _, err := client.RunInstances(t.Context(), in); err != nil {
		t.Error(err)
	}
	out, err := client.DescribeInstanceTypeOfferings(t.Context(), &ec2.DescribeInstanceTypeOfferingsInput{LocationType: types.LocationTypeAvailabilityZone})
	if err != nil || len(out.InstanceTypeOfferings) != 1 {
		t.Errorf("%v, %d offerings", err, len(out.InstanceTypeOfferings))
	}
}

func TestOptionsThatMakeNoSense(t *testing.T) {
	for want, opt := range map[string]launchtest.Option{
		"us-east-1z":   launchtest.Capacity("us-east-1z", 1),
		"eu-west-1a":   launchtest.Subnet("subnet-1", "eu-west-1a"),
		"Mars":         launchtest.Region("Mars"),
		"no ID":        launchtest.Has(types.Image{}),
		"not-a-block":  launchtest.Has(types.Subnet{SubnetId: new("subnet-1"), CidrBlock: new("not-a-block")}),
		"want 0 to 11": launchtest.Has(types.Subnet{SubnetId: new("subnet-1"), CidrBlock: new("10.0.0.0/28"), AvailableIpAddressCount: new(int32(12))}),
		"Count is -1":  launchtest.Has(types.Subnet{SubnetId: new("subnet-1"), AvailableIpAddressCount: new(int32(-1))}),
		"validator":    launchtest.Judge(nil),
		"is not given": launchtest.Has(types.NetworkInterface{NetworkInterfaceId: new("eni-1"), SubnetId: new("subnet-1")}),
	} {
		if _, err := launchtest.Open(opt); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
}

func TestAnotherRegion(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Region("ap-southeast-2"))
	launch(t, srv, request("token", 1))
	i := one(t, srv)
	if *i.Placement.AvailabilityZone != "ap-southeast-2a" || *i.Placement.AvailabilityZoneId != "apse2-az1" ||
		*i.PrivateDnsName != "ip-10-0-0-4.ap-southeast-2.compute.internal" || *i.PublicDnsName != "ec2-198-18-0-1.ap-southeast-2.compute.amazonaws.com" {
		t.Errorf("%s (%s), %s, %s", *i.Placement.AvailabilityZone, *i.Placement.AvailabilityZoneId, *i.PrivateDnsName, *i.PublicDnsName)
	}
	for region, want := range map[string]string{"mars-north-1": "AuthFailure", "eu-west-1": "", "ap-southeast-2": "", "": ""} {
		client := srv.Client(func(o *ec2.Options) { o.Region = region })
		if _, err := client.DescribeInstances(t.Context(), &ec2.DescribeInstancesInput{}); code(err) != want {
			t.Errorf("signed for %s: %v", region, err)
		}
	}
}

// EC2 stores a launch template of whatever it names, and warns.
func TestTemplatesThatNameWhatDoesNotExistAreStoredWithAWarning(t *testing.T) {
	client := launchtest.Start(t, account()...).Client()
	data := &types.RequestLaunchTemplateData{
		ImageId: new("ami-0123456789abcdef0"), KeyName: new("nobody"), SecurityGroupIds: []string{"sg-0123456789abcdef0", "sg-fedcba98765432100"},
		Placement: &types.LaunchTemplatePlacementRequest{GroupName: new("blue")},
	}
	codes := func(w *types.ValidationWarning) (codes []string) {
		if w == nil {
			return nil
		}
		for _, e := range w.Errors {
			codes = append(codes, *e.Code)
		}
		return codes
	}
	created, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data})
	if err != nil {
		t.Fatal(err)
	}
	if got := codes(created.Warning); !slices.Equal(got, []string{"InvalidAMIID.NotFound", "InvalidKeyPair.NotFound", "InvalidGroup.NotFound"}) {
		t.Errorf("got %q", got)
	}
	data = &types.RequestLaunchTemplateData{ImageId: new("ami-0abcdef1234567890"), KeyName: new("admin")}
	version, err := client.CreateLaunchTemplateVersion(t.Context(), &ec2.CreateLaunchTemplateVersionInput{LaunchTemplateName: new("web"), LaunchTemplateData: data})
	if err != nil || version.Warning != nil {
		t.Errorf("%v, %q", err, codes(version.Warning))
	}
}
