package launch

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

var (
	ipv4Members = []string{
		"PrivateIpAddress", "NetworkInterfaces[].PrivateIpAddress", "NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress",
		"SecondaryInterfaces[].PrivateIpAddresses[].PrivateIpAddress",
	}
	ipv6Members = []string{"Ipv6Addresses[].Ipv6Address", "NetworkInterfaces[].Ipv6Addresses[].Ipv6Address"}
)

func TestAddressesHaveTheForm(t *testing.T) {
	neither := []string{
		"", " ", "10.1", "010.0.0.1", "0x0a.0.0.1", "167772161", "10.0.0.256", "10.0.0.1\n", " 10.0.0.1", "10.0.0.1\x00", "10.0.0.1.", "10.0.0",
		"\uff11\uff10.0.0.1", "10.0.0.\u0661", "10\u30020\u30020\u30021", "10.0.0.1:80", "10.0.0.0/24", "10.0.0.1/32", "2001:db8::/64", "2001:db8::1/128",
		"0.0.0.0", "127.0.0.1", "224.0.0.1", "169.254.1.1", "255.255.255.255",
		"::", "::1", "ff02::1", "fe80::1", "fe80::1%eth0", "2001:db8::1%eth0", "2001:db8::1%25eth0", "::ffff:10.0.0.1", "::ffff:a00:1",
		"2001:db8:::1", "2001:db8::1::", "[2001:db8::1]", "2001:db8::g", "2001:0db8:00000::1", strings.Repeat("1:", 1<<19),
	}
	for _, path := range ipv4Members {
		refuse(t, path, "10.0.0.12", false)
		for _, text := range append(neither, "2001:db8::1") {
			refuse(t, path, text, true)
		}
	}
	for _, path := range ipv6Members {
		for _, text := range []string{"2001:db8::1", "2001:DB8:0:0:0:0:0:1"} {
			refuse(t, path, text, false)
		}
		for _, text := range append(neither, "10.0.0.12") {
			refuse(t, path, text, true)
		}
	}
}

func TestPrefixesHaveTheForm(t *testing.T) {
	for path, good := range map[string]string{
		"NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix": "10.0.0.16/28",
		"NetworkInterfaces[].Ipv6Prefixes[].Ipv6Prefix": "2001:db8:1::/80",
	} {
		refuse(t, path, good, false)
		for _, bad := range []string{
			"", "10.0.0.16", "2001:db8:1::", "/28", "10.0.0.16/", "10.0.0.16/028", "10.0.0.16/29", "10.0.0.16/33", "2001:db8:1::/129", "2001:db8:1::/64",
			"::ffff:10.0.0.0/80", "fe80::1%eth0/80", good + " ", good + "\n", good + "/28", good + "\u0660", good + "0",
		} {
			refuse(t, path, bad, true)
		}
	}
}

func TestTwoSpellingsOfOneAddressAreOne(t *testing.T) {
	for _, other := range []string{"2001:0db8:0000:0000:0000:0000:0000:0001", "2001:DB8::1", "2001:db8:0::0:1", "2001:db8::0.0.0.1"} {
		in := minimal()
		in.Ipv6Addresses = []types.InstanceIpv6Address{{Ipv6Address: new("2001:db8::1")}, {Ipv6Address: &other}}
		if diff := cmp.Diff([]string{"ipv6-address-unique Ipv6Addresses[1].Ipv6Address Ipv6Addresses[0].Ipv6Address"}, ruletest.Broken(Check(in).Violations)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", other, diff)
		}
	}
}

// User data is base64 of raw bytes, laid out as the SDK or MIME do. An encoding
// of an encoding is told from one only by looking inside, and only advised on.
func TestUserDataIsBase64(t *testing.T) {
	const script = "#!/bin/sh\necho ok >> /log\n"
	encoded := base64.StdEncoding.EncodeToString([]byte(script))
	for text, want := range map[string]bool{
		"":                                   false,
		encoded:                              false,
		encoded[:20] + "\r\n" + encoded[20:]: false,
		base64.StdEncoding.EncodeToString([]byte(encoded)):        false,
		base64.StdEncoding.EncodeToString(make([]byte, 16384)):    false,
		base64.StdEncoding.EncodeToString([]byte("\x1f\x8b\x08")): false,
		script:                     true,
		encoded + "!":              true,
		"\x00":                     true,
		"\u0661":                   true,
		strings.Repeat("A", 1<<20): true,
	} {
		refuse(t, "UserData", text, want)
	}
	if _, err := FromInput(minimal()).UserData(make([]byte, 16385)).Build(); err == nil || len(err.Error()) > 1000 {
		t.Errorf("16,385 bytes: got %v", err)
	}
	if _, err := FromInput(minimal()).UserData(nil).Build(); err != nil {
		t.Errorf("no bytes: %v", err)
	}
}

