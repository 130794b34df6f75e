package validate_test

import (
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
)

// Whatever is given a name of megabytes, the error that tells of it is short.
func TestErrorsOfNewValidatorCutLongNames(t *testing.T) {
	long := strings.Repeat("a", 3<<20)
	plain := func(change func(*validate.Rule)) *validate.Rule {
		r := &validate.Rule{ID: "house-format", Summary: "must", Source: validate.Source{Guide: "house"}, Code: "InvalidParameterValue",
			Members: []string{"KeyName"}, Tag: "max=3"}
		change(r)
		return r
	}
	checked := func(change func(*validate.Rule)) *validate.Rule {
		return plain(func(r *validate.Rule) {
			r.Tag, r.Given, r.Members, r.Check = "", []string{"KeyName"}, nil, func(*validate.Pass) {}
			change(r)
		})
	}
	limit := func(id string, n int64) *validate.Limit {
		return &validate.Limit{ID: id, Figures: []validate.Figure{{Since: validate.Spring2023, N: n}}}
	}
	limited := func(id string, l *validate.Limit) *validate.Rule {
		return checked(func(r *validate.Rule) { r.ID, r.Limits = id, []*validate.Limit{l} })
	}
	valued := func(id, values, value string) *validate.Rule {
		return plain(func(r *validate.Rule) {
			r.ID, r.Tag = id, ""
			r.Values = &validate.Values{ID: values, Sets: []validate.ValueSet{{Since: validate.Spring2023, Values: []string{value}}}}
		})
	}
	for name, rules := range map[string][]*validate.Rule{
		"an ID":                  {plain(func(r *validate.Rule) { r.ID = long + "-" })},
		"an ID given twice":      {plain(func(r *validate.Rule) { r.ID = long }), plain(func(r *validate.Rule) { r.ID = long })},
		"an ID near that asked":  {plain(func(r *validate.Rule) { r.ID = long[1:] })},
		"an ID with another tag": {plain(func(r *validate.Rule) { r.ID, r.Tag = long, "mim=3" })},
		"a tag":                  {plain(func(r *validate.Rule) { r.Tag = long })},
		"a tag's parameter":      {plain(func(r *validate.Rule) { r.Tag = "max=" + long })},
		"a tag's test":           {plain(func(r *validate.Rule) { r.Tag = "max=3," + long })},
		"a member":               {plain(func(r *validate.Rule) { r.Members = []string{long} })},
		"a member twice":         {checked(func(r *validate.Rule) { r.When = []string{long, long} })},
		"a member of a fleet":    {checked(func(r *validate.Rule) { r.On, r.Given = []validate.Subject{validate.CreateFleet}, []string{long, long} })},
		"a page":                 {plain(func(r *validate.Rule) { r.Source = validate.Source{Page: long} })},
		"a limit":                {limited("a-limit", limit(long, 1)), limited("b-limit", limit(long, 2))},
		"a limit without figure": {limited("a-limit", &validate.Limit{ID: long})},
		"values":                 {valued("a-values", long, "a"), valued("b-values", long, "b")},
		"nothing":                nil,
	} {
		_, err := validate.NewValidator(rules, validate.Skip(long), validate.Override(long[2:], 1), validate.Override(long[2:], 2),
			validate.Allow(long[2:], long), validate.Allow(long[2:]))
		if err == nil {
			t.Fatalf("%s: no error", name)
		}
		if n := len(err.Error()); n > 2<<10 {
			t.Errorf("%s: an error of %d bytes", name, n)
		}
	}
}
