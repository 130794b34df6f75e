package launchtest_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// one returns the only instance of the server as DescribeInstances shows it.
func one(t *testing.T, srv *launchtest.Server) types.Instance {
	t.Helper()
	instances := described(describe(t, srv, &ec2.DescribeInstancesInput{}))
	if len(instances) != 1 {
		t.Fatalf("%d instances, want 1", len(instances))
	}
	return instances[0]
}

func TestAnInstanceOfDefaults(t *testing.T) {
	now := day
	srv := launchtest.Start(t, launchtest.Clock(stopped(now)))
	out := launch(t, srv, request("token", 1))

	vpc, subnet := new("vpc-00000000000000001"), new("subnet-00000000000000001")
	groups := []types.GroupIdentifier{{GroupId: new("sg-00000000000000001"), GroupName: new("default")}}
	association := &types.InstanceNetworkInterfaceAssociation{
		IpOwnerId: new("amazon"), PublicDnsName: new("ec2-198-18-0-1.compute-1.amazonaws.com"), PublicIp: new("198.18.0.1"),
	}
	running := types.Instance{
		AmiLaunchIndex: new(int32(0)),
		Architecture:   types.ArchitectureValuesX8664,
		BlockDeviceMappings: []types.InstanceBlockDeviceMapping{{DeviceName: new("/dev/xvda"), Ebs: &types.EbsInstanceBlockDevice{
			AttachTime: &now, DeleteOnTermination: new(true), Status: types.AttachmentStatusAttached, VolumeId: new("vol-00000000000000001"),
		}}},
		CapacityReservationSpecification: &types.CapacityReservationSpecificationResponse{
			CapacityReservationPreference: types.CapacityReservationPreferenceOpen,
		},
		ClientToken:             new("token"),
		CpuOptions:              &types.CpuOptions{CoreCount: new(int32(1)), ThreadsPerCore: new(int32(2))},
		CurrentInstanceBootMode: types.InstanceBootModeValuesLegacyBios,
		EbsOptimized:            new(false),
		EnaSupport:              new(true),
		EnclaveOptions:          &types.EnclaveOptions{Enabled: new(false)},
		HibernationOptions:      &types.HibernationOptions{Configured: new(false)},
		Hypervisor:              types.HypervisorTypeXen,
		ImageId:                 new("ami-0abcdef1234567890"),
		InstanceId:              new("i-00000000000000001"),
		InstanceType:            types.InstanceTypeM7iLarge,
		LaunchTime:              &now,
		MaintenanceOptions:      &types.InstanceMaintenanceOptions{AutoRecovery: types.InstanceAutoRecoveryStateDefault, RebootMigration: types.InstanceRebootMigrationStateDefault},
		MetadataOptions: &types.InstanceMetadataOptionsResponse{
			HttpEndpoint: types.InstanceMetadataEndpointStateEnabled, HttpProtocolIpv6: types.InstanceMetadataProtocolStateDisabled,
			HttpPutResponseHopLimit: new(int32(1)), HttpTokens: types.HttpTokensStateOptional,
			InstanceMetadataTags: types.InstanceMetadataTagsStateDisabled, State: types.InstanceMetadataOptionsStateApplied,
		},
		Monitoring:                &types.Monitoring{State: types.MonitoringStateDisabled},
		NetworkPerformanceOptions: &types.InstanceNetworkPerformanceOptions{BandwidthWeighting: types.InstanceBandwidthWeightingDefault},
		NetworkInterfaces: []types.InstanceNetworkInterface{{
			Association: association,
			Attachment: &types.InstanceNetworkInterfaceAttachment{
				AttachTime: &now, AttachmentId: new("eni-attach-00000000000000001"), DeleteOnTermination: new(true),
				DeviceIndex: new(int32(0)), NetworkCardIndex: new(int32(0)), Status: types.AttachmentStatusAttached,
			},
			Description:        new(""),
			Groups:             groups,
			InterfaceType:      new("interface"),
			MacAddress:         new("02:00:00:00:00:01"),
			NetworkInterfaceId: new("eni-00000000000000001"),
			OwnerId:            new("111122223333"),
			PrivateDnsName:     new("ip-10-0-0-4.ec2.internal"),
			PrivateIpAddress:   new("10.0.0.4"),
			PrivateIpAddresses: []types.InstancePrivateIpAddress{{
				Association: association, Primary: new(true), PrivateDnsName: new("ip-10-0-0-4.ec2.internal"), PrivateIpAddress: new("10.0.0.4"),
			}},
			SourceDestCheck: new(true),
			Status:          types.NetworkInterfaceStatusInUse,
			SubnetId:        subnet,
			VpcId:           vpc,
		}},
		Placement: &types.Placement{
			AvailabilityZone: new("us-east-1a"), AvailabilityZoneId: new("use1-az1"), GroupName: new(""), Tenancy: types.TenancyDefault,
		},
		PlatformDetails: new("Linux/UNIX"),
		PrivateDnsName:  new("ip-10-0-0-4.ec2.internal"),
		PrivateDnsNameOptions: &types.PrivateDnsNameOptionsResponse{
			HostnameType: types.HostnameTypeIpName, EnableResourceNameDnsARecord: new(false), EnableResourceNameDnsAAAARecord: new(false),
		},
		PrivateIpAddress:         new("10.0.0.4"),
		PublicDnsName:            association.PublicDnsName,
		PublicIpAddress:          association.PublicIp,
		RootDeviceName:           new("/dev/xvda"),
		RootDeviceType:           types.DeviceTypeEbs,
		SecurityGroups:           groups,
		SourceDestCheck:          new(true),
		State:                    &types.InstanceState{Code: new(int32(16)), Name: types.InstanceStateNameRunning},
		StateTransitionReason:    new(""),
		SubnetId:                 subnet,
		UsageOperation:           new("RunInstances"),
		UsageOperationUpdateTime: &now,
		VirtualizationType:       types.VirtualizationTypeHvm,
		VpcId:                    vpc,
	}
	if diff := cmp.Diff(running, one(t, srv), ignoreSerde, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("running (-want +got):\n%s", diff)
	}

	pending := running
	pending.State = &types.InstanceState{Code: new(int32(0)), Name: types.InstanceStateNamePending}
	pending.StateReason = &types.StateReason{Code: new("pending"), Message: new("pending")}
	pending.PublicIpAddress, pending.PublicDnsName = nil, new("")
	pending.BlockDeviceMappings = nil
	metadata, nic := *running.MetadataOptions, running.NetworkInterfaces[0]
	metadata.State = types.InstanceMetadataOptionsStatePending
	attachment, address := *nic.Attachment, nic.PrivateIpAddresses[0]
	attachment.Status = types.AttachmentStatusAttaching
	address.Association = nil
	nic.Association, nic.Attachment, nic.PrivateIpAddresses = nil, &attachment, []types.InstancePrivateIpAddress{address}
	pending.MetadataOptions, pending.NetworkInterfaces = &metadata, []types.InstanceNetworkInterface{nic}
	if diff := cmp.Diff([]types.Instance{pending}, out.Instances, ignoreSerde, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("answer of RunInstances (-want +got):\n%s", diff)
	}
	if *out.ReservationId != "r-00000000000000001" || *out.OwnerId != "111122223333" {
		t.Errorf("reservation %s of %s", *out.ReservationId, *out.OwnerId)
	}
}

