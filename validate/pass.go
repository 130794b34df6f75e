package validate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/members"
)

// A Pass is one rule's view of one request. It is valid only during the call
// of [Rule.Check].
type Pass struct {
	// Input is the request, or as much of one as another call describes. It
	// must not be modified, nor kept. It is nil where the rule judges something
	// else, see [Rule.On].
	Input *ec2.RunInstancesInput
	// Call is what a rule with On judges, a pointer to the structure of its
	// [Subject]; nil for others. It must not be modified, nor kept.
	Call any
	// Edition is the one whose figures hold.
	Edition Edition

	validator *Validator
	rule      *compiled
	beyond    *Limit // what the next report names, see [Pass.Beyond]
	found     findings

	partial bool     // something else may supply what Input leaves out
	merged  bool     // Input has what its launch template supplies
	stored  bool     // Input is the data of a launch template
	chosen  bool     // requirements stand in the place of an instance type
	subnets []string // those that a fleet lists in the place of one

	info   instancetype.Info
	known  bool
	asked  bool
	memos  []interface{ forget() }
	recent interface{ forget() } // of the memos, the one that was asked for last

	set   members.Set // what the request sets
	wrong members.Set // what has a value that fails its test
	rules []*compiled // those that run on such requests
}

// forget drops what was worked out of the request. Memos of which one panics are
// dropped with all that they hold.
func (p *Pass) forget() {
	defer func() {
		if recover() != nil {
			p.memos = nil
		}
	}()
	p.info, p.known, p.asked, p.recent = instancetype.Info{}, false, false, nil
	for _, m := range p.memos {
		m.forget()
	}
}

// clear makes p ready for another request, which may well set the same members.
func (p *Pass) clear() {
	p.forget()
	*p = Pass{memos: p.memos, set: p.set, wrong: p.wrong, rules: p.rules}
}

// structure is what the rule judges.
func (p *Pass) structure() any {
	if p.Call != nil {
		return p.Call
	}
	return p.Input
}

// Templated reports whether something else may supply what the request leaves
// out: the launch template that it names, or, where the data of a template or an
// override of a fleet is judged, the request or the template that it goes with.
// Rules about absent members stay silent then. An empty structure is not sent,
// and names no template; one whose data is merged into the request, as in a
// [TemplatedLaunch], has nothing left to supply.
func (p *Pass) Templated() bool {
	if p.partial || p.merged {
		return p.partial
	}
	t := p.Input.LaunchTemplate
	return t != nil && *t != types.LaunchTemplateSpecification{}
}

// Stored reports whether the data of a launch template is judged, which EC2
// stores without looking at all of it.
func (p *Pass) Stored() bool { return p.stored }

// TypeChosen reports whether EC2 chooses the instance type, by InstanceRequirements
// that stand beside what is judged. A launch without a type is not then one that
// lacks it.
func (p *Pass) TypeChosen() bool { return p.chosen }

// Subnets returns the subnets that SubnetId names: none, one, or those that a fleet
// lists there with commas between them. Input has the first of them.
func (p *Pass) Subnets() []string {
	if len(p.subnets) == 0 && p.Input != nil && p.Input.SubnetId != nil {
		return []string{*p.Input.SubnetId}
	}
	return slices.Clone(p.subnets)
}

// InstanceType returns what is known of the request's instance type. Of a type
// that is absent or not in the catalogue, every fact is unknown.
func (p *Pass) InstanceType() instancetype.Info {
	if !p.asked {
		p.lookUp()
	}
	return p.info
}

// LookupInstanceType is like [Pass.InstanceType] and reports whether the
// catalogue lists the type.
func (p *Pass) LookupInstanceType() (instancetype.Info, bool) { return p.InstanceType(), p.known }

func (p *Pass) lookUp() {
	p.info, p.known = p.validator.facts.Lookup(p.Input.InstanceType)
	p.asked = true
}

// Limit returns a dated figure, which must be one of the rule's: the user's
// where [Override] was given, else the edition's. ok is false where the edition
// states none; what the figure would decide, the rule must then not report. A
// report that the figure decides names it by [Pass.Beyond].
func (p *Pass) Limit(l *Limit) (n int64, ok bool) {
	own, figures := l.original(), p.rule.figures
	for i := range figures {
		if f := &figures[i]; f.limit == own {
			return f.n, f.ok
		}
	}
	panic(fault("it reads the limit " + clip(l.ID, maxQuoted) + ", which it does not list"))
}

