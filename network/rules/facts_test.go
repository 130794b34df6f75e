package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func card(index int32, kind types.NetworkCardInterfaceType) types.NetworkCardInfo {
	return types.NetworkCardInfo{
		NetworkCardIndex:                    new(index),
		MaximumNetworkInterfaces:            new(int32(2)),
		AdditionalFlexibleNetworkInterfaces: new(int32(1)),
		MaximumEnaQueueCount:                new(int32(8)),
		MaximumEnaQueueCountPerInterface:    new(int32(4)),
		InterfaceTypes:                      []types.NetworkCardInterfaceType{kind},
	}
}

// describe answers for types with facts that the embedded catalogue does not
// have, on three network cards: an ordinary one, one for EFA-only interfaces,
// and one for secondary interfaces.
func describe() *instancetype.Live {
	return instancetype.FromDescribe([]types.InstanceTypeInfo{
		{
			InstanceType: types.InstanceTypeM6iLarge,
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
				NetworkCards: []types.NetworkCardInfo{card(0,
					types.NetworkCardInterfaceTypeInterface)},
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
	v := ruletest.Validator(t, rules.Rules(), validate.Facts(describe()))
	for name, c := range map[string]struct {
		spec string
		want []string
	}{
		"what every card takes": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0,"NetworkCardIndex":1,
				"InterfaceType":"efa-only"}],
				"SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":2,"PrivateIpAddressCount":3},
					{"DeviceIndex":1,
				"NetworkCardIndex":2,"PrivateIpAddresses":[{"PrivateIpAddress":"10.50.0.11"},
					{"PrivateIpAddress":"10.50.0.12"},
				{"PrivateIpAddress":"10.50.0.13"}]}]}`,
		},
		"an EFA on a card for others": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
			want: []string{"error efa-card-unsupported NetworkInterfaces[0].InterfaceType"},
		},
		"an existing interface, of unknown type, on any card": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":0,"NetworkCardIndex":1,
				"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
		},
		"no EFA": {
			spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
			want: []string{"error interface-type-unsupported NetworkInterfaces[0].InterfaceType"},
		},
		"no ENA Express": {
			spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"EnaSrdSpecification":{"EnaSrdEnabled":true}}]}`,
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
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":2},{"DeviceIndex":1,"EnaQueueCount":2},
				{"DeviceIndex":2,"EnaQueueCount":4}]}`,
		},
		"two more interfaces with flexible queues": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":2},{"DeviceIndex":1},{"DeviceIndex":2},
				{"DeviceIndex":3}]}`,
			want: []string{"error interface-card-flexible-limit NetworkInterfaces[3].NetworkCardIndex"},
		},
		"more interfaces than all cards take": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":2},{"DeviceIndex":3},
				{"DeviceIndex":4},{"DeviceIndex":5},{"DeviceIndex":6}]}`,
			want: []string{"error interface-count-limit NetworkInterfaces"},
		},
		"more interfaces than a card takes, without flexible queues on the type": {
			spec: `{"InstanceType":"t3.micro","LaunchTemplate":{"LaunchTemplateName":"web"},
				"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":2}]}`,
			want: []string{"error interface-card-flexible-limit NetworkInterfaces[2].NetworkCardIndex"},
		},
		"more queues than the card has": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":4},{"DeviceIndex":1,"EnaQueueCount":4},
				{"DeviceIndex":2,"EnaQueueCount":1}]}`,
			want: []string{"error ena-queue-card-limit NetworkInterfaces[2].EnaQueueCount"},
		},
		"more queues than the interface takes, counted once": {
			spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":8},{"DeviceIndex":1,"EnaQueueCount":4}]}`,
			want: []string{"error ena-queue-interface-limit NetworkInterfaces[0].EnaQueueCount"},
		},
		"more secondary interfaces": {
			spec: `{"SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":2},{"DeviceIndex":1,
				"NetworkCardIndex":2},
				{"DeviceIndex":2,"NetworkCardIndex":2}]}`,
			want: []string{"error secondary-interface-limit SecondaryInterfaces"},
		},
		"a secondary interface on a card for others": {
			spec: `{"SecondaryInterfaces":[{"DeviceIndex":0}]}`,
			want: []string{"error secondary-interface-card-unsupported SecondaryInterfaces[0].NetworkCardIndex"},
		},
		"no secondary interfaces at all": {
			spec: `{"InstanceType":"t3.micro","SecondaryInterfaces":[{"DeviceIndex":0,"PrivateIpAddressCount":1}]}`,
			want: []string{
				"error secondary-interface-limit SecondaryInterfaces",
				"error secondary-interface-card-unsupported SecondaryInterfaces[0].NetworkCardIndex",
			},
		},
		"a type that nothing is known of": {
			spec: `{"InstanceType":"x9.large","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa",
				"EnaQueueCount":64,
				"SecondaryPrivateIpAddressCount":500,"EnaSrdSpecification":{"EnaSrdEnabled":true}},{"DeviceIndex":99,
				"NetworkCardIndex":77}],"SecondaryInterfaces":[{"DeviceIndex":0,"PrivateIpAddressCount":500}],
				"NetworkPerformanceOptions":{"BandwidthWeighting":"vpc-1"}}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range v.Check(ruletest.Request(t, c.spec)).Violations {
				got = append(got, f.Severity.String()+" "+f.Rule+" "+f.Path)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("violations (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEmbeddedFacts shows that recorded facts which EC2 may have changed only
// warn, and that those of the machine itself reject.
func TestEmbeddedFacts(t *testing.T) {
	const warning, failure = validate.SeverityWarning, validate.SeverityError
	for _, c := range []struct {
		name, spec string
		want       validate.Severity
	}{
		{"no EFA on the type", `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,
			"InterfaceType":"efa"}]}`, warning},
		{
			"no EFA on the card",
			`{"InstanceType":"p6-b300.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
			failure,
		},
		{
			"more EFAs than the type takes, whose cards are unknown",
			`{"InstanceType":"i7ie.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"},
				{"DeviceIndex":1,"NetworkCardIndex":1,"InterfaceType":"efa"}]}`, warning,
		},
		{
			"two EFAs on one card",
			`{"InstanceType":"c5n.18xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"},
				{"DeviceIndex":1,"InterfaceType":"efa"}]}`, failure,
		},
		{
			"no ENA Express",
			`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"EnaSrdSpecification":{"EnaSrdEnabled":true}}]}`, warning,
		},
		{"many ENA queues", `{"InstanceType":"m6i.large","NetworkInterfaces":[{"DeviceIndex":0,
			"EnaQueueCount":64}]}`, warning},
		{"no secondary interfaces", `{"InstanceType":"t3.micro","SecondaryInterfaces":[{"DeviceIndex":0}]}`, warning},
		{
			"no bandwidth weighting",
			`{"InstanceType":"m5.large","NetworkPerformanceOptions":{"BandwidthWeighting":"vpc-1"}}`, warning,
		},
		{
			"no timeouts",
			`{"InstanceType":"t2.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"UdpTimeout":45}}]}`, warning,
		},
		{
			"more interfaces than the type takes",
			`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":2}]}`,
			failure,
		},
		{
			"more addresses than an interface takes",
			`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2}]}`,
			failure,
		},
		{
			"no such card",
			`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,
				"NetworkCardIndex":1}]}`, failure,
		},
		{
			"more interfaces than one of two cards takes",
			`{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},
				{"DeviceIndex":2}]}`, warning,
		},
		{
			"more interfaces than one of many cards takes",
			`{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},
				{"DeviceIndex":2}]}`, failure,
		},
		{
			"a device index beyond one of two cards",
			`{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":2,
				"NetworkCardIndex":1}]}`, warning,
		},
		{
			"a device index beyond one of many cards",
			`{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":2,
				"NetworkCardIndex":2}]}`, failure,
		},
		{
			"a device index beyond the only card",
			`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":2}]}`, warning,
		},
		{
			"more interfaces of a family whose cards EC2 revised",
			`{"InstanceType":"h1.16xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1},{"DeviceIndex":2},
				{"DeviceIndex":3},{"DeviceIndex":4},{"DeviceIndex":5},{"DeviceIndex":6},{"DeviceIndex":7},
				{"DeviceIndex":8}]}`, warning,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if found := ruletest.Check(t, rules.Rules(), c.spec); len(found) != 1 || found[0].Severity != c.want {
				t.Errorf("got %v, want one %v", found, c.want)
			}
		})
	}
}