func TestATerminatedInstanceHasNoNetworkAndNoVolumes(t *testing.T) {
	srv := launchtest.Start(t, launchtest.EndingFor(1), launchtest.Clock(stopped(day)))
	in := request("token", 1)
	in.TagSpecifications = []types.TagSpecification{{ResourceType: types.ResourceTypeInstance, Tags: []types.Tag{{Key: new("Name"), Value: new("web")}}}}
	launch(t, srv, in)
	one(t, srv)
	terminate(t, srv, "i-00000000000000001")
	if i := one(t, srv); i.State.Name != types.InstanceStateNameShuttingDown || len(i.NetworkInterfaces) != 1 || i.PrivateIpAddress == nil || i.PublicIpAddress != nil {
		t.Errorf("%s with %d interfaces", i.State.Name, len(i.NetworkInterfaces))
	}
	i := one(t, srv)
	got := []any{
		i.State.Name, i.NetworkInterfaces, i.BlockDeviceMappings, i.SecurityGroups, i.SubnetId, i.VpcId,
		i.PrivateIpAddress, i.PublicIpAddress, i.PrivateDnsName, i.PublicDnsName, i.StateReason.Code, i.StateTransitionReason, i.Tags[0].Value,
	}
	want := []any{
		types.InstanceStateNameTerminated, []types.InstanceNetworkInterface{}, []types.InstanceBlockDeviceMapping{}, []types.GroupIdentifier{},
		(*string)(nil), (*string)(nil), (*string)(nil), (*string)(nil), new(""), new(""), new("Client.UserInitiatedShutdown"),
		new("User initiated (2026-09-01 12:00:00 GMT)"), new("web"),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	volumes, err := srv.Client().DescribeVolumes(t.Context(), &ec2.DescribeVolumesInput{})
	if err != nil || len(volumes.Volumes) != 0 {
		t.Errorf("%v, %d volumes are left", err, len(volumes.Volumes))
	}
	nics, err := srv.Client().DescribeNetworkInterfaces(t.Context(), &ec2.DescribeNetworkInterfacesInput{})
	if err != nil || len(nics.NetworkInterfaces) != 0 {
		t.Errorf("%v, %d network interfaces are left", err, len(nics.NetworkInterfaces))
	}
}

func TestAnInstanceIsWhatItsRequestSays(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Subnet("subnet-b", "us-east-1b"))
	in := request("token", 1)
	in.InstanceType = types.InstanceTypeC7gLarge
	in.KeyName = new("admin")
	in.EbsOptimized = new(true)
	in.Monitoring = &types.RunInstancesMonitoringEnabled{Enabled: new(true)}
	in.IamInstanceProfile = &types.IamInstanceProfileSpecification{Name: new("web")}
	in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot}
	in.Placement = &types.Placement{GroupName: new("blue"), PartitionNumber: new(int32(2)), Tenancy: types.TenancyDedicated}
	in.CpuOptions = &types.CpuOptionsRequest{CoreCount: new(int32(1)), ThreadsPerCore: new(int32(1))}
	in.MetadataOptions = &types.InstanceMetadataOptionsRequest{HttpTokens: types.HttpTokensStateRequired, HttpPutResponseHopLimit: new(int32(3))}
	in.EnclaveOptions = &types.EnclaveOptionsRequest{Enabled: new(true)}
	in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{
		{
			DeviceIndex: new(int32(0)), SubnetId: new("subnet-b"), Groups: []string{"sg-1"}, PrivateIpAddress: new("10.1.0.9"),
			SecondaryPrivateIpAddressCount: new(int32(1)), Ipv6AddressCount: new(int32(1)), PrimaryIpv6: new(true), AssociatePublicIpAddress: new(true),
		},
		{
			DeviceIndex: new(int32(1)), NetworkInterfaceId: new("eni-0123456789abcdef0"),
			PrivateIpAddresses: []types.PrivateIpAddressSpecification{
				{PrivateIpAddress: new("10.1.0.20"), Primary: new(true)},
				{PrivateIpAddress: new("10.1.0.21")},
			},
		},
		{DeviceIndex: new(int32(2)), NetworkCardIndex: new(int32(1)), InterfaceType: new("efa-only")},
	}
	launch(t, srv, in)
	i := one(t, srv)
	got := []any{
		i.Architecture, i.CurrentInstanceBootMode, *i.KeyName, *i.EbsOptimized, i.Monitoring.State, *i.IamInstanceProfile.Arn,
		i.InstanceLifecycle, *i.SpotInstanceRequestId, *i.Placement.GroupName, *i.Placement.GroupId, *i.Placement.PartitionNumber, i.Placement.Tenancy,
		*i.Placement.AvailabilityZone, *i.CpuOptions.CoreCount, *i.CpuOptions.ThreadsPerCore, i.MetadataOptions.HttpTokens,
		*i.MetadataOptions.HttpPutResponseHopLimit, *i.EnclaveOptions.Enabled, *i.PrivateIpAddress, *i.Ipv6Address, *i.PublicIpAddress, *i.SecurityGroups[0].GroupId,
	}
	want := []any{
		types.ArchitectureValuesArm64, types.InstanceBootModeValuesUefi, "admin", true, types.MonitoringStateEnabled, "arn:aws:iam::111122223333:instance-profile/web",
		types.InstanceLifecycleTypeSpot, "sir-00000001", "blue", "pg-00000000000000001", int32(2), types.TenancyDedicated,
		"us-east-1b", int32(1), int32(1), types.HttpTokensStateRequired,
		int32(3), true, "10.1.0.9", "2001:db8:0:6::4", "198.18.0.1", "sg-1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	addresses := map[string][]string{}
	for _, n := range i.NetworkInterfaces {
		of := []string{*n.InterfaceType, *n.SubnetId}
		for _, a := range n.PrivateIpAddresses {
			of = append(of, *a.PrivateIpAddress)
		}
		addresses[*n.NetworkInterfaceId] = of
	}
	wantAddresses := map[string][]string{
		"eni-00000000000000001": {"interface", "subnet-b", "10.1.0.9", "10.6.0.4"},
		"eni-0123456789abcdef0": {"interface", "subnet-b", "10.1.0.20", "10.1.0.21"},
		"eni-00000000000000002": {"efa-only", "subnet-b"},
	}
	if diff := cmp.Diff(wantAddresses, addresses); diff != "" {
		t.Errorf("interfaces (-want +got):\n%s", diff)
	}
}