// At is like the function [At], but returns "" once the report has no room for
// what the rule would report there.
func (p *Pass) At(path string, index ...int) string {
	if severity, _ := p.severity(); p.found.full(severity) {
		return ""
	}
	return At(path, index...)
}

// Beyond makes the next report name the limit that decided, which a user can
// replace with [Override]:
//
//	p.Beyond(gp3IOPSMax).Reportf(path, "must be at most %d", most)
func (p *Pass) Beyond(l *Limit) *Pass {
	p.beyond = l
	return p
}

// Reportf records that the rule is broken at a path, which must be one that
// the request can have: "BlockDeviceMappings[0].Ebs.Iops"; [Pass.At] writes it.
// The message says what is allowed and what to do, and is printed as it stands, so
// that user data does not belong into it; the value found at the path is added by the
// validator, unless it may be secret.
func (p *Pass) Reportf(path, format string, args ...any) {
	p.report(path, nil, format, args)
}

// Conflictf is like [Pass.Reportf] for a member that does not go with others.
func (p *Pass) Conflictf(path string, with []string, format string, args ...any) {
	p.report(path, with, format, args)
}

// report records a violation unless the report is full.
func (p *Pass) report(path string, with []string, format string, args []any) {
	limit := p.beyond
	p.beyond = nil
	severity, note := p.severity()
	if severity == SeverityAdvice && !p.validator.advise || !p.found.count(severity) {
		return
	}
	place, value, ok := locate(p.structure(), path)
	if !ok {
		panic(fault("it reports at a path that no request has"))
	}
	for _, w := range with {
		if _, _, ok := locate(p.structure(), w); !ok {
			panic(fault("it reports a conflict with a path that no request has"))
		}
	}
	text := fmt.Sprintf(format, args...)
	if strings.Contains(text, "(PANIC=") {
		panic(fault("its message panicked"))
	}
	r := p.rule
	v := Violation{
		Rule:     r.ID,
		Severity: severity,
		Path:     path,
		With:     slices.Clone(with),
		Value:    value,
		Message:  message(text + note),
		Code:     r.Code,
		Basis:    r.CodeBasis,
		URL:      r.Source.URL(),
		Facts:    p.facts(),
	}
	if r.Secret || hidden(p.structure(), path, value) {
		v.Value = nil
	}
	if limit != nil {
		v.Limit = limit.ID
	}
	if r.Values != nil {
		v.Values = r.Values.ID
	}
	p.found.all = append(p.found.all, finding{v, place})
}

// severity returns the rule's severity, lowered as far as the age of the facts
// it rests on demands, and a note that dates the fact when it was lowered.
// Facts that are unknown cannot have decided. What AWS has revised since does
// not reject in an edition that is older than the fact.
func (p *Pass) severity() (Severity, string) {
	r := p.rule
	if len(r.Asks) > 0 {
		if severity, note := p.aged(); note != "" {
			return severity, note
		}
	}
	if r.Severity != SeverityError || len(r.Facts) == 0 {
		return r.Severity, ""
	}
	info := p.InstanceType()
	lowered := SeverityWarning
	for _, fact := range r.Facts {
		source := info.Source(fact)
		if source == (instancetype.Source{}) {
			continue
		}
		age := info.Age(fact)
		old := age == instancetype.Revised && (p.Edition < Latest || !source.Live)
		if old && !p.validator.strict || age == instancetype.Volatile {
			return SeverityWarning, dated(source)
		}
		lowered = SeverityError
	}
	return lowered, ""
}

func dated(s instancetype.Source) string {
	if s.Date == "" {
		return ""
	}
	return " (as of " + s.Date + ")"
}

// facts names the facts that the rule rests on and that are known.
func (p *Pass) facts() []string {
	var names []string
	for _, fact := range p.rule.Facts {
		if p.InstanceType().Source(fact) != (instancetype.Source{}) {
			names = append(names, fact.String())
		}
	}
	return names
}

// At fills the list positions into a path:
//
//	At("BlockDeviceMappings[].Ebs.Iops", 2) == "BlockDeviceMappings[2].Ebs.Iops"
func At(path string, index ...int) string {
	var b strings.Builder
	for _, i := range index {
		head, tail, ok := strings.Cut(path, "[]")
		if !ok {
			panic(fmt.Sprintf("validate.At(%q): too many positions", path))
		}
		b.WriteString(head)
		b.WriteByte('[')
		b.WriteString(strconv.Itoa(i))
		b.WriteByte(']')
		path = tail
	}
	b.WriteString(path)
	return b.String()
}