func TestTagsHaveTheForm(t *testing.T) {
	key := func(n int) string { return strings.Repeat("ü", n) }
	const path = "TagSpecifications[0].Tags[1]."
	for _, tt := range []struct {
		key, value string
		want       []string
	}{
		{key(128), key(256), nil},
		{key(129), "", []string{"tag-key-length " + path + "Key"}},
		{"k", key(257), []string{"tag-value-length " + path + "Value"}},
		{"", "", []string{"tag-key-required " + path + "Key"}},
		{"aws:x", "", []string{"tag-key-reserved " + path + "Key"}},
		{"Name", "", []string{"tag-key-unique " + path + "Key TagSpecifications[0].Tags[0].Key"}},
		{"name", "", nil},
		{"Caf\u00e9", "", nil},
		{"Cafe\u0301", "", nil}, // the same letters in other bytes are another key
		{"a\x01", "\ufffe", []string{"tag-text-format " + path + "Key", "tag-text-format " + path + "Value"}},
	} {
		in := minimal()
		in.TagSpecifications = []types.TagSpecification{{ResourceType: "instance", Tags: []types.Tag{{Key: new("Name"), Value: new("")}, {Key: &tt.key, Value: &tt.value}, {Key: new("Caf\u00e9s")}}}}
		report := Check(in)
		bounded(t, tt.key, report)
		if diff := cmp.Diff(tt.want, errorsOnly(report)); diff != "" {
			t.Errorf("%+q = %+q (-want +got):\n%s", tt.key, tt.value, diff)
		}
	}
	in := minimal()
	in.TagSpecifications = []types.TagSpecification{{ResourceType: "instance"}}
	for i := range 51 {
		in.TagSpecifications[0].Tags = append(in.TagSpecifications[0].Tags, types.Tag{Key: new(strings.Repeat("k", i+1))})
	}
	if diff := cmp.Diff([]string{"tag-list-limit TagSpecifications[0].Tags"}, errorsOnly(Check(in))); diff != "" {
		t.Errorf("51 tags (-want +got):\n%s", diff)
	}
}

// What EC2 takes and people mistake is warned of: another case of what AWS
// reserves, and keys that read alike.
func TestTagKeysThatMislead(t *testing.T) {
	for keys, want := range map[[2]string][]string{
		{"AWS:team", "x"}:            {"tag-key-prefix-reserved TagSpecifications[0].Tags[0].Key"},
		{"x", "aWs:team"}:            {"tag-key-prefix-reserved TagSpecifications[0].Tags[1].Key"},
		{"AWSteam:x", "x:AWS:"}:      nil,
		{"Caf\u00e9", "Cafe\u0301"}:  {"tag-key-normal-unique TagSpecifications[0].Tags[1].Key TagSpecifications[0].Tags[0].Key"},
		{"Cafe\u0301", "Caf\u00e9"}:  {"tag-key-normal-unique TagSpecifications[0].Tags[1].Key TagSpecifications[0].Tags[0].Key"},
		{"\u212b", "\u00c5"}:         {"tag-key-normal-unique TagSpecifications[0].Tags[1].Key TagSpecifications[0].Tags[0].Key"},
		{"Cafe\u0301", "Cafe\u0301"}: {"tag-key-unique TagSpecifications[0].Tags[1].Key TagSpecifications[0].Tags[0].Key"},
		{"Cafe\u0301", "cafe\u0301"}: nil,
		{"\ufb01", "fi"}:             nil, // alike only in a compatibility form
		{"a\u0323\u0307", "a\u0307"}: nil,
	} {
		in := minimal()
		in.TagSpecifications = []types.TagSpecification{{ResourceType: "instance", Tags: []types.Tag{{Key: &keys[0]}, {Key: &keys[1]}}}}
		report := Check(in)
		bounded(t, keys[0], report)
		if diff := cmp.Diff(want, ruletest.Broken(report.Violations)); diff != "" {
			t.Errorf("%+q (-want +got):\n%s", keys, diff)
		}
	}
}

