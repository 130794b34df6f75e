package account_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// furnished is an account with one of each, that refuses what names anything
// else.
func furnished(opts ...launchtest.Option) []launchtest.Option {
	return append([]launchtest.Option{
		launchtest.Strict(),
		launchtest.Has(
			types.Image{ImageId: new("ami-0abcdef1234567890")},
			types.Image{ImageId: new("ami-0abcdef1234567891"), State: types.ImageStateDisabled},
			types.Image{ImageId: new("ami-0abcdef1234567892"), Architecture: types.ArchitectureValuesArm64},
		),
		launchtest.Has(types.Vpc{VpcId: new("vpc-0123456789abcdef0")}),
		launchtest.Has(types.Subnet{
			SubnetId: new("subnet-0123456789abcdef0"), VpcId: new("vpc-0123456789abcdef0"), CidrBlock: new("192.168.0.0/24"),
			AvailabilityZone: new("us-east-1c"), Ipv6CidrBlockAssociationSet: []types.SubnetIpv6CidrBlockAssociation{},
		}),
		launchtest.Has(types.SecurityGroup{
			GroupId: new("sg-0123456789abcdef0"), GroupName: new("web"), VpcId: new("vpc-0123456789abcdef0"),
		}),
		launchtest.Has(types.KeyPairInfo{KeyName: new("ops")}),
		launchtest.Has(types.PlacementGroup{GroupName: new("blue"), Strategy: types.PlacementStrategyCluster}),
		launchtest.Has(types.Snapshot{SnapshotId: new("snap-0123456789abcdef0"), VolumeSize: new(int32(8))}),
		launchtest.Has(types.Host{HostId: new("h-0123456789abcdef0"), AvailabilityZone: new("us-east-1c")}),
		launchtest.Has(types.CapacityReservation{
			CapacityReservationId: new("cr-0123456789abcdef0"), InstanceType: new("m6i.large"),
			AvailabilityZone:   new("us-east-1c"),
			TotalInstanceCount: new(int32(1)), AvailableInstanceCount: new(int32(1)),
		}),
		launchtest.Has(types.NetworkInterface{
			NetworkInterfaceId: new("eni-0123456789abcdef0"), SubnetId: new("subnet-0123456789abcdef0"),
		}),
	}, opts...)
}

// whole names one thing of each kind that a launch can name together.
const whole = `{
	"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "KeyName": "ops", "ClientToken": "once",
	"SubnetId": "subnet-0123456789abcdef0", "SecurityGroupIds": ["sg-0123456789abcdef0"],
	"PrivateIpAddress": "192.168.0.77",
	"Placement": {"GroupName": "blue", "AvailabilityZone": "us-east-1c"},
	"CapacityReservationSpecification": {"CapacityReservationTarget": {"CapacityReservationId": "cr-0123456789abcdef0"}},
	"MetadataOptions": {"HttpTokens": "required"},
	"BlockDeviceMappings": [{"DeviceName": "/dev/sdf", "Ebs": {"SnapshotId": "snap-0123456789abcdef0", "VolumeSize": 8}}]}`