// TestChosenQueuesOnlyWarn shows that a type without flexible ENA queues, which
// EC2 may give it, is no ground for an error.
func TestChosenQueuesOnlyWarn(t *testing.T) {
	const spec = `{"InstanceType":"a1.medium",
		"NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":2},{"DeviceIndex":1},{"DeviceIndex":2}]}`
	found := ruletest.Check(t, rules.Rules(), spec)
	want := []string{
		"ena-queue-unsupported NetworkInterfaces[0].EnaQueueCount InstanceType",
		"interface-card-flexible-limit NetworkInterfaces[2].NetworkCardIndex InstanceType",
	}
	if diff := cmp.Diff(want, ruletest.Broken(found), cmpopts.SortSlices(strings.Compare)); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	for _, f := range found {
		if f.Severity != validate.SeverityWarning {
			t.Errorf("%v is an %v", f, f.Severity)
		}
	}
}

// TestRevisedFactsNeverRejectIn2023 shows that facts which AWS has revised for a
// kind of type only warn in an edition that is older than they are.
func TestRevisedFactsNeverRejectIn2023(t *testing.T) {
	tried := 0
	for _, r := range rules.Rules() {
		for _, x := range r.Bad {
			if !slices.Contains(x.Editions(r), validate.Spring2023) {
				continue
			}
			info, _ := instancetype.Lookup(ruletest.Request(t, x.Spec).InstanceType)
			if !slices.ContainsFunc(r.Facts,
				func(f instancetype.Fact) bool { return info.Age(f) == instancetype.Revised }) {
				continue
			}
			tried++
			for _, f := range ruletest.Check(t, rules.Rules(), x.Spec, validate.In(validate.Spring2023)) {
				if f.Rule == r.ID && f.Severity == validate.SeverityError {
					t.Errorf("%s: %v is an error", x.Spec, f)
				}
			}
		}
	}
	if tried == 0 {
		t.Error("no rule rests on such a fact")
	}
}

