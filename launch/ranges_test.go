package launch

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// A documentedRange is a member with a documented range: of its value, or of its length
// in characters.
type documentedRange struct {
	rule        string
	on          validate.Subject
	path        string // with [] behind a list of texts
	least, most int64
	text        bool
	ascii       bool             // a text of other characters breaks the rule, too
	since       validate.Edition // the first in which it exists
	until       validate.Edition // the last
}

const unbounded = math.MaxInt64

// ranges are those of the API reference, written down a second time.
var ranges = []documentedRange{
	{rule: "count-range", path: "MinCount", least: 1, most: unbounded},
	{rule: "count-range", path: "MaxCount", least: 1, most: unbounded},
	{rule: "token-length", path: "ClientToken", most: 64, text: true},
	{rule: "elastic-inference-count-range", path: "ElasticInferenceAccelerators[].Count", least: 1, most: unbounded, until: validate.Spring2023},
	{rule: "key-name-length", path: "KeyName", most: 255, text: true},
	{rule: "profile-name-length", path: "IamInstanceProfile.Name", most: 128, text: true},
	{rule: "template-name-length", path: "LaunchTemplate.LaunchTemplateName", least: 3, most: 128, text: true},
	{rule: "volume-card-range", path: "BlockDeviceMappings[].Ebs.EbsCardIndex", most: unbounded, since: validate.Autumn2026},
	{rule: "volume-initialization-range", path: "BlockDeviceMappings[].Ebs.VolumeInitializationRate", least: 100, most: 300, since: validate.Autumn2026},
	{rule: "ipv6-count-range", path: "Ipv6AddressCount", most: unbounded},
	{rule: "ipv6-count-range", path: "NetworkInterfaces[].Ipv6AddressCount", most: unbounded},
	{rule: "prefix-count-range", path: "NetworkInterfaces[].Ipv4PrefixCount", most: unbounded},
	{rule: "prefix-count-range", path: "NetworkInterfaces[].Ipv6PrefixCount", most: unbounded},
	{rule: "security-group-name-length", path: "SecurityGroups[]", least: 1, most: 255, text: true},
	{rule: "conntrack-tcp-range", path: "NetworkInterfaces[].ConnectionTrackingSpecification.TcpEstablishedTimeout", least: 60, most: 432_000, since: validate.Autumn2026},
	{rule: "conntrack-udp-stream-range", path: "NetworkInterfaces[].ConnectionTrackingSpecification.UdpStreamTimeout", least: 60, most: 180, since: validate.Autumn2026},
	{rule: "conntrack-udp-range", path: "NetworkInterfaces[].ConnectionTrackingSpecification.UdpTimeout", least: 30, most: 60, since: validate.Autumn2026},
	{rule: "interface-device-index-range", path: "NetworkInterfaces[].DeviceIndex", most: unbounded},
	{rule: "ena-queue-count-range", path: "NetworkInterfaces[].EnaQueueCount", least: 1, most: unbounded, since: validate.Autumn2026},
	{rule: "interface-card-range", path: "NetworkInterfaces[].NetworkCardIndex", most: unbounded},
	{rule: "interface-secondary-ip-range", path: "NetworkInterfaces[].SecondaryPrivateIpAddressCount", most: unbounded},
	{rule: "secondary-interface-range", path: "SecondaryInterfaces[].DeviceIndex", most: unbounded, since: validate.Autumn2026},
	{rule: "secondary-interface-range", path: "SecondaryInterfaces[].NetworkCardIndex", most: unbounded, since: validate.Autumn2026},
	{rule: "secondary-interface-range", path: "SecondaryInterfaces[].PrivateIpAddressCount", most: unbounded, since: validate.Autumn2026},
	{rule: "secondary-interface-subnet-format", path: "SecondaryInterfaces[].SecondarySubnetId", least: 1, most: unbounded, text: true, ascii: true, since: validate.Autumn2026},
	{rule: "placement-group-name-length", path: "Placement.GroupName", most: 255, text: true},
	{rule: "placement-partition-range", path: "Placement.PartitionNumber", least: 1, most: 7},
	{rule: "cpu-core-count-range", path: "CpuOptions.CoreCount", least: 1, most: unbounded},
	{rule: "cpu-threads-per-core-range", path: "CpuOptions.ThreadsPerCore", least: 1, most: 2},
	{rule: "metadata-hop-limit-range", path: "MetadataOptions.HttpPutResponseHopLimit", least: 1, most: 64},
	{rule: "tag-key-length", path: "TagSpecifications[].Tags[].Key", most: 128, text: true},
	{rule: "tag-value-length", path: "TagSpecifications[].Tags[].Value", most: 256, text: true},

	{rule: "launch-template-name-length", on: validate.CreateLaunchTemplate, path: "LaunchTemplateName", least: 3, most: 128, text: true},
	{rule: "launch-template-name-length", on: validate.CreateLaunchTemplateVersion, path: "LaunchTemplateName", least: 3, most: 128, text: true},
	{rule: "launch-template-token-length", on: validate.CreateLaunchTemplate, path: "ClientToken", most: 128, text: true},
	{rule: "launch-template-token-length", on: validate.CreateLaunchTemplateVersion, path: "ClientToken", most: 128, text: true},
	{rule: "launch-template-version-description-length", on: validate.CreateLaunchTemplate, path: "VersionDescription", most: 255, text: true},
	{rule: "launch-template-version-description-length", on: validate.CreateLaunchTemplateVersion, path: "VersionDescription", most: 255, text: true},

	{rule: "requirements-types-length", on: validate.InstanceRequirements, path: "AllowedInstanceTypes[]", least: 1, most: 30, text: true},
	{rule: "requirements-types-length", on: validate.InstanceRequirements, path: "ExcludedInstanceTypes[]", least: 1, most: 30, text: true},
	{rule: "requirements-price-range", on: validate.InstanceRequirements, path: "OnDemandMaxPricePercentageOverLowestPrice", most: unbounded},
	{rule: "requirements-price-range", on: validate.InstanceRequirements, path: "SpotMaxPricePercentageOverLowestPrice", most: unbounded},
	{rule: "requirements-price-range", on: validate.InstanceRequirements, path: "MaxSpotPriceAsPercentageOfOptimalOnDemandPrice", most: unbounded},

	{rule: "fleet-token-length", on: validate.CreateFleet, path: "ClientToken", most: 128, text: true},
	{rule: "fleet-template-name-length", on: validate.CreateFleet, path: "LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName", least: 3, most: 128, text: true},
	{rule: "fleet-capacity-range", on: validate.CreateFleet, path: "TargetCapacitySpecification.TotalTargetCapacity", most: unbounded},
	{rule: "fleet-capacity-range", on: validate.CreateFleet, path: "TargetCapacitySpecification.OnDemandTargetCapacity", most: unbounded},
	{rule: "fleet-capacity-range", on: validate.CreateFleet, path: "TargetCapacitySpecification.SpotTargetCapacity", most: unbounded},
	{rule: "fleet-rebalance-delay-range", on: validate.CreateFleet, path: "SpotOptions.MaintenanceStrategies.CapacityRebalance.TerminationDelay", least: 120, most: 7200},
	{rule: "fleet-minimum-range", on: validate.CreateFleet, path: "SpotOptions.MinTargetCapacity", least: -unbounded, most: 1000},
	{rule: "fleet-minimum-range", on: validate.CreateFleet, path: "OnDemandOptions.MinTargetCapacity", least: -unbounded, most: 1000},
	{rule: "fleet-pools-range", on: validate.CreateFleet, path: "SpotOptions.InstancePoolsToUseCount", least: 1, most: unbounded},

	{rule: "spot-request-count-range", on: validate.RequestSpotInstances, path: "InstanceCount", least: 1, most: unbounded},
	{rule: "spot-fleet-capacity-range", on: validate.RequestSpotFleet, path: "SpotFleetRequestConfig.TargetCapacity", most: unbounded},
	{rule: "spot-fleet-capacity-range", on: validate.RequestSpotFleet, path: "SpotFleetRequestConfig.OnDemandTargetCapacity", most: unbounded},
	{rule: "spot-fleet-rebalance-delay-range", on: validate.RequestSpotFleet, path: "SpotFleetRequestConfig.SpotMaintenanceStrategies.CapacityRebalance.TerminationDelay", least: 120, most: 7200},
}