func specOf(t *testing.T, document string) launch.Spec {
	t.Helper()
	spec, err := launch.FromInput(decoded(t, []byte(document))).Build()
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

// launches are the requests to launch that a server got, but for dry runs.
func launches(srv *launchtest.Server) (n int) {
	for _, r := range srv.Requests() {
		if in := r.Input(); in != nil && !(in.DryRun != nil && *in.DryRun) {
			n++
		}
	}
	return n
}

func TestWhatTheAccountHasLaunchesNothing(t *testing.T) {
	for name, document := range map[string]string{
		"the whole": whole,
		"defaults":  `{"ImageId": "ami-00000000000000001", "InstanceType": "m6i.large"}`,
		"an interface": `{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "NetworkInterfaces":
			[{"DeviceIndex": 0, "NetworkInterfaceId": "eni-0123456789abcdef0"}]}`,
		"a host": `{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "SubnetId": "subnet-0123456789abcdef0",
			"Placement": {"Tenancy": "host", "HostId": "h-0123456789abcdef0"}}`,
		"a group by name": `{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "SecurityGroups": ["default"]}`,
	} {
		t.Run(name, func(t *testing.T) {
			srv := launchtest.Start(t, furnished()...)
			report, err := account.Preflight(t.Context(), srv.Client(), specOf(t, document))
			if err != nil || len(report.Violations) > 0 {
				t.Errorf("got %v, %v", report, err)
			}
			requests := srv.Requests()
			if last := requests[len(requests)-1]; last.Action != "RunInstances" || !*last.Input().DryRun {
				t.Errorf("the last request is %v", last)
			}
			for _, r := range requests[:len(requests)-1] {
				if !strings.HasPrefix(r.Action, "Describe") && !strings.HasPrefix(r.Action, "Get") {
					t.Errorf("%s was sent", r.Action)
				}
			}
			if srv.Alive() > 0 || len(srv.Instances()) > 0 {
				t.Error("something was launched")
			}
		})
	}
}

// What pre-flight finds, the endpoint refuses with the same code when the same
// request is sent to it.
func TestPreflightAndTheEndpointAgree(t *testing.T) {
	const (
		reservation = `"CapacityReservationSpecification": {"CapacityReservationTarget": {"CapacityReservationId": `

		rest  = `"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large"`
		there = rest + `, "SubnetId": "subnet-0123456789abcdef0"`
	)
	for name, tt := range map[string]struct {
		request, at, rule, code string
		opts                    []launchtest.Option
	}{
		"no such image": {
			`"ImageId": "ami-0123456789abcdef0", "InstanceType": "m6i.large"`,
			"ImageId", "image-unknown", "InvalidAMIID.NotFound", nil,
		},
		"a disabled image": {
			`"ImageId": "ami-0abcdef1234567891", "InstanceType": "m6i.large"`,
			"ImageId", "image-state-unsupported", "InvalidAMIID.Unavailable", nil,
		},
		"an image for arm64": {
			`"ImageId": "ami-0abcdef1234567892", "InstanceType": "m6i.large"`,
			"InstanceType", "image-architecture-unsupported", "InvalidParameterValue", nil,
		},
		"no such key": {
			rest + `, "KeyName": "nobody"`,
			"KeyName", "key-name-unknown", "InvalidKeyPair.NotFound", nil,
		},
		"no such subnet": {
			rest + `, "SubnetId": "subnet-0fedcba9876543210"`, "SubnetId", "subnet-unknown", "InvalidSubnetID.NotFound", nil,
		},
		"no such subnet of an interface": {
			rest + `, "NetworkInterfaces": [{"DeviceIndex": 0, "SubnetId": "subnet-0fedcba9876543210"}]`,
			"NetworkInterfaces[0].SubnetId", "subnet-unknown", "InvalidSubnetID.NotFound", nil,
		},
		"no such group": {
			there + `, "SecurityGroupIds": ["sg-0123456789abcdef0", "sg-0fedcba9876543210"]`,
			"SecurityGroupIds[1]", "security-group-unknown", "InvalidGroup.NotFound", nil,
		},
		"no such group of an interface": {
			rest + `, "NetworkInterfaces": [{"DeviceIndex": 0, "SubnetId": "subnet-0123456789abcdef0",
				"Groups": ["sg-0fedcba9876543210"]}]`,
			"NetworkInterfaces[0].Groups[0]", "security-group-unknown", "InvalidGroup.NotFound", nil,
		},
		"no such group by name": {
			rest + `, "SecurityGroups": ["web"]`,
			"SecurityGroups[0]", "security-group-name-unknown", "InvalidGroup.NotFound", nil,
		},
		"a group of another VPC than the subnet": {
			there + `, "SecurityGroupIds": ["sg-00000000000000001"]`,
			"SecurityGroupIds[0]", "security-group-vpc-conflict", "InvalidParameter", nil,
		},
		"a group of another VPC than the default": {
			rest + `, "SecurityGroupIds": ["sg-0123456789abcdef0"]`,
			"SecurityGroupIds[0]", "security-group-vpc-conflict", "InvalidParameter", nil,
		},
		"no default VPC": {
			rest, "SubnetId", "subnet-default-required", "VPCIdNotSpecified",
			[]launchtest.Option{launchtest.NoDefaultVPC()},
		},
		"no such zone": {
			rest + `, "Placement": {"AvailabilityZone": "us-east-1z"}`,
			"Placement.AvailabilityZone", "placement-zone-region-unknown", "InvalidZone.NotFound", nil,
		},
		"a zone elsewhere than the subnet": {
			there + `, "Placement": {"AvailabilityZone": "us-east-1a"}`,
			"SubnetId", "subnet-zone-conflict", "InvalidParameterValue", nil,
		},
		"a type that is not offered in the zone": {
			there, "InstanceType", "instance-type-zone-unsupported", "Unsupported",
			[]launchtest.Option{launchtest.Has(types.InstanceTypeOffering{
				InstanceType: "m6i.large", Location: new("us-east-1a"), LocationType: types.LocationTypeAvailabilityZone,
			})},
		},
		"no such placement group": {
			rest + `, "Placement": {"GroupName": "red"}`,
			"Placement.GroupName", "placement-group-unknown", "InvalidPlacementGroup.Unknown", nil,
		},
		"no such placement group by ID": {
			rest + `, "Placement": {"GroupId": "pg-0123456789abcdef0"}`,
			"Placement.GroupId", "placement-group-unknown", "InvalidPlacementGroup.Unknown", nil,
		},
		"no such host": {
			there + `, "Placement": {"Tenancy": "host", "HostId": "h-0fedcba9876543210"}`,
			"Placement.HostId", "placement-host-unknown", "InvalidHostID.NotFound", nil,
		},
		"no such snapshot": {
			rest + `, "BlockDeviceMappings": [{"DeviceName": "/dev/sdf", "Ebs": {"SnapshotId": "snap-0fedcba9876543210"}}]`,
			"BlockDeviceMappings[0].Ebs.SnapshotId", "volume-snapshot-unknown", "InvalidSnapshot.NotFound", nil,
		},
		"no such reservation": {
			there + "," + reservation + `"cr-0fedcba9876543210"}}`,
			"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
			"capacity-reservation-unknown", "InvalidCapacityReservationId.NotFound", nil,
		},
		"a reservation without room": {
			there + `, "MinCount": 2, "MaxCount": 2,` + reservation + `"cr-0123456789abcdef0"}}`,
			"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
			"capacity-reservation-limit", "ReservationCapacityExceeded", nil,
		},
		"no such interface": {
			rest + `, "NetworkInterfaces": [{"DeviceIndex": 0, "NetworkInterfaceId": "eni-0fedcba9876543210"}]`,
			"NetworkInterfaces[0].NetworkInterfaceId", "existing-interface-unknown", "InvalidNetworkInterfaceID.NotFound", nil,
		},
		"an address of another subnet": {
			there + `, "PrivateIpAddress": "10.0.0.77"`,
			"PrivateIpAddress", "private-ip-subnet-range", "InvalidParameterValue", nil,
		},
		"an IPv6 address of a subnet without": {
			there + `, "Ipv6AddressCount": 1`, "Ipv6AddressCount", "ipv6-subnet-unsupported", "InvalidParameterValue", nil,
		},
		"no such template by name": {
			`"LaunchTemplate": {"LaunchTemplateName": "gone"}`,
			"LaunchTemplate.LaunchTemplateName", "template-name-unknown", "InvalidLaunchTemplateName.NotFoundException", nil,
		},
		"no such template": {
			`"LaunchTemplate": {"LaunchTemplateId": "lt-0123456789abcdef0"}`,
			"LaunchTemplate.LaunchTemplateId", "template-unknown", "InvalidLaunchTemplateId.NotFound", nil,
		},
		"no such version of a template": {
			`"LaunchTemplate": {"LaunchTemplateName": "web", "Version": "7"}`,
			"LaunchTemplate.Version", "template-version-unknown", "InvalidLaunchTemplateId.VersionNotFound", nil,
		},
		"a key that the template names": {
			`"LaunchTemplate": {"LaunchTemplateName": "web"}`,
			"LaunchTemplateData.KeyName", "key-name-unknown", "InvalidKeyPair.NotFound", nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			srv := launchtest.Start(t, furnished(tt.opts...)...)
			client := srv.Client()
			if _, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{
				LaunchTemplateName: new("web"), LaunchTemplateData: &types.RequestLaunchTemplateData{
					ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM6iLarge, KeyName: new("gone"),
				},
			}); err != nil {
				t.Fatal(err)
			}
			spec := specOf(t, "{"+tt.request+"}")
			report, err := account.Preflight(t.Context(), client, spec)
			if err != nil {
				t.Fatal(err)
			}
			said := false
			for _, found := range report.Violations {
				switch {
				case found.Rule == tt.rule && found.Path == tt.at && found.Code == tt.code:
					said = true
				case found.Rule == "dry-run" && found.Code == tt.code && said: // after a warning
				case name == "no such zone" && found.Rule == "instance-type-zone-unsupported": // nor is there any type
				default:
					t.Errorf("besides: %v, with code %s", found, found.Code)
				}
			}
			if !said {
				t.Errorf("got %v, want %s at %s with code %s", report, tt.rule, tt.at, tt.code)
			}
			if launches(srv) > 0 || srv.Alive() > 0 {
				t.Error("pre-flight launches")
			}
			if _, err := client.RunInstances(t.Context(), spec.Input()); codeOf(err) != tt.code {
				t.Errorf("the endpoint says %v, want code %s", err, tt.code)
			}
		})
	}
}

