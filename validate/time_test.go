package validate_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
)

// Every instant that a request can hold can be reported, printed as JSON, and
// read back.
func TestReportsOfAnyTimeReadBack(t *testing.T) {
	const path = "InstanceMarketOptions.SpotOptions.ValidUntil"
	r := rule(validate.Rule{ID: "until-format", Members: []string{path},
		Check: func(p *validate.Pass) { p.Reportf(path, "must not be") }})
	for _, until := range []time.Time{
		time.Date(2030, 1, 2, 3, 4, 5, 6, time.UTC),
		time.Date(2030, 1, 1, 0, 0, 0, 0, time.FixedZone("x", 25*3600)),
		time.Date(100000, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC),
	} {
		in := &ec2.RunInstancesInput{InstanceMarketOptions: &types.InstanceMarketOptionsRequest{
			SpotOptions: &types.SpotMarketOptions{ValidUntil: &until},
		}}
		report := check(t, in, []*validate.Rule{r})
		text, err := json.Marshal(report)
		if err != nil {
			t.Errorf("%v: %v", until, err)
			continue
		}
		var back validate.Report
		if err := json.Unmarshal(text, &back); err != nil || !reflect.DeepEqual(back, report) {
			t.Errorf("%s reads back as %+v, not %+v: %v", text, back, report, err)
		}
	}
}

// A second time would have to be read back too.
func TestARequestHasOneTime(t *testing.T) {
	times := 0
	for _, path := range members.Paths() {
		if path == "InstanceMarketOptions.SpotOptions.ValidUntil" {
			times++
		}
	}
	var walk func(reflect.Type) int
	walk = func(of reflect.Type) (n int) {
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		switch {
		case of == reflect.TypeFor[time.Time]():
			return 1
		case of.Kind() == reflect.Struct:
			for f := range of.Fields() {
				n += walk(f.Type)
			}
		}
		return n
	}
	if n := walk(reflect.TypeFor[ec2.RunInstancesInput]()); n != 1 || times != 1 {
		t.Errorf("a request has %d times", n)
	}
}
