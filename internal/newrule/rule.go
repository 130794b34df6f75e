package main

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"text/template"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/aspects"
	"github.com/ec2launch/ec2launch/internal/members"
)

// A rule is what a declaration is made of.
type rule struct{ ID, Member string }

func (r rule) check() error {
	var faults []error
	if strings.Trim(r.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || strings.Count(r.ID, "-") == 0 {
		faults = append(faults, fmt.Errorf("-id %q: must be words in lower case joined by hyphens, such as "+
			"volume-iops-range", r.ID))
	}
	if _, agreed := aspects.Of(r.ID); !agreed {
		faults = append(faults, fmt.Errorf("-id %q: must end in one of %s", r.ID, strings.Join(aspects.All(), ", ")))
	}
	if !members.Known(r.Member) {
		faults = append(faults, fmt.Errorf("-member %q: a request has no such member; paths are like "+
			"BlockDeviceMappings[].Ebs.Iops", r.Member))
	}
	return errors.Join(faults...)
}

// initialisms are the words that Go writes in capitals.
var initialisms = map[string]string{
	"ip": "IP", "id": "ID", "arn": "ARN", "dns": "DNS", "iops": "IOPS", "cpu": "CPU", "ebs": "EBS", "efa": "EFA",
	"ena":  "ENA",
	"ipv4": "IPv4", "ipv6": "IPv6", "tcp": "TCP", "udp": "UDP",
}

// Variable is the ID in camel case.
func (r rule) Variable() string { return variable(r.ID) }

func variable(id string) string {
	first, rest, _ := strings.Cut(id, "-")
	name := first
	for word := range strings.SplitSeq(rest, "-") {
		if known, ok := initialisms[word]; ok {
			name += known
		} else {
			name += strings.ToUpper(word[:min(1, len(word))]) + word[min(1, len(word)):]
		}
	}
	return name
}

// Shape is the structure in the reference that has the member.
func (r rule) Shape() string {
	t := reflect.TypeFor[ec2.RunInstancesInput]()
	shape := "RunInstances"
	for step := range strings.SplitSeq(r.Member, ".") {
		for t.Kind() != reflect.Struct {
			t = t.Elem()
		}
		if t != reflect.TypeFor[ec2.RunInstancesInput]() {
			shape = t.Name()
		}
		f, _ := t.FieldByName(strings.TrimSuffix(step, "[]"))
		t = f.Type
	}
	return shape
}

// Name is the member without what stands before it.
func (r rule) Name() string { return r.Member[strings.LastIndexByte(r.Member, '.')+1:] }

// InList reports whether the member stands in a list.
func (r rule) InList() bool { return strings.Contains(r.Member, "[]") }

// Word is what the summary says of the member.
func (r rule) Word() string {
	if r.Advice() {
		return "should"
	}
	return "must"
}

// Advice reports whether the rule is a recommendation.
func (r rule) Advice() bool { return strings.HasSuffix(r.ID, "-advice") }

// At is the member in the first element of each list.
func (r rule) At() string { return strings.ReplaceAll(r.Member, "[]", "[0]") }

// Limits are the ends of the range that a rule states in the place of a check,
// where it bounds a number or the length of a text: the least and the most.
func (r rule) Limits() []limit {
	_, kind := members.Values(r.Member)
	var least, most string
	switch aspect, _ := aspects.Of(r.ID); {
	case aspect == "range" && kind == members.Number:
		least, most = "smallest", "largest"
	case aspect == "length" && kind == members.Text:
		least, most = "fewest characters of", "most characters of"
	default:
		return nil
	}
	subject := r.ID[:strings.LastIndexByte(r.ID, '-')]
	return []limit{{r, subject + "-min", least, "0"}, {r, subject + "-max", most, "1<<63 - 1"}}
}

// A limit is an end of the range of a rule.
type limit struct {
	rule
	LimitID string
	End     string // what the summary says of it: "largest"
	N       string // a figure that refuses nothing, until it is filled in
}

// Variable is the limit's ID in camel case.
func (l limit) Variable() string { return variable(l.LimitID) }

var limitDeclaration = template.Must(template.New("limit").Parse(`
var {{.Variable}} = &validate.Limit{
	ID:      "{{.LimitID}}",
	Summary: "{{.End}} {{.Name}}",
	Source:  validate.Source{Shape: "{{.Shape}}", Member: "{{.Name}}"},
	Figures: []validate.Figure{{"{{"}}Since: validate.Spring2023, N: {{.N}}}},
}
`))

var declaration = template.Must(template.New("rule").Parse(`
var {{.Variable}} = &validate.Rule{
	ID:      "{{.ID}}",
	Summary: "{{.Name}} {{.Word}}",
	Source:  validate.Source{Shape: "{{.Shape}}", Member: "{{.Name}}"},
{{- if .Advice}}
	Severity: validate.SeverityAdvice,
{{- else}}
	Code:    "InvalidParameterValue",
{{- end}}
{{- with .Limits}}
	Members: []string{"{{$.Member}}"},
	Range:   &validate.Range{Min: {{(index . 0).Variable}}, Max: {{(index . 1).Variable}}},
{{- else}}
	Given:   []string{"{{.Member}}"},
	Check: func(p *validate.Pass) {
{{- if .InList}}
		{{.Loops -}}
{{- else}}
		if false {
			p.Reportf("{{.Member}}", "{{.Word}}")
		}
{{- end}}
	},
{{- end}}
	Good: []validate.Example{
		{Spec: ` + "`{}`" + `},
	},
	Bad: []validate.Example{
		{Spec: ` + "`{}`" + `, At: "{{.At}}"},
	},
}
`))