func TestDefaultsOfARequestThatSaysLittle(t *testing.T) {
	srv := launchtest.Start(t)
	in := request("token", 1)
	in.InstanceType = ""
	in.SecurityGroups = []string{"web"}
	in.IamInstanceProfile = &types.IamInstanceProfileSpecification{Arn: new("arn:aws:iam::111122223333:instance-profile/db")}
	i := launch(t, srv, in).Instances[0]
	if i.InstanceType != types.InstanceTypeM1Small {
		t.Errorf("type %s, want the documented default m1.small", i.InstanceType)
	}
	if *i.SecurityGroups[0].GroupName != "web" || *i.SecurityGroups[0].GroupId != "sg-00000000000000002" {
		t.Errorf("security group %s called %s", *i.SecurityGroups[0].GroupId, *i.SecurityGroups[0].GroupName)
	}
	if *i.IamInstanceProfile.Arn != *in.IamInstanceProfile.Arn {
		t.Errorf("profile %s, want %s", *i.IamInstanceProfile.Arn, *in.IamInstanceProfile.Arn)
	}
}

func TestAnAddressIsNeverHandedOutTwice(t *testing.T) {
	srv := launchtest.Start(t)
	explicit := request("explicit", 1)
	explicit.PrivateIpAddress = new("10.0.0.5")
	launch(t, srv, explicit)
	seen := map[string]bool{"10.0.0.5": true}
	for _, i := range launch(t, srv, request("automatic", 3)).Instances {
		if seen[*i.PrivateIpAddress] {
			t.Errorf("%s twice", *i.PrivateIpAddress)
		}
		seen[*i.PrivateIpAddress] = true
	}
	again := request("again", 1)
	again.PrivateIpAddress = new("10.0.0.5")
	if _, err := srv.Client().RunInstances(t.Context(), again); code(err) != "InvalidIPAddress.InUse" {
		t.Errorf("got %v, want InvalidIPAddress.InUse", err)
	}
	several := request("several", 2)
	several.PrivateIpAddress = new("10.0.0.200")
	if _, err := srv.Client().RunInstances(t.Context(), several); code(err) != "InvalidParameterCombination" {
		t.Errorf("got %v, want InvalidParameterCombination", err)
	}
	terminate(t, srv, "i-00000000000000001")
	describe(t, srv, &ec2.DescribeInstancesInput{}) // The address is free with the end of the instance.
	launch(t, srv, again)
}

