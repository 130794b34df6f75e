package clijson_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

// sdk lets cmp compare the SDK's structs.
var sdk = cmpopts.IgnoreUnexported(ignoredIn(ec2.RunInstancesInput{})...)

func decode(doc string, opts ...clijson.Option) (*ec2.RunInstancesInput, error) {
	return clijson.Decode(strings.NewReader(doc), opts...)
}

func TestDecode(t *testing.T) {
	const doc = `{
		"ImageId": "ami-0abcdef1234567890",
		"InstanceType": "m7i.large",
		"MinCount": 1, "MaxCount": -0,
		"BlockDeviceMappings": [
			{"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 100, "VolumeType": "gp9", "Encrypted": true}},
			{"DeviceName": "/dev/xvdb", "NoDevice": ""}
		],
		"SecurityGroupIds": [],
		"Placement": {},
		"InstanceMarketOptions": {"SpotOptions": {"ValidUntil": "2026-12-31T23:59:59+01:00"}},
		"TagSpecifications": [{"Tags": [{"Key": "\u004eame", "Value": "tab\t, \ud83d\ude00, \\ud800"}]}],
		"UserData": "#!/bin/sh\n\u0000é"
	}`
	want := &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeM7iLarge,
		MinCount:     new(int32(1)),
		MaxCount:     new(int32(0)),
		BlockDeviceMappings: []types.BlockDeviceMapping{
			{DeviceName: new("/dev/xvda"), Ebs: &types.EbsBlockDevice{
				VolumeSize: new(int32(100)), VolumeType: "gp9", Encrypted: new(true),
			}},
			{DeviceName: new("/dev/xvdb"), NoDevice: new("")},
		},
		SecurityGroupIds: []string{},
		Placement:        &types.Placement{},
		InstanceMarketOptions: &types.InstanceMarketOptionsRequest{SpotOptions: &types.SpotMarketOptions{
			ValidUntil: new(time.Date(2026, 12, 31, 22, 59, 59, 0, time.UTC)),
		}},
		TagSpecifications: []types.TagSpecification{
			{Tags: []types.Tag{{Key: new("Name"), Value: new("tab\t, 😀, \\ud800")}}},
		},
		UserData: new(base64.StdEncoding.EncodeToString([]byte("#!/bin/sh\n\x00é"))),
	}
	got, err := decode(doc)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, sdk); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestDecodeEscapes(t *testing.T) {
	const want = "\"\\/\b\f\n\r\tN\u00e9\u65e5\U0001F600\x00"
	in, err := decode(`{"User\u0044ata": "\"\\\/\b\f\n\r\t\u004E\u00E9日\uD83D\ude00\u0000"}`)
	if err != nil {
		t.Fatal(err)
	}
	got, err := base64.StdEncoding.DecodeString(*in.UserData)
	if err != nil || string(got) != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

// TestDecodeTimestamp has the forms that the AWS CLI takes, with the times that
// it sends for them.
func TestDecodeTimestamp(t *testing.T) {
	last := time.Date(2026, 12, 31, 23, 59, 59, 0, time.UTC)
	minute := last.Truncate(time.Minute)
	tests := []struct {
		reason, value string
		want          time.Time
	}{
		{"UTC", `"2026-12-31T23:59:59Z"`, last},
		{"fractions of a second", `"2026-12-31T23:59:59.5Z"`, last.Add(5e8)},
		{"an offset", `"2026-12-31T15:59:59-08:00"`, last},
		{"an offset without colon", `"2027-01-01T00:59:59+0100"`, last},
		{"an offset of hours", `"2027-01-01T00:59:59+01"`, last},
		{"the skeleton has no zone", `"1970-01-01T00:00:00"`, time.Unix(0, 0).UTC()},
		{"fractions without zone", `"2026-12-31T23:59:59.25"`, last.Add(25e7)},
		{"a date alone", `"2026-12-31"`, time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC)},
		{"a blank before the time", `"2026-12-31 23:59:59"`, last},
		{"a blank before the time and a zone", `"2026-12-31 23:59:59Z"`, last},
		{"no seconds", `"2026-12-31T23:59Z"`, minute},
		{"no seconds and no zone", `"2026-12-31T23:59"`, minute},
		{"the basic form", `"20261231T235959Z"`, last},
		{"written with escapes", `"2026-12-31\u005423:59:59Z"`, last},

		{"seconds", `1798761599`, last},
		{"seconds in a string", `"1798761599"`, last},
		{"a fraction", `1798761599.5`, last.Add(5e8)},
		{"a fraction in a string", `"1798761599.000001"`, last.Add(1000)},
		{"digits are seconds, not a date", `"20261231"`, time.Date(1970, 8, 23, 12, 7, 11, 0, time.UTC)},
		{"before 1970", `-1`, time.Date(1969, 12, 31, 23, 59, 59, 0, time.UTC)},
		{"an exponent", `1e9`, time.Date(2001, 9, 9, 1, 46, 40, 0, time.UTC)},
		{"the last second", `253402300799`, time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)},

		{"RFC 1123", `"Thu, 31 Dec 2026 23:59:59 GMT"`, last},
		{"RFC 1123 with an offset", `"Fri, 01 Jan 2027 00:59:59 +0100"`, last},
		{"without the day of the week", `"1 Jan 2027 00:59:59 +0100"`, last},
		{"without seconds", `"31 Dec 2026 23:59 UTC"`, minute},
		{"RFC 822", `"Thu, 31 Dec 26 23:59:59 UT"`, last},
		{"RFC 822 without seconds", `"31 Dec 26 23:59 Z"`, minute},
	}
	for _, tt := range tests {
		in, err := decode(`{"InstanceMarketOptions": {"SpotOptions": {"ValidUntil": ` + tt.value + `}}}`)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		// Location and all: a request must not depend on the zone of the
		// machine.
		if got := *in.InstanceMarketOptions.SpotOptions.ValidUntil; got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.reason, got, tt.want)
		}
	}
}

