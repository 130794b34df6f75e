package clijson_test

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

func TestEncode(t *testing.T) {
	in := &ec2.RunInstancesInput{
		MinCount: new(int32(1)),
		MaxCount: new(int32(2)),
		ImageId:  new("ami-0abcdef1234567890"),
		DryRun:   new(false),
		BlockDeviceMappings: []types.BlockDeviceMapping{{NoDevice: new("")},
			{Ebs: &types.EbsBlockDevice{VolumeType: "gp3"}}},
		SecurityGroupIds: []string{},
		UserData:         new("PGI+JiDDqQ=="), // <b>& é
		InstanceMarketOptions: &types.InstanceMarketOptionsRequest{SpotOptions: &types.SpotMarketOptions{
			ValidUntil: new(time.Date(2026, 12, 31, 23, 59, 59, 0, time.FixedZone("", 3600))),
		}},
	}
	tests := []struct {
		name string
		opts []clijson.EncodeOption
		want string
	}{
		{"one line, the SDK's order, no user data", nil,
			`{"MaxCount":2,"MinCount":1,"BlockDeviceMappings":[{"NoDevice":""},{"Ebs":{"VolumeType":"gp3"}}],` +
				`"DryRun":false,` +
				`"ImageId":"ami-0abcdef1234567890",` +
				`"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":"2026-12-31T22:59:59Z"}},` +
				`"SecurityGroupIds":[],"UserData":"[redacted 7 bytes]"}`},
		{"indented, user data revealed", []clijson.EncodeOption{clijson.Indent("  "), clijson.Reveal()}, `{
  "MaxCount": 2,
  "MinCount": 1,
  "BlockDeviceMappings": [
    {
      "NoDevice": ""
    },
    {
      "Ebs": {
        "VolumeType": "gp3"
      }
    }
  ],
  "DryRun": false,
  "ImageId": "ami-0abcdef1234567890",
  "InstanceMarketOptions": {
    "SpotOptions": {
      "ValidUntil": "2026-12-31T22:59:59Z"
    }
  },
  "SecurityGroupIds": [],
  "UserData": "<b>& é"
}`},
	}
	for _, tt := range tests {
		got, err := clijson.Encode(in, tt.opts...)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		if diff := cmp.Diff(tt.want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestEncodeText compares every character with encoding/json, without its
// escapes for HTML.
func TestEncodeText(t *testing.T) {
	const block = 0x400
	for first := rune(0); first <= utf8.MaxRune; first += block {
		var runes []rune
		for r := first; r < first+block; r++ {
			runes = append(runes, r)
		}
		text := string(runes)
		got, err := clijson.Encode(&ec2.RunInstancesInput{KeyName: &text})
		if err != nil {
			t.Fatal(err)
		}
		var want strings.Builder
		std := json.NewEncoder(&want)
		std.SetEscapeHTML(false)
		if err := std.Encode(map[string]string{"KeyName": text}); err != nil {
			t.Fatal(err)
		}
		if string(got)+"\n" != want.String() {
			t.Errorf("from %U on: got %s, want %s", first, got, &want)
		}
	}
}

func TestEncodeUserData(t *testing.T) {
	tests := []struct {
		reason, userData string
		opt              clijson.EncodeOption
		want             string // empty: an error
	}{
		{"binary cannot be text", "//79", clijson.Reveal(), ""},
		{"base64 holds anything", "//79", clijson.RevealBase64(), `{"UserData":"//79"}`},
		{"not base64", "*", clijson.Reveal(), ""},
		{"not base64, taken as it stands", "*", clijson.RevealBase64(), `{"UserData":"*"}`},
		{"empty", "", clijson.Reveal(), `{"UserData":""}`},
	}
	for _, tt := range tests {
		got, err := clijson.Encode(&ec2.RunInstancesInput{UserData: &tt.userData}, tt.opt)
		if (err == nil) != (tt.want != "") || string(got) != tt.want {
			t.Errorf("%s: got %q, %v; want %q", tt.reason, got, err, tt.want)
		}
	}
}

func TestEncodeErrors(t *testing.T) {
	tests := []struct {
		in   *ec2.RunInstancesInput
		want string
	}{
		{nil, "no request to encode"},
		{&ec2.RunInstancesInput{SecurityGroups: []string{"a", "\xff"}}, "SecurityGroups[1]: the text is not UTF-8"},
		{&ec2.RunInstancesInput{UserData: new("//79")},
			"UserData: the user data is not text, which JSON cannot hold; give it to the CLI by --user-data " +
				"fileb://FILE"},
		{&ec2.RunInstancesInput{UserData: new("*")}, "UserData: the user data of the request is not base64"},
		{&ec2.RunInstancesInput{InstanceMarketOptions: &types.InstanceMarketOptionsRequest{
			SpotOptions: &types.SpotMarketOptions{ValidUntil: new(time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC))},
		}}, "InstanceMarketOptions.SpotOptions.ValidUntil: the timestamp is outside the years 0 to 9999"},
	}
	for _, tt := range tests {
		_, err := clijson.Encode(tt.in, clijson.Reveal())
		if err == nil || err.Error() != tt.want {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for _, in := range []*ec2.RunInstancesInput{{MinCount: new(int32(1)), MaxCount: new(int32(1))}, filled()} {
		doc, err := clijson.Encode(in, clijson.Reveal())
		if err != nil {
			t.Fatal(err)
		}
		got, err := decode(string(doc))
		if err != nil {
			t.Fatalf("%v\n%s", err, doc)
		}
		if diff := cmp.Diff(in, got, sdk); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	}
}

// TestUserDataIsNeverShown plants a secret and looks for it, in any of its
// forms, in everything that the package says.
func TestUserDataIsNeverShown(t *testing.T) {
	const canary = "canary-7f3a9c"
	var said []string
	in := filled()
	in.UserData = new(base64.StdEncoding.EncodeToString([]byte(canary)))
	for _, opts := range [][]clijson.EncodeOption{nil, {clijson.Indent("\t")}} {
		doc, err := clijson.Encode(in, opts...)
		if err != nil {
			t.Fatal(err)
		}
		said = append(said, string(doc))
	}
	template := &types.FleetLaunchTemplateSpecificationRequest{LaunchTemplateSpecificationUserData: in.UserData}
	fleet, fault := clijson.EncodeCall(&ec2.CreateFleetInput{
		LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{LaunchTemplateSpecification: template}},
	})
	if fault != nil {
		t.Fatal(fault)
	}
	said = append(said, string(fleet))
	for _, userData := range []string{canary + "\xff", base64.StdEncoding.EncodeToString([]byte(canary + "\xff")), canary + "*"} {
		_, err := clijson.Encode(&ec2.RunInstancesInput{UserData: &userData}, clijson.Reveal())
		if err == nil {
			t.Fatalf("%q was encoded as text", userData)
		}
		said = append(said, err.Error())
	}
	for _, doc := range []string{
		`{"UserData": "` + canary + `", "MinCount": "1"}`,
		`{"UserData": "` + canary + `\ud800"}`,
		`{"UserData": "` + canary + "\xff\"}",
		`{"UserData": "` + canary + "\n\"}",
		`{"UserData": "` + canary,
		`{"UserData": ["` + canary + `"]}`,
		`{"UserDat": "` + canary + `"}`,
		`{"UserData": "a", "UserData": "` + canary + `"}`,
		`{"UserData": "a"} ` + canary,
		`"` + canary + `"`,
	} {
		_, err := decode(doc)
		if err == nil {
			t.Fatalf("%q was accepted", doc)
		}
		said = append(said, err.Error())
	}
	_, err := decode(`{"UserData": "`+canary+`\u0000"}`, clijson.Base64UserData())
	if err == nil {
		t.Fatal("NUL was accepted in base64")
	}
	for _, s := range append(said, err.Error()) {
		for _, form := range []string{canary, base64.StdEncoding.EncodeToString([]byte(canary))} {
			if strings.Contains(s, form) {
				t.Errorf("shown: %.200s", s)
			}
		}
	}
}
