package rules

import "testing"

func TestZonesAndRegionsAreKnownByTheirForm(t *testing.T) {
	for _, tt := range []struct {
		zone string
		want zoneKind
	}{
		{"us-east-1a", aZoneName},
		{"ap-southeast-4c", aZoneName},
		{"us-gov-west-1a", aZoneName},
		{"us-iso-east-1a", aZoneName},
		{"eusc-de-east-1a", aZoneName},
		{"us-west-2-lax-1a", aZoneName},
		{"us-west-2-x", aZoneName},
		{"us-east-1-wl1-bos-wlz-1", aZoneName},
		{"use1-az1", aZoneID},
		{"use2-bz1", aZoneID},
		{"usgw1-az1", aZoneID},
		{"euscde1-az1", aZoneID},
		{"usw2-lax1-az1", aZoneID},
		{"use1-wl1-bos-wlz1", aZoneID},
		{"", noZone},
		{"a", noZone},
		{"us-east-1", aRegion},
		{"us-east-1-", noZone},
		{"us-east-1a ", noZone},
		{"us-east-1A", noZone},
		{"us-east", noZone},
		{"us-1a", noZone},
		{"-east-1a", noZone},
		{"use1", noZone},
		{"use1-", noZone},
		{"use1-az1,use1-az2", noZone},
		{"1-az1", noZone},
		{"use-az1", noZone},
		{"ユーエス-east-1a", noZone},
	} {
		if got := kindOf(tt.zone); got != tt.want {
			t.Errorf("kindOf(%q) = %d, want %d", tt.zone, got, tt.want)
		}
	}
}