func TestDecodeRefusesTimestamp(t *testing.T) {
	const form = `timestamp expected, such as "2026-12-31T23:59:59Z", found `
	const seconds = ` is out of range; seconds since 1970 expected, up to the year 9999`
	tests := []struct {
		reason, value, want string
	}{
		{"no such day", `"2026-02-30T00:00:00Z"`, form + `"2026-02-30T00:00:00Z"`},
		{"no leap seconds", `"2026-12-31T23:59:60Z"`, form + `"2026-12-31T23:59:60Z"`},
		{"no such hour", `"2026-12-31T24:00:00Z"`, form + `"2026-12-31T24:00:00Z"`},
		{"year 10000 in UTC", `"9999-12-31T23:59:59-01:00"`, form + `"9999-12-31T23:59:59-01:00"`},
		{"year -1 in UTC", `"0000-01-01T00:00:00+01:00"`, form + `"0000-01-01T00:00:00+01:00"`},
		{"a month alone", `"2026-12"`, form + `"2026-12"`},
		{"a word", `"tomorrow"`, form + `"tomorrow"`},
		{"a weekday alone", `"Thu, "`, form + `"Thu, "`},
		{"no day of the week", `"Foo, 31 Dec 2026 23:59:59 GMT"`, form + `"Foo, 31 Dec 2026 23:59:59 GMT"`},
		{"a zone that depends on the machine", `"31 Dec 2026 23:59:59 EST"`, form + `"31 Dec 2026 23:59:59 EST"`},
		{"not a number", `"nan"`, form + `"nan"`},
		{"empty", `""`, form + `""`},
		{"very long", `"` + strings.Repeat("2026", 100) + `T"`, form + `"` + strings.Repeat("2026", 16) + `"...`},
		{"half of a surrogate pair", `"\ud800"`, form + `"\ufffd"`},

		{"milliseconds", `1798761599000`, `1798761599000` + seconds},
		{"milliseconds in a string", `"1798761599000"`, `1798761599000` + seconds},
		{"a second too late", `253402300800`, `253402300800` + seconds},
		{"before the year 0", `-62167219201`, `-62167219201` + seconds},
		{"beyond any number", `1e400`, `1e400` + seconds},
		{"many digits", strings.Repeat("9", 100), strings.Repeat("9", 64) + `...` + seconds},

		{"a boolean", `true`, `timestamp in a string or in seconds since 1970 expected, found a boolean`},
		{"a list", `[]`, `timestamp in a string or in seconds since 1970 expected, found a list`},
	}
	for _, tt := range tests {
		_, err := decode(`{"InstanceMarketOptions": {"SpotOptions": {"ValidUntil": ` + tt.value + `}}}`)
		want := "line 1, column 58: InstanceMarketOptions.SpotOptions.ValidUntil: " + tt.want
		if err == nil || err.Error() != want {
			t.Errorf("%s: got  %v\nwant %s", tt.reason, err, want)
		}
	}
}

// TestDecodeCounts: each count that a request does not give is 1, as with the
// CLI. A fragment is no request.
func TestDecodeCounts(t *testing.T) {
	for doc, want := range map[string]*ec2.RunInstancesInput{
		`{}`:                             {MinCount: new(int32(1)), MaxCount: new(int32(1))},
		`{"MinCount": 3}`:                {MinCount: new(int32(3)), MaxCount: new(int32(1))},
		`{"MaxCount": 3}`:                {MinCount: new(int32(1)), MaxCount: new(int32(3))},
		`{"MinCount": 0, "MaxCount": 0}`: {MinCount: new(int32(0)), MaxCount: new(int32(0))},
	} {
		got, err := decode(doc)
		if err != nil {
			t.Errorf("%s: %v", doc, err)
		}
		if diff := cmp.Diff(want, got, sdk); diff != "" {
			t.Errorf("%s (-want +got):\n%s", doc, diff)
		}
	}
	in := new(ec2.RunInstancesInput)
	if err := clijson.DecodeFragment(in, strings.NewReader(`{"KeyName": "k"}`)); err != nil || in.MinCount != nil ||
		in.MaxCount != nil {
		t.Errorf("a fragment set the counts: %v", err)
	}
}

