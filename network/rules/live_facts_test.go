package rules_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// describe answers for types with facts that the embedded catalogue does not
// have, on three network cards: an ordinary one, one for EFA-only interfaces,
// and one for secondary interfaces.
func describe() *instancetype.Live {
	card := func(index int32, kind types.NetworkCardInterfaceType) types.NetworkCardInfo {
		return types.NetworkCardInfo{
			NetworkCardIndex:                    new(index),
			MaximumNetworkInterfaces:            new(int32(2)),
			AdditionalFlexibleNetworkInterfaces: new(int32(1)),
			MaximumEnaQueueCount:                new(int32(8)),
			MaximumEnaQueueCountPerInterface:    new(int32(4)),
			InterfaceTypes:                      []types.NetworkCardInterfaceType{kind},
		}
	}
	return instancetype.FromDescribe([]types.InstanceTypeInfo{
		{
			InstanceType: types.InstanceTypeM7iLarge,
			NetworkInfo: &types.NetworkInfo{
				MaximumNetworkInterfaces: new(int32(6)),
				MaximumNetworkCards:      new(int32(3)),
				NetworkCards: []types.NetworkCardInfo{
					card(0, types.NetworkCardInterfaceTypeInterface),
					card(1, types.NetworkCardInterfaceTypeEfaOnly),
					card(2, types.NetworkCardInterfaceTypeSecondary),
				},
				EfaSupported:                       new(true),
				EfaInfo:                            &types.EfaInfo{MaximumEfaInterfaces: new(int32(1))},
				FlexibleEnaQueuesSupport:           types.FlexibleEnaQueuesSupportSupported,
				SecondaryNetworkSupported:          new(true),
				MaximumSecondaryNetworkInterfaces:  new(int32(2)),
				Ipv4AddressesPerSecondaryInterface: new(int32(3)),
			},
		},
		{
			InstanceType: types.InstanceTypeT3Micro,
			NetworkInfo: &types.NetworkInfo{
				NetworkCards:                       []types.NetworkCardInfo{card(0, types.NetworkCardInterfaceTypeInterface)},
				EfaSupported:                       new(false),
				EnaSrdSupported:                    new(false),
				FlexibleEnaQueuesSupport:           types.FlexibleEnaQueuesSupportUnsupported,
				BandwidthWeightings:                []types.BandwidthWeightingType{types.BandwidthWeightingTypeDefault},
				SecondaryNetworkSupported:          new(false),
				MaximumSecondaryNetworkInterfaces:  new(int32(0)),
				Ipv4AddressesPerSecondaryInterface: new(int32(0)),
			},
		},
	})
}