// Whatever a request may be asked about, the endpoint has an answer.
func TestTheEndpointServesEachCall(t *testing.T) {
	client := reflect.ValueOf(launchtest.Start(t).Client())
	for m := range reflect.TypeFor[account.API]().Methods() {
		in := []reflect.Value{reflect.ValueOf(t.Context()), reflect.New(m.Type.In(1).Elem())}
		err, _ := client.MethodByName(m.Name).Call(in)[1].Interface().(error)
		if code := codeOf(err); code == "InvalidAction" {
			t.Errorf("%s: %v", m.Name, err)
		}
	}
}

// A call that is refused, for whatever reason, makes its own facts unknown, and
// nothing else; a valid launch passes all the same.
func TestEachCallMayBeRefused(t *testing.T) {
	requests := []string{
		whole,
		`{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "SecurityGroupIds": ["sg-00000000000000001"]}`,
		`{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "NetworkInterfaces":
			[{"DeviceIndex": 0, "NetworkInterfaceId": "eni-0123456789abcdef0"}], "InstanceMarketOptions":
			{"MarketType": "spot", "SpotOptions": {"MaxPrice": "0.05"}}}`,
		`{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "SubnetId": "subnet-0123456789abcdef0",
			"Placement": {"Tenancy": "host", "HostId": "h-0123456789abcdef0"}}`,
		`{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "SubnetId": "subnet-0123456789abcdef0",
			"HibernationOptions": {"Configured": true}, "BlockDeviceMappings":
			[{"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 30, "VolumeType": "gp3", "Encrypted": true}}]}`,
		`{"LaunchTemplate": {"LaunchTemplateName": "web"}}`,
	}
	v := ruletest.Validator(t, launch.Rules())
	faults := []launchtest.Fault{
		launchtest.Refuse(403, "UnauthorizedOperation", "You are not authorized to perform this operation."),
		launchtest.Refuse(503, "RequestLimitExceeded", "Request limit exceeded."),
		launchtest.Answer(200, "text/html", "<html>"),
		launchtest.Disconnect(),
	}
	refused := map[string]bool{}
	for _, request := range requests {
		in := raw(t, request)
		start := func() (*launchtest.Server, *ec2.Client) {
			srv := launchtest.Start(t, furnished()...)
			client := srv.Client(func(o *ec2.Options) { o.RetryMaxAttempts = 1 })
			if _, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{
				LaunchTemplateName: new("web"), LaunchTemplateData: &types.RequestLaunchTemplateData{
					ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM6iLarge,
				},
			}); err != nil {
				t.Fatal(err)
			}
			return srv, client
		}
		srv, client := start()
		s, err := account.Fetch(t.Context(), client, in)
		if err != nil || len(s.Unread()) > 0 {
			t.Fatalf("with all permissions: %v, %v", s.Unread(), err)
		}
		calls := map[string]bool{}
		for _, r := range srv.Requests()[1:] {
			calls[r.Action] = true
		}
		for call := range calls {
			if refused[call] {
				continue
			}
			refused[call] = true
			kinds := faults[:1]
			if call == "DescribeSubnets" {
				kinds = faults
			}
			for _, fault := range kinds {
				srv, client := start()
				srv.Fail(call, slices.Repeat([]launchtest.Fault{fault}, 20)...)
				s, err := account.Fetch(t.Context(), client, in)
				if err != nil {
					t.Errorf("%s: %v", call, err)
					continue
				}
				unread := s.Unread()
				if len(unread) == 0 {
					t.Errorf("%s: nothing is listed", call)
				}
				for _, u := range unread {
					if u.Call != call {
						t.Errorf("%s is refused: %s is unread", call, u)
					}
				}
				if report := account.Check(v, s, in); report.Err() != nil {
					t.Errorf("%s is refused: %v", call, report)
				}
				if launches(srv) > 0 {
					t.Error("something was launched")
				}
			}
		}
	}
	for _, l := range account.Plan(everything(t)) {
		if !refused[l.Call] && l.Call != "DescribeAccountAttributes" && l.Call != "DescribeSecondarySubnets" {
			t.Errorf("%s was not refused", l.Call)
		}
	}
}

