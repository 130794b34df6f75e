package rules

import "testing"

func TestZoneForms(t *testing.T) {
	const (
		neither = iota
		name
		id
	)
	for _, tt := range []struct {
		zone string
		want int
	}{
		{"us-east-1a", name},
		{"ap-southeast-4c", name},
		{"us-gov-west-1a", name},
		{"us-iso-east-1a", name},
		{"eusc-de-east-1a", name},
		{"us-west-2-lax-1a", name},
		{"us-west-2-x", name},
		{"us-east-1-wl1-bos-wlz-1", name},
		{"use1-az1", id},
		{"use2-bz1", id},
		{"usgw1-az1", id},
		{"euscde1-az1", id},
		{"usw2-lax1-az1", id},
		{"use1-wl1-bos-wlz1", id},
		{"", neither},
		{"a", neither},
		{"us-east-1", neither},
		{"us-east-1-", neither},
		{"us-east-1a ", neither},
		{"us-east-1A", neither},
		{"us-east", neither},
		{"us-1a", neither},
		{"-east-1a", neither},
		{"use1", neither},
		{"use1-", neither},
		{"use1-az1,use1-az2", neither},
		{"1-az1", neither},
		{"use-az1", neither},
		{"ユーエス-east-1a", neither},
	} {
		if got, want := zoneName(tt.zone), tt.want == name; got != want {
			t.Errorf("zoneName(%q) = %t, want %t", tt.zone, got, want)
		}
		if got, want := zoneID(tt.zone), tt.want == id; got != want {
			t.Errorf("zoneID(%q) = %t, want %t", tt.zone, got, want)
		}
	}
}
