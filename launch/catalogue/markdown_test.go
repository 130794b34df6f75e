package catalogue

import (
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
)

// TestExamplesAreShort: what repeats is counted, and nothing else is left out of
// an example that is then short.
func TestExamplesAreShort(t *testing.T) {
	volume := `{"DeviceName":"/dev/xvdb","Ebs":{"VolumeSize":1}}`
	for _, tt := range []struct{ spec, want string }{
		{`{"KeyName":"` + strings.Repeat("k", 255) + `"}`, `{"KeyName":"k…(×255)"}`},
		{`{"Placement":{"GroupName":"` + strings.Repeat("größe", 20) + `"}}`, `{"Placement":{"GroupName":"größe…(×20)"}}`},
		{`[` + strings.Repeat(volume+",", 9) + volume + `]`, `[` + volume + `,…(×9)` + volume + `]`},
		{`[` + volume + `,` + volume + `]`, `[` + volume + `,` + volume + `]`},
		{"{\"MinCount\":1,\n\t\"MaxCount\":2}", `{"MinCount":1, "MaxCount":2}`},
		{`{"ImageId":"ami-00000000000000000"}`, `{"ImageId":"ami-00000000000000000"}`},
	} {
		if got := short(tt.spec); got != tt.want {
			t.Errorf("%s is\n     %s\nwant %s", tt.spec, got, tt.want)
		}
	}
}

// TestExamplesTellGoodFromBad: a reader of RULES.md sees in what the examples of a
// rule differ, unless that is cut off.
func TestExamplesTellGoodFromBad(t *testing.T) {
	for _, e := range Entries(launch.Rules()) {
		var good, bad strings.Builder
		example(&good, "", e.Good)
		at := e.Bad[0]
		at.At = ""
		example(&bad, "", []Example{at})
		if good.String() == bad.String() && !strings.Contains(bad.String(), "…`") {
			t.Errorf("%s: the good and the bad example are both %s", e.ID, good.String())
		}
	}
}
