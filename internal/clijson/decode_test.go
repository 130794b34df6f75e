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

func TestDecodeTimestamp(t *testing.T) {
	tests := []struct {
		reason, text string
		want         time.Time // zero: refused
	}{
		{"UTC", "2026-12-31T23:59:59Z", time.Date(2026, 12, 31, 23, 59, 59, 0, time.UTC)},
		{"fractions of a second", "2026-12-31T23:59:59.5Z", time.Date(2026, 12, 31, 23, 59, 59, 5e8, time.UTC)},
		{"an offset", "2026-12-31T23:59:59-08:00", time.Date(2027, 1, 1, 7, 59, 59, 0, time.UTC)},
		{"the skeleton has no zone", "1970-01-01T00:00:00", time.Unix(0, 0).UTC()},
		{"no such day", "2026-02-30T00:00:00Z", time.Time{}},
		{"no leap seconds", "2026-12-31T23:59:60Z", time.Time{}},
		{"a date alone", "2026-12-31", time.Time{}},
		{"year 10000 in UTC", "9999-12-31T23:59:59-01:00", time.Time{}},
		{"year -1 in UTC", "0000-01-01T00:00:00+01:00", time.Time{}},
		{"empty", "", time.Time{}},
	}
	for _, tt := range tests {
		in, err := decode(`{"InstanceMarketOptions": {"SpotOptions": {"ValidUntil": "` + tt.text + `"}}}`)
		if tt.want.IsZero() {
			if err == nil {
				t.Errorf("%s: %s was accepted", tt.reason, tt.text)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		// Location and all: a request must not depend on the zone of the machine.
		if got := *in.InstanceMarketOptions.SpotOptions.ValidUntil; got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.reason, got, tt.want)
		}
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
		{"null unsets", `{"ImageId": null, "InstanceType": null, "Placement": null, "UserData": null}`, func(in *ec2.RunInstancesInput) {
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
