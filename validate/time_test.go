package validate_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

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

// So are those of other calls, and texts that look like one stay texts.
func TestTimesOfOtherCallsReadBack(t *testing.T) {
	at := time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)
	r := rule(validate.Rule{
		ID: "fleet-date-format", On: []validate.Subject{validate.CreateFleet}, Members: []string{"ValidFrom", "ValidUntil", "Context"},
		Check: func(p *validate.Pass) {
			for _, path := range []string{"ValidFrom", "ValidUntil", "Context"} {
				p.Reportf(path, "must not be")
			}
		},
	})
	v, err := validate.NewValidator([]*validate.Rule{r})
	if err != nil {
		t.Fatal(err)
	}
	report, _ := v.CheckCall(&ec2.CreateFleetInput{ValidFrom: &at, ValidUntil: &at, Context: new("2030-01-02T03:04:05Z")})
	text, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	var back validate.Report
	if err := json.Unmarshal(text, &back); err != nil || len(report.Violations) != 3 || !reflect.DeepEqual(back, report) {
		t.Errorf("%s reads back as %+v, not %+v: %v", text, back, report, err)
	}
}

// A time of another name would have to be read back too.
func TestTimesAreCalledValidFromAndValidUntil(t *testing.T) {
	seen := map[reflect.Type]bool{}
	names := map[string]int{}
	var walk func(reflect.Type)
	walk = func(of reflect.Type) {
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || seen[of] {
			return
		}
		seen[of] = true
		for f := range of.Fields() {
			if f.Type == reflect.TypeFor[*time.Time]() {
				names[f.Name]++
			}
			walk(f.Type)
		}
	}
	for _, call := range []any{
		ec2.RunInstancesInput{}, ec2.CreateLaunchTemplateInput{}, ec2.CreateLaunchTemplateVersionInput{}, ec2.CreateFleetInput{},
		ec2.RequestSpotInstancesInput{}, ec2.RequestSpotFleetInput{},
	} {
		walk(reflect.TypeOf(call))
	}
	delete(names, "ValidFrom")
	delete(names, "ValidUntil")
	if len(names) > 0 {
		t.Errorf("there are other times: %v", names)
	}
}
