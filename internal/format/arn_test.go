package format

import (
	"strings"
	"testing"
)

func TestARN(t *testing.T) {
	const profile = "arn:aws:iam::111122223333:instance-profile/"
	for _, tt := range []struct {
		service, s string
		want       bool
	}{
		{"iam", profile + "web", true},
		{"iam", "arn:aws-us-gov:iam::111122223333:instance-profile/web", true},
		{"iam", "arn:aws-iso-b:iam::111122223333:instance-profile/web", true},
		{"iam", "arn:aws:s3::111122223333:instance-profile/web", false},
		{"iam", "arn:aws:iam::111122223333:", false},
		{"iam", "arn:gcp:iam::111122223333:x", false},
		{"iam", "arn:awsome:iam::111122223333:x", false},
		{"iam", "arn:aws:iam:US:111122223333:x", false},
		{"iam", "arn:aws:iam:::x", false},
		{"iam", "arn:aws:iam::aws:x", false},
		{"iam", "arn:aws:iam::1111222233334:x", false},
		{"iam", "web", false},
		{"iam", "", false},
		{"iam", profile + "w\x00eb", false},
		{"iam", profile + strings.Repeat("w", maxARN-len(profile)), true},
		{"iam", profile + strings.Repeat("w", maxARN-len(profile)+1), false},
		{"resource-groups", "arn:aws:resource-groups:us-east-1:111122223333:group/a:b", true},
	} {
		if _, _, got := ARN(tt.service, tt.s); got != tt.want {
			t.Errorf("ARN(%s, %q) = %t, want %t", tt.service, tt.s, got, tt.want)
		}
	}
}

func TestGroupARN(t *testing.T) {
	for resource, want := range map[string]bool{
		"group/hosts": true, "group/a.b_C-1": true, "group/app/0a1b2c3d4e5f6a7b8c9d0e1f2a": true, "": false, "group/": false,
		"hosts": false, "group/a:b": false, "group/../hosts": false, "group/a/": false, "group/a/0A1b2c3d4e5f6a7b8c9d0e1f2a": false,
		"group/" + strings.Repeat("a", 300): true, "group/" + strings.Repeat("a", 301): false,
		"group/" + strings.Repeat("a", 151) + "/0a1b2c3d4e5f6a7b8c9d0e1f2a": false, "group/a/b/c": false, "group/a b": false,
	} {
		if got := GroupARN("arn:aws:resource-groups:us-west-2:111122223333:" + resource); got != want {
			t.Errorf("a group %q: %t, want %t", resource, got, want)
		}
	}
}

func TestIAMName(t *testing.T) {
	for resource, want := range map[string]string{
		"role/web": "web", "role/team/app/web": "web", "role/a+b=c,d.e@f": "a+b=c,d.e@f",
		"role/": "", "role": "", "roles/web": "", "role/web/": "", "role/web:1": "", "role/w b": "",
	} {
		if got := IAMName("role", resource); got != want {
			t.Errorf("IAMName(%q) = %q, want %q", resource, got, want)
		}
	}
}

func TestStepsUp(t *testing.T) {
	for path, want := range map[string]bool{
		"../../web": true, "a/./web": true, "a/..": true, "..": true, "": false, "a..b/web": false, ".../web": false, "a//web": false,
	} {
		if got := StepsUp(path); got != want {
			t.Errorf("StepsUp(%q) = %t, want %t", path, got, want)
		}
	}
}