// document is a request in the CLI's shape that sets the member alone, to a
// number or to a text of so many characters, of one to four bytes each.
func (b documentedRange) document(n int32) string {
	value := fmt.Sprint(n)
	switch {
	case b.ascii:
		value = `"` + strings.Repeat("a", int(n)) + `"`
	case b.text:
		value = `"` + strings.Repeat("aé€😀", int(n)/4) + "aé€"[:[...]int{0, 1, 3, 6}[n%4]] + `"`
	}
	steps := strings.Split(b.path, ".")
	for _, step := range slices.Backward(steps) {
		name, inList := strings.CutSuffix(step, "[]")
		if inList {
			value = "[" + value + "]"
		}
		value = fmt.Sprintf(`{%q:%s}`, name, value)
	}
	return value
}

// holds is the slow twin of a compiled range.
func (b documentedRange) holds(n int32, in validate.Edition) bool {
	return in < b.since || b.until != 0 && in > b.until || b.least <= int64(n) && int64(n) <= b.most
}

// A rangeTwin compares the compiled ranges with their slow twins, in every
// edition.
type rangeTwin map[validate.Edition]*validate.Validator

func newRangeTwin(tb testing.TB) rangeTwin {
	twin := rangeTwin{}
	for _, edition := range validate.Editions() {
		v, err := validate.NewValidator(Rules(), validate.In(edition))
		if err != nil {
			tb.Fatal(err)
		}
		twin[edition] = v
	}
	return twin
}