func TestAFullSubnetTakesNoMore(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Has(types.Subnet{SubnetId: new("subnet-0123456789abcdef0"), CidrBlock: new("10.9.0.0/28")}))
	in := func(token string, n int32) *ec2.RunInstancesInput {
		in := request(token, n)
		in.SubnetId = new("subnet-0123456789abcdef0")
		return in
	}
	seen := map[string]bool{}
	for _, i := range launch(t, srv, in("a", 11)).Instances {
		seen[*i.PrivateIpAddress] = true
	}
	if len(seen) != 11 || !seen["10.9.0.4"] || !seen["10.9.0.14"] {
		t.Errorf("addresses %v", seen)
	}
	if _, err := srv.Client().RunInstances(t.Context(), in("b", 1)); code(err) != "InsufficientFreeAddressesInSubnet" {
		t.Errorf("got %v, want InsufficientFreeAddressesInSubnet", err)
	}
	out, err := srv.Client().DescribeSubnets(t.Context(), &ec2.DescribeSubnetsInput{SubnetIds: []string{"subnet-0123456789abcdef0"}})
	if err != nil || *out.Subnets[0].AvailableIpAddressCount != 0 {
		t.Errorf("%v, free %d", err, *out.Subnets[0].AvailableIpAddressCount)
	}
}