// The rule names the cards that take an adapter as shortly as it can.
func TestTheCardsThatTakeAnAdapterAreNamed(t *testing.T) {
	kinds := map[rune]types.NetworkCardInterfaceType{
		'i': types.NetworkCardInterfaceTypeInterface, 'e': types.NetworkCardInterfaceTypeEfa,
	}
	for cards, want := range map[string]string{
		"iei":    "put the adapter on card 1",
		"ieee":   "put the adapter on one of the cards 1 to 3",
		"ieie":   "put the adapter on one of the cards 1, 3",
		"ieeiie": "put the adapter on one of the cards 1, 2, 5",
	} {
		network := &types.NetworkInfo{EfaSupported: new(true)}
		for i, kind := range cards {
			network.NetworkCards = append(network.NetworkCards, card(int32(i), kinds[kind]))
		}
		live := instancetype.FromDescribe([]types.InstanceTypeInfo{{InstanceType: types.InstanceTypeM6iLarge, NetworkInfo: network}})
		found := ruletest.Check(t, rules.Rules(), `{"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`, validate.Facts(live))
		named := func(v validate.Violation) bool {
			return v.Rule == "efa-card-unsupported" && strings.HasSuffix(v.Message, want)
		}
		if !slices.ContainsFunc(found, named) {
			t.Errorf("%s: got %v, want it to %s", cards, found, want)
		}
	}
}
