package validate_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/validate"
)

// lengths notes how often a key's name was measured and forgotten.
type lengths struct{ length, measured, forgotten int }

var keyName = validate.Memo[lengths]{
	Fill:   func(p *validate.Pass, l *lengths) { l.length, l.measured = len(*p.Input.KeyName), l.measured+1 },
	Forget: func(l *lengths) { l.length, l.forgotten = 0, l.forgotten+1 },
}

func TestMemosAreFilledOnceACheck(t *testing.T) {
	var seen []lengths
	read := func(p *validate.Pass) { seen = append(seen, *keyName.Of(p)) }
	v, err := validate.NewValidator([]*validate.Rule{
		rule(validate.Rule{ID: "a-length", Given: []string{"KeyName"}, Check: read}),
		rule(validate.Rule{ID: "b-length", Given: []string{"KeyName"}, Check: read}),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", "abc"} {
		seen = nil
		v.Check(&ec2.RunInstancesInput{KeyName: &name})
		if len(seen) != 2 || seen[0] != seen[1] || seen[0].length != len(name) {
			t.Errorf("of %q the rules see %+v", name, seen)
		}
		if seen[0].measured != seen[0].forgotten+1 {
			t.Errorf("an earlier value was not forgotten: %+v", seen[0])
		}
	}
}

func TestWhatAMemoLeavesBehindInAPanicIsDropped(t *testing.T) {
	for name, forget := range map[string]func(*[]string){
		"none":           nil,
		"a good one":     func(names *[]string) { *names = nil },
		"one that fails": func(names *[]string) { clear((*names)[:2]) },
	} {
		names := validate.Memo[[]string]{
			Fill: func(p *validate.Pass, names *[]string) {
				if *names = append(*names, *p.Input.KeyName); *p.Input.KeyName == "bad" {
					panic("halfway")
				}
			},
			Forget: forget,
		}
		var seen []string
		v, err := validate.NewValidator([]*validate.Rule{rule(validate.Rule{ID: "a-names", Given: []string{"KeyName"},
			Check: func(p *validate.Pass) { seen = *names.Of(p) }})})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"bad", "good"} {
			v.Check(&ec2.RunInstancesInput{KeyName: &name})
		}
		if len(seen) != 1 || seen[0] != "good" {
			t.Errorf("with %s as Forget, a rule sees %q after a panic", name, seen)
		}
	}
}