func TestASubnetHasTheFreeAddressesThatItIsGiven(t *testing.T) {
	const id = "subnet-0123456789abcdef0"
	in := func(token string, n int32) *ec2.RunInstancesInput {
		in := request(token, n)
		in.SubnetId = new(id)
		return in
	}
	for _, size := range []string{"10.9.0.0/28", "10.9.0.0/16"} {
		srv := launchtest.Start(t,
			launchtest.Has(types.Subnet{SubnetId: new(id), CidrBlock: &size, AvailableIpAddressCount: new(int32(2))}),
			launchtest.Has(types.NetworkInterface{NetworkInterfaceId: new("eni-0123456789abcdef0"), SubnetId: new(id)}),
		)
		free := func() int32 {
			out, err := srv.Client().DescribeSubnets(t.Context(), &ec2.DescribeSubnetsInput{SubnetIds: []string{id}})
			if err != nil {
				t.Fatal(err)
			}
			return *out.Subnets[0].AvailableIpAddressCount
		}
		if free() != 2 {
			t.Errorf("%s: %d addresses are free, want 2", size, free())
		}
		if _, err := srv.Client().RunInstances(t.Context(), in("three", 3)); code(err) != "InsufficientFreeAddressesInSubnet" {
			t.Errorf("%s: three instances: %v", size, err)
		}
		prefixed := in("prefixed", 1)
		prefixed.SubnetId, prefixed.NetworkInterfaces = nil, []types.InstanceNetworkInterfaceSpecification{{
			DeviceIndex: new(int32(0)), SubnetId: new(id), Ipv4PrefixCount: new(int32(1)),
		}}
		if _, err := srv.Client().RunInstances(t.Context(), prefixed); code(err) != "InsufficientCidrBlocks" {
			t.Errorf("%s: a prefix: %v", size, err)
		}
		launch(t, srv, in("two", 2))
		named := in("named", 1)
		named.PrivateIpAddress = new("10.9.0.9")
		if _, err := srv.Client().RunInstances(t.Context(), named); code(err) != "InsufficientFreeAddressesInSubnet" || free() != 0 {
			t.Errorf("%s: an address by name, with %d free: %v", size, free(), err)
		}
		terminate(t, srv, "i-00000000000000001")
		describe(t, srv, &ec2.DescribeInstancesInput{})
		if free() != 1 {
			t.Errorf("%s: after one of two instances has gone, %d addresses are free", size, free())
		}
	}
}
