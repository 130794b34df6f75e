package validate_test

import (
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

// full is a rule that has all there is.
func full() *validate.Rule {
	return &validate.Rule{
		ID: "full-range", Members: []string{"MaxCount"}, Given: []string{"MinCount"}, When: []string{"KeyName"}, Reads: []string{"SubnetId"},
		On:     []validate.Subject{validate.Launch},
		Asks:   []validate.Asked{validate.Image},
		Facts:  []instancetype.Fact{instancetype.FactVCPUs},
		Limits: []*validate.Limit{{ID: "l", Figures: []validate.Figure{{Since: validate.Spring2023, N: 1}}}},
		Range: &validate.Range{Min: &validate.Limit{ID: "a", Figures: make([]validate.Figure, 1)},
			Max: &validate.Limit{ID: "b", Figures: make([]validate.Figure, 1)}},
		Values: &validate.Values{ID: "v", Sets: []validate.ValueSet{{Values: []string{"x"}}}},
		Good:   make([]validate.Example, 1), Bad: make([]validate.Example, 1),
	}
}

// addresses collects where the memory of a value lies.
func addresses(v reflect.Value, seen map[uintptr]string, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			seen[v.Pointer()] = path
			addresses(v.Elem(), seen, path)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			seen[v.Pointer()] = path
		}
		for i := range v.Len() {
			addresses(v.Index(i), seen, path+"[]")
		}
	case reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() {
				addresses(member, seen, path+"."+f.Name)
			}
		}
	}
}

func TestClonesShareNoMemory(t *testing.T) {
	r := full()
	for f, member := range reflect.ValueOf(*r).Fields() {
		if kind := f.Type.Kind(); (kind == reflect.Slice || kind == reflect.Pointer) && member.IsZero() {
			t.Errorf("the test does not fill %s", f.Name)
		}
	}
	original, copied := map[uintptr]string{}, map[uintptr]string{}
	addresses(reflect.ValueOf(r), original, "")
	addresses(reflect.ValueOf(validate.Clone([]*validate.Rule{r})[0]), copied, "")
	for address, path := range copied {
		if _, shared := original[address]; shared {
			t.Errorf("%s is shared", path)
		}
	}
	if got := validate.Clone([]*validate.Rule{nil}); got[0] != nil {
		t.Error("a copy of nil is not nil")
	}
}

// What is done to a rule after a validator was made of it changes no check, and
// a limit that was changed in a copy is the one of validators made of the copy.
func TestValidatorsKeepTheirOwnRules(t *testing.T) {
	original := countRule()
	rules := validate.Clone([]*validate.Rule{original})
	before, err := validate.NewValidator(rules)
	if err != nil {
		t.Fatal(err)
	}
	rules[0].Severity = validate.SeverityWarning
	rules[0].Limits[0].Figures[1].N = 20
	rules[0].Check = nil
	in := &ec2.RunInstancesInput{MaxCount: new(int32(11))}
	if report := before.Check(in); report.Err() == nil {
		t.Errorf("the validator found %v", report)
	}
	if report := check(t, in, []*validate.Rule{original}); report.Err() == nil {
		t.Errorf("the original found %v", report)
	}
	raised := validate.Clone([]*validate.Rule{original})
	raised[0].Limits[0].Figures[1].N = 20
	if report := check(t, in, raised); report.Err() != nil {
		t.Errorf("the copy found %v", report)
	}
}