func TestDecodeBase64UserData(t *testing.T) {
	in, err := decode(`{"UserData": "aGVsbG8="}`, clijson.Base64UserData())
	if err != nil {
		t.Fatal(err)
	}
	if *in.UserData != "aGVsbG8=" {
		t.Errorf("UserData = %q", *in.UserData)
	}
}

// What was printed without its user data is no request to launch from.
func TestRedactedUserDataIsRefused(t *testing.T) {
	printed, err := clijson.Encode(&ec2.RunInstancesInput{UserData: new("aGVsbG8=")})
	if err != nil {
		t.Fatal(err)
	}
	for _, opts := range [][]clijson.Option{nil, {clijson.Base64UserData()}} {
		_, err := decode(string(printed), opts...)
		if err == nil || !strings.Contains(err.Error(), "UserData: the request was printed without its user data") {
			t.Errorf("%s: got %v", printed, err)
		}
	}
	if _, err := decode(`{"UserData":"[redacted 5 bytes] "}`); err != nil {
		t.Error(err)
	}
}

// TestDecodeSkeleton decodes every member as --generate-cli-skeleton prints it.
func TestDecodeSkeleton(t *testing.T) {
	doc := skeleton(t)
	in, err := decode(doc)
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	if in.InstanceMarketOptions.SpotOptions.ValidUntil.Unix() != 0 {
		t.Error("the skeleton's timestamp is not the epoch")
	}
}

func TestDecodeFragment(t *testing.T) {
	minimal := func() *ec2.RunInstancesInput {
		return &ec2.RunInstancesInput{
			ImageId:      new("ami-0abcdef1234567890"),
			InstanceType: types.InstanceTypeT3Micro,
			MinCount:     new(int32(1)),
			MaxCount:     new(int32(1)),
			Placement:    &types.Placement{AvailabilityZone: new("us-east-1a"), Tenancy: types.TenancyDefault},
			UserData:     new("c2VjcmV0"),
		}
	}
	tests := []struct {
		reason, fragment string
		edit             func(*ec2.RunInstancesInput) // nil: refused
	}{
		{"nothing named, nothing changed", `{}`, func(in *ec2.RunInstancesInput) {}},
		{"a member is replaced", `{"MaxCount": 2}`, func(in *ec2.RunInstancesInput) { in.MaxCount = new(int32(2)) }},
		{"a struct is replaced as a whole", `{"Placement": {"Tenancy": "host"}}`, func(in *ec2.RunInstancesInput) {
			in.Placement = &types.Placement{Tenancy: types.TenancyHost}
		}},
		{"a new member is set", `{"KeyName": "k"}`, func(in *ec2.RunInstancesInput) { in.KeyName = new("k") }},
		{"null unsets", `{"ImageId": null, "InstanceType": null, "Placement": null, "UserData": null}`,
			func(in *ec2.RunInstancesInput) {
				in.ImageId, in.InstanceType, in.Placement, in.UserData = nil, "", nil, nil
			}},
		{"null of what is unset", `{"KeyName": null}`, func(in *ec2.RunInstancesInput) {}},
		{"null further down", `{"MaxCount": 2, "Placement": {"Tenancy": null}}`, nil},
		{"null as an item", `{"MaxCount": 2, "SecurityGroupIds": [null]}`, nil},
		{"a fault after a good member", `{"MaxCount": 2, "MinCount": "1"}`, nil},
	}
	for _, tt := range tests {
		got, want := minimal(), minimal()
		err := clijson.DecodeFragment(got, strings.NewReader(tt.fragment))
		if (err == nil) != (tt.edit != nil) {
			t.Errorf("%s: err = %v", tt.reason, err)
		}
		if tt.edit != nil {
			tt.edit(want)
		}
		if diff := cmp.Diff(want, got, sdk); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
	if err := clijson.DecodeFragment(nil, strings.NewReader(`{}`)); err == nil {
		t.Error("a nil request was accepted")
	}
}

func TestErrorFields(t *testing.T) {
	_, err := decode("{\n  \"BlockDeviceMappings\": [\n    {\"é\": 1}]}")
	got, ok := errors.AsType[*clijson.Error](err)
	if !ok {
		t.Fatalf("not an *Error: %v", err)
	}
	want := &clijson.Error{
		Path:    `BlockDeviceMappings[0]."\u00e9"`,
		Offset:  34,
		Line:    3,
		Column:  6,
		Message: "unknown member",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