func TestLiveFacts(t *testing.T) {
	v, err := validate.NewValidator(rules.Rules(), validate.Facts(describe()))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		spec string
		want []string
	}{
		"what every card takes": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0,"NetworkCardIndex":1,"InterfaceType":"efa-only"}],
				"SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":2,"PrivateIpAddressCount":3},{"DeviceIndex":1,"NetworkCardIndex":2,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.50.0.11"},{"PrivateIpAddress":"10.50.0.12"},{"PrivateIpAddress":"10.50.0.13"}]}]}`,
		},
		"an EFA on a card for others": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
			want: []string{"error interface-type-unsupported NetworkInterfaces[0].InterfaceType"},
		},
		"an interface without a type on a card for others": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0,"NetworkCardIndex":1}]}`,
			want: []string{"error interface-type-unsupported NetworkInterfaces[1].InterfaceType"},
		},
		"an existing interface, of unknown type, on any card": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0,"NetworkCardIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
		},
		"no EFA": {
			spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
			want: []string{"error interface-type-unsupported NetworkInterfaces[0].InterfaceType"},
		},
		"no ENA Express": {
			spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"EnaSrdSpecification":{"EnaSrdEnabled":true}}]}`,
			want: []string{"error ena-express-unsupported NetworkInterfaces[0].EnaSrdSpecification.EnaSrdEnabled"},
		},
		"no flexible queues": {
			spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":1}]}`,
			want: []string{"error ena-queue-unsupported NetworkInterfaces[0].EnaQueueCount"},
		},
		"no other weighting": {
			spec: `{"InstanceType":"t3.micro","NetworkPerformanceOptions":{"BandwidthWeighting":"vpc-1"}}`,
			want: []string{"error bandwidth-weighting-unsupported NetworkPerformanceOptions.BandwidthWeighting"},
		},
		"one more interface without flexible queues": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":2}]}`,
			want: []string{"error interface-card-limit NetworkInterfaces[2].NetworkCardIndex"},
		},
		"one more interface with flexible queues": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":2},{"DeviceIndex":1,"EnaQueueCount":2},{"DeviceIndex":2,"EnaQueueCount":4}]}`,
		},
		"two more interfaces with flexible queues": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":2},{"DeviceIndex":1},{"DeviceIndex":2},{"DeviceIndex":3}]}`,
			want: []string{"error interface-card-limit NetworkInterfaces[3].NetworkCardIndex"},
		},
		"more interfaces than all cards take": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":2},{"DeviceIndex":1},{"DeviceIndex":2},{"DeviceIndex":3},{"DeviceIndex":4},
				{"DeviceIndex":5},{"DeviceIndex":6},{"DeviceIndex":7},{"DeviceIndex":8},{"DeviceIndex":9}]}`,
			want: []string{"error interface-count-limit NetworkInterfaces"},
		},
		"more queues than the card has": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":4},{"DeviceIndex":1,"EnaQueueCount":4},{"DeviceIndex":2,"EnaQueueCount":1}]}`,
			want: []string{"error ena-queue-card-limit NetworkInterfaces[2].EnaQueueCount"},
		},
		"more queues than the interface takes, counted once": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":8},{"DeviceIndex":1,"EnaQueueCount":4}]}`,
			want: []string{"error ena-queue-interface-limit NetworkInterfaces[0].EnaQueueCount"},
		},
		"more secondary interfaces": {
			spec: `{"SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":2},{"DeviceIndex":1,"NetworkCardIndex":2},{"DeviceIndex":2,"NetworkCardIndex":2}]}`,
			want: []string{"error secondary-interface-limit SecondaryInterfaces"},
		},
		"a secondary interface on a card for others": {
			spec: `{"SecondaryInterfaces":[{"DeviceIndex":0}]}`,
			want: []string{"error secondary-interface-limit SecondaryInterfaces[0].NetworkCardIndex"},
		},
		"no secondary interfaces at all": {
			spec: `{"InstanceType":"t3.micro","SecondaryInterfaces":[{"DeviceIndex":0,"PrivateIpAddressCount":1}]}`,
			want: []string{"error secondary-interface-limit SecondaryInterfaces"},
		},
		"more addresses, by count and by list": {
			spec: `{"SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":2,"PrivateIpAddressCount":4},{"DeviceIndex":1,"NetworkCardIndex":2,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.50.0.11"},{"PrivateIpAddress":"10.50.0.12"},{"PrivateIpAddress":"10.50.0.13"},{"PrivateIpAddress":"10.50.0.14"}]}]}`,
			want: []string{
				"error secondary-interface-limit SecondaryInterfaces[0].PrivateIpAddressCount",
				"error secondary-interface-limit SecondaryInterfaces[1].PrivateIpAddresses",
			},
		},
		"a type that nothing is known of": {
			spec: `{"InstanceType":"x9.large","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa","EnaQueueCount":64,"SecondaryPrivateIpAddressCount":500,
				"EnaSrdSpecification":{"EnaSrdEnabled":true}},{"DeviceIndex":99,"NetworkCardIndex":77}],
				"SecondaryInterfaces":[{"DeviceIndex":0,"PrivateIpAddressCount":500}],"NetworkPerformanceOptions":{"BandwidthWeighting":"vpc-1"}}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			in, err := ruletest.Decode(c.spec)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range v.Check(in).Violations {
				got = append(got, f.Severity.String()+" "+f.Rule+" "+f.Path)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("violations (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEmbeddedFacts shows that facts which EC2 may have changed since they
// were recorded only warn, and that those of the machine itself reject.
func TestEmbeddedFacts(t *testing.T) {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		t.Fatal(err)
	}
	for spec, want := range map[string]validate.Severity{
		`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`:                                             validate.SeverityWarning,
		`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"EnaSrdSpecification":{"EnaSrdEnabled":true}}]}`:                      validate.SeverityWarning,
		`{"InstanceType":"m6i.large","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":64}]}`:                                               validate.SeverityWarning,
		`{"InstanceType":"t3.micro","SecondaryInterfaces":[{"DeviceIndex":0}]}`:                                                                 validate.SeverityWarning,
		`{"InstanceType":"m5.large","NetworkPerformanceOptions":{"BandwidthWeighting":"vpc-1"}}`:                                                validate.SeverityWarning,
		`{"InstanceType":"t2.micro","NetworkInterfaces":[{"DeviceIndex":0,"ConnectionTrackingSpecification":{"UdpTimeout":45}}]}`:               validate.SeverityWarning,
		`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":2}]}`:                               validate.SeverityError,
		`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2}]}`:                                validate.SeverityError,
		`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"NetworkCardIndex":1}]}`:                            validate.SeverityError,
		`{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":2}]}`:                         validate.SeverityError,
		`{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":2,"NetworkCardIndex":1}]}`:                      validate.SeverityWarning,
		`{"InstanceType":"c5n.18xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"},{"DeviceIndex":1,"InterfaceType":"efa"}]}`: validate.SeverityError,
	} {
		in, err := ruletest.Decode(spec)
		if err != nil {
			t.Fatal(err)
		}
		if found := v.Check(in).Violations; len(found) != 1 || found[0].Severity != want {
			t.Errorf("%s: got %v, want one %v", spec, found, want)
		}
	}
}