// errorsOnly lists what EC2 refuses.
func errorsOnly(r validate.Report) []string {
	err, ok := r.Err().(*validate.Error)
	if !ok {
		return nil
	}
	return ruletest.Broken(err.Violations)
}

func TestDeviceNamesHaveTheForm(t *testing.T) {
	const path = "BlockDeviceMappings[].DeviceName"
	for _, bad := range []string{
		"", "/", "/dev/", "/dev/../sda", "/dev//sdf", "//dev/sdf", "/dev/sdf/", "/dev/sdf\x00", "/dev/sdf ", " /dev/sdf", "/dev/sdf\n", "/DEV/SDF", "/dev/sd\u0444",
		"/dev/sda\u0661", "/dev/sda123", "/dev/nvme0n1", "C:", "/dev/" + strings.Repeat("s", 1<<20),
	} {
		refuse(t, path, bad, true)
	}
	two := `{"BlockDeviceMappings":[{"DeviceName":"%1","Ebs":{"VolumeSize":8}},{"DeviceName":"%2","Ebs":{"VolumeSize":8}}]}`
	for names, want := range map[[2]string][]string{
		{"/dev/sda1", "xvdb"}:     nil,
		{"/dev/sdf", "/dev/sdf"}:  {"device-name-unique BlockDeviceMappings[1].DeviceName BlockDeviceMappings[0].DeviceName"},
		{"/dev/sdf", "sdf"}:       {"device-name-unique BlockDeviceMappings[1].DeviceName BlockDeviceMappings[0].DeviceName"},
		{"/dev/xvdb", "/dev/sdb"}: {"device-name-conflict BlockDeviceMappings[1].DeviceName BlockDeviceMappings[0].DeviceName"},
	} {
		got := ruletest.Broken(ruletest.Check(t, Rules(), strings.NewReplacer("%1", names[0], "%2", names[1]).Replace(two)))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", names, diff)
		}
	}
}

// Ratios are exact at their edges, where rounding would err by one.
func TestRatiosHoldToTheLastUnit(t *testing.T) {
	for spec, want := range map[string]bool{
		`"VolumeType":"gp3","VolumeSize":7,"Iops":3500`:                      true,
		`"VolumeType":"gp3","VolumeSize":7,"Iops":3501`:                      false,
		`"VolumeType":"gp3","VolumeSize":1,"Iops":3000`:                      true, // the least of the range, whatever the ratio
		`"VolumeType":"io1","VolumeSize":13,"Iops":650`:                      true,
		`"VolumeType":"io1","VolumeSize":13,"Iops":651`:                      false,
		`"VolumeType":"gp3","VolumeSize":500,"Iops":3001,"Throughput":750`:   true,
		`"VolumeType":"gp3","VolumeSize":500,"Iops":3003,"Throughput":751`:   false,
		`"VolumeType":"gp3","VolumeSize":500,"Iops":3004,"Throughput":751`:   true,
		`"VolumeType":"gp3","VolumeSize":500,"Iops":80000,"Throughput":2000`: true,
	} {
		vs := ruletest.Check(t, Rules(), `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{`+spec+`}}]}`)
		if got := len(vs) == 0; got != want {
			t.Errorf("%s: accepted %t, want %t: %v", spec, got, want, vs)
		}
	}
}

func TestTimesOfTheEndOfARequest(t *testing.T) {
	for until, want := range map[time.Time]bool{
		{}:                                       true,
		time.Unix(0, 0):                          true,
		time.Unix(-1<<62, 0):                     true,
		time.Unix(1<<62, 0):                      true,
		time.Unix(1<<33, 999):                    false,
		time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC): true,
		time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC):                        true,
		time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC):                        false, // passed, which EC2 knows
		time.Date(2300, 1, 1, 0, 0, 0, 0, time.UTC):                        false, // beyond the nanoseconds of 64 bits
		time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC):                   false,
		time.Date(9999, 12, 31, 23, 59, 60, 0, time.UTC):                   true,
		time.Date(9999, 12, 31, 23, 59, 59, 0, time.FixedZone("", -86399)): true,
		time.Date(10000, 1, 1, 0, 0, 0, 0, time.FixedZone("", 86399)):      false,
		time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC):                          true,
	} {
		in := minimal()
		in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: "spot", SpotOptions: &types.SpotMarketOptions{
			SpotInstanceType: "persistent", InstanceInterruptionBehavior: "stop", ValidUntil: &until,
		}}
		report := Check(in)
		bounded(t, until.String(), report)
		if got := report.Err() != nil; got != want {
			t.Errorf("%v: refused %t, want %t", until, got, want)
		}
	}
}