func (twin rangeTwin) compare(t testing.TB, b documentedRange, n int32) {
	t.Helper()
	request, err := ruletest.DecodeCall(b.on, b.document(n))
	if err != nil {
		t.Fatalf("%s: %v", b.document(n), err)
	}
	at := strings.ReplaceAll(b.path, "[]", "[0]")
	for edition, v := range twin {
		report, _ := v.CheckCall(request)
		found := slices.ContainsFunc(report.Violations, func(v validate.Violation) bool {
			return v.Rule == b.rule && v.Path == at
		})
		if want := !b.holds(n, edition); found != want {
			t.Errorf("%s of %d in %v: %s is broken: %t, want %t", b.path, n, edition, b.rule, found, want)
		}
	}
}

func TestRangesAgainstTheFiguresOfTheReference(t *testing.T) {
	twin := newRangeTwin(t)
	for _, b := range ranges {
		for _, n := range []int64{b.least - 1, b.least, b.least + 1, b.most - 1, b.most, b.most + 1, 0, 5000, math.MinInt32, math.MaxInt32} {
			if n == int64(int32(n)) && (!b.text || 0 <= n && n <= 5000) {
				twin.compare(t, b, int32(n))
			}
		}
	}
}

// Each range that a rule states is among them.
func TestAllRangesHaveATwin(t *testing.T) {
	have := map[string]bool{}
	for _, b := range ranges {
		have[fmt.Sprint(b.rule, b.on, strings.TrimSuffix(b.path, "[]"))] = true
	}
	for _, r := range Rules() {
		if r.Range == nil && !strings.Contains(r.Tag, "min=") && !strings.Contains(r.Tag, "max=") {
			continue
		}
		for _, on := range r.Subjects() {
			for _, member := range r.Members {
				if !have[fmt.Sprint(r.ID, on, member)] {
					t.Errorf("%s of %v, by %s, has none: add what the reference says to the table ranges", member, on, r.ID)
				}
			}
		}
	}
}

// FuzzRanges compares at any number.
func FuzzRanges(f *testing.F) {
	f.Add(uint8(0), int32(0))
	f.Add(uint8(2), int32(65))
	f.Add(uint8(14), int32(432_001))
	twin := newRangeTwin(f)
	f.Fuzz(func(t *testing.T, which uint8, n int32) {
		b := ranges[int(which)%len(ranges)]
		if b.text {
			n = n & 0x3ff
		}
		twin.compare(t, b, n)
	})
}