// Throttled calls are sent again by the SDK's client, and tell what they know.
func TestThrottlingIsSurvived(t *testing.T) {
	srv := launchtest.Start(t, furnished()...)
	for _, l := range account.Plan(raw(t, whole)) {
		srv.Fail(l.Call, launchtest.Refuse(503, "RequestLimitExceeded", "Request limit exceeded."))
	}
	s, err := account.Fetch(t.Context(), srv.Client(), raw(t, whole))
	if err != nil || len(s.Unread()) > 0 {
		t.Errorf("got %v, %v", s.Unread(), err)
	}
}

// Lists are read to their last page.
func TestAllPagesOfTheEndpointAreRead(t *testing.T) {
	hosts := []types.Host{}
	for i := range 4 {
		hosts = append(hosts, types.Host{
			HostId: new("h-0123456789abcdef" + string(rune('1'+i))), AvailabilityZone: new("us-east-1" + string(rune('a'+i))),
			AutoPlacement: types.AutoPlacementOn,
		})
	}
	srv := launchtest.Start(t, launchtest.PageSize(1), launchtest.Has(hosts...))
	client := srv.Client()
	first := decoded(t, []byte(`{"ImageId": "ami-00000000000000001", "InstanceType": "m6i.large",
		"MinCount": 3, "MaxCount": 3, "ClientToken": "once"}`))
	if _, err := client.RunInstances(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	s, err := account.Fetch(t.Context(), client, raw(t,
		`{"InstanceType": "m6i.large", "ClientToken": "once", "Placement": {"Tenancy": "host"}}`))
	if err != nil {
		t.Fatal(err)
	}
	for resource, want := range map[string]struct {
		id string
		n  int
	}{"Launched": {"once", 3}, "AutoPlacement": {"", 4}, "Offerings": {"m6i.large", 6}} {
		found, _ := s.Find(resource, want.id)
		n := -1
		switch list := found.(type) {
		case *[]types.Instance:
			n = len(*list)
		case *[]types.Host:
			n = len(*list)
		case *[]types.InstanceTypeOffering:
			n = len(*list)
		}
		if n != want.n {
			t.Errorf("%s: %d things, want %d (%v)", resource, n, want.n, s.Unread())
		}
	}
}

// A client token may have characters that stand for others in filters.
func TestTokensAreTakenAsTheyStand(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client()
	launched := func(token string) account.Request {
		in := decoded(t, []byte(`{"ImageId": "ami-00000000000000001", "InstanceType": "m6i.large"}`))
		in.ClientToken = &token
		return account.Raw(in)
	}
	for _, token := range []string{"once", "on*"} {
		if _, err := client.RunInstances(t.Context(), launched(token).Input()); err != nil {
			t.Fatal(err)
		}
	}
	for token, want := range map[string]int{"once": 1, "on*": 1, "o*": 0, "onc?": 0, `on\*`: 0, "*": 0} {
		s, err := account.Fetch(t.Context(), client, launched(token))
		if err != nil {
			t.Fatal(err)
		}
		found, _ := s.Find("Launched", token)
		if list, ok := found.(*[]types.Instance); !ok || len(*list) != want {
			t.Errorf("%s: %v, want %d that it has launched", token, ok, want)
		}
	}
}

// EC2 leaves things out of answers unless it is asked for them.
func TestFetchAsksForWhatEC2Hides(t *testing.T) {
	srv := launchtest.Start(t, furnished()...)
	for _, r := range []account.Request{everything(t), raw(t, `{"LaunchTemplate": {"LaunchTemplateName": "web"}}`)} {
		if _, err := account.Fetch(t.Context(), srv.Client(), r); err != nil {
			t.Fatal(err)
		}
	}
	for action, members := range map[string][]string{
		"DescribeImages":                 {"IncludeDeprecated", "IncludeDisabled"},
		"DescribeAvailabilityZones":      {"AllAvailabilityZones"},
		"DescribeNetworkInterfaces":      {"IncludeManagedResources"},
		"DescribeLaunchTemplateVersions": {"IncludeManagedResources", "ResolveAlias"},
	} {
		n := 0
		for _, r := range srv.Requests() {
			if r.Action != action {
				continue
			}
			n++
			for _, member := range members {
				if r.Form().Get(member) != "true" {
					t.Errorf("%s without %s", action, member)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s was not sent", action)
		}
	}
}

// EC2 filters instances by the name of their placement group alone.
func TestMembersOfAGroupThatIsNamedByIDAreLookedUpByItsName(t *testing.T) {
	srv := launchtest.Start(t, furnished(launchtest.Has(types.PlacementGroup{
		GroupId: new("pg-0123456789abcdef0"), GroupName: new("green"), Strategy: types.PlacementStrategyCluster,
	}))...)
	in := account.Raw(decoded(t, []byte(`{
		"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "SubnetId": "subnet-0123456789abcdef0",
		"Placement": {"GroupId": "pg-0123456789abcdef0"}}`)))
	snapshot, err := account.Fetch(t.Context(), srv.Client(), in)
	if err != nil || len(snapshot.Unread()) > 0 {
		t.Fatalf("unread: %v, %v", snapshot.Unread(), err)
	}
	if _, known := snapshot.Find("PlacementGroupMembers", "green"); !known {
		t.Error("what runs in the group was not asked for")
	}
}