func TestSpotPricesHaveTheForm(t *testing.T) {
	const path = "InstanceMarketOptions.SpotOptions.MaxPrice"
	for _, good := range []string{"0.05", "2", ".5", "1000000000000000000000"} {
		refuse(t, path, good, false)
	}
	for _, bad := range []string{
		"", " ", "NaN", "Inf", "1e309", "-1", "+1", "-0", "0", "0.0", "0x1p4", "1_000", "1,5", "$1", "1.2.3", ".", "\u0661", "\uff11", "1\n", "1\x00", strings.Repeat("1", 10_000),
	} {
		refuse(t, path, bad, true)
	}
}

func TestARNsHaveTheForm(t *testing.T) {
	for path, good := range map[string]string{
		"IamInstanceProfile.Arn":                          "arn:aws:iam::111122223333:instance-profile/web",
		"Placement.HostResourceGroupArn":                  "arn:aws:resource-groups:us-west-2:111122223333:group/hosts",
		"LicenseSpecifications[].LicenseConfigurationArn": "arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-0123456789abcdef0123456789abcdef",
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn": "arn:aws:resource-groups:us-west-2:111122223333:group/blocks",
	} {
		refuse(t, path, good, false)
		parts := strings.SplitN(good, ":", 6)
		account := func(s string) string { return strings.Replace(good, "111122223333", s, 1) }
		for _, bad := range []string{
			account(""), account(" "), account("aws"), account("MY_ACCOUNT"), account("11112222333"), account("1111222233334"), account("1111-2222-3333"),
			account("\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661"), good + ":1", good + "::", good + "/", good + "*",
			good + strings.Repeat("a", 100_000), strings.Replace(good, ":111122223333:", ":111122223333:../../", 1),
			"", "arn", "arn:", "arn:::::", strings.Join(parts[:5], ":") + ":", strings.Replace(good, "arn:aws", "arn:gcp", 1), strings.Replace(good, "arn:aws", "arn:awsome", 1),
			strings.Replace(good, "arn:aws", "arn:aws-CN", 1), strings.Replace(good, "arn:", "ARN:", 1),
			strings.Replace(good, parts[2], "s3", 1), " " + good, good + "\n", good + "\x00", strings.Replace(good, "a", "\u0430", 1), strings.Repeat(":", 100_000), strings.Repeat("arn:aws:", 100_000),
		} {
			refuse(t, path, bad, true)
		}
	}
}

// A path that leads upwards is refused where the service's reference excludes
// it, and warned of where IAM's does not.
func TestPathsThatLeadUpwards(t *testing.T) {
	for path, arn := range map[string]string{
		"Placement.HostResourceGroupArn":                  "arn:aws:resource-groups:us-west-2:111122223333:group/../../hosts",
		"LicenseSpecifications[].LicenseConfigurationArn": "arn:aws:license-manager:us-east-1:111122223333:license-configuration:../../lic-0",
		"BlockDeviceMappings[].Ebs.KmsKeyId":              "arn:aws:kms:us-east-1:111122223333:alias/../../web",
		"BlockDeviceMappings[].Ebs.OutpostArn":            "arn:aws:outposts:us-west-2:111122223333:outpost/../../op-0123456789abcdef0",
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn": "arn:aws:resource-groups:us-west-2:111122223333:group/../blocks",
	} {
		refuse(t, path, arn, true)
	}
	in, _ := with("IamInstanceProfile.Arn", "arn:aws:iam::111122223333:instance-profile/../../web")
	if diff := cmp.Diff([]string{"profile-path-format IamInstanceProfile.Arn"}, ruletest.Broken(Check(in).Violations)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
