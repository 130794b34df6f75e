package clijson_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

func TestAllFaultsAreFound(t *testing.T) {
	for name, tt := range map[string]struct {
		doc  string
		want []string
	}{
		"members": {
			`{"ImageID": "ami-1", "MaxCount": 1, "MaxCount": 2, "Placement": {"Zone": [{"}": "]"}, -1e3, null], "Tenancy": 3}, "KeyName": null}`,
			[]string{
				`line 1, column 2: ImageID: unknown member; did you mean "ImageId"?`,
				`line 1, column 37: MaxCount: repeated member; it stands already at line 1, column 22`,
				`line 1, column 66: Placement.Zone: unknown member`,
				`line 1, column 111: Placement.Tenancy: string expected, found a number; write it in quotes`,
				`line 1, column 126: KeyName: null is no value; to leave the member unset, leave it out`,
			},
		},
		"values": {
			"{\"MinCount\": \"1\", \"MaxCount\": 4294967296,\n\"EbsOptimized\": {\"a\": [1, 2]},\n\"SecurityGroupIds\": [null, \"\\ud800\", \"sg\\u0000\", [\"a\"]],\n" +
				"\"InstanceMarketOptions\": {\"SpotOptions\": {\"ValidUntil\": \"soon\"}}, \"DryRun\": true}",
			[]string{
				`line 1, column 14: MinCount: integer expected, found a string; write it without quotes`,
				`line 1, column 31: MaxCount: 4294967296 is out of range; an integer from -2147483648 to 2147483647 expected`,
				`line 2, column 17: EbsOptimized: true or false expected, found an object`,
				`line 3, column 22: SecurityGroupIds[0]: null cannot be an item of a list; remove it`,
				`line 3, column 29: SecurityGroupIds[1]: the string holds half of a surrogate pair, which is no character`,
				`line 3, column 38: SecurityGroupIds[2]: the string holds U+0000, which the XML of EC2's answers cannot`,
				`line 3, column 50: SecurityGroupIds[3]: string expected, found a list`,
				`line 4, column 57: InstanceMarketOptions.SpotOptions.ValidUntil: timestamp expected, such as "2026-12-31T23:59:59Z", found "soon"`,
			},
		},
		"a list that is too long is the last": {
			`{"ImageID": "ami-1", "SecurityGroups": [` + strings.Repeat(`"",`, 1000) + `""], "MinCount": "1"}`,
			[]string{
				`line 1, column 2: ImageID: unknown member; did you mean "ImageId"?`,
				`line 1, column 3041: SecurityGroups: the list has more than 1000 items`,
			},
		},
		"what is no JSON is the only one": {
			`{"ImageID": "ami-1", "MinCount": [1}`,
			[]string{`line 1, column 36: found '}' after an item, where a comma or ] must stand`},
		},
	} {
		_, err := decode(tt.doc)
		want := tt.want[0]
		if len(tt.want) > 1 {
			var faults clijson.Errors
			if !errors.As(err, &faults) || len(faults) != len(tt.want) {
				t.Errorf("%s: %T, want %d faults", name, err, len(tt.want))
			}
			want = faults.Error()[:1] + " faults\n\t" + strings.Join(tt.want, "\n\t")
		}
		if err == nil {
			t.Errorf("%s: no error", name)
		} else if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Of a document with many faults, the first 20 are found, in little time.
func TestFaultsAreBounded(t *testing.T) {
	_, err := decode(`{` + strings.TrimSuffix(strings.Repeat(`"a":[],`, 100_000), ",") + `}`)
	var faults clijson.Errors
	if !errors.As(err, &faults) || len(faults) != 20 || !strings.HasPrefix(err.Error(), "20 faults or more\n") {
		t.Errorf("got %.300v", err)
	}
}
