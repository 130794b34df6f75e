package validate

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
)

// maxReported bounds the violations that a report holds.
const maxReported = 100

// findings collects what the rules report during one check.
type findings struct {
	all     []finding
	counts  [3]int // by severity
	omitted int
}

type finding struct {
	Violation
	place []int
}

func (f *findings) add(p *Pass, path string, with []string, message string, args ...any) {
	severity, note := p.severity()
	if severity == SeverityAdvice && !p.validator.advise {
		return
	}
	if f.counts[severity]++; f.counts[severity] > maxReported {
		f.omitted++
		return
	}
	place, value := locate(p.Input, path)
	if p.rule.Secret {
		value = nil
	}
	f.all = append(f.all, finding{
		Violation: Violation{
			Rule:     p.rule.ID,
			Severity: severity,
			Path:     path,
			With:     with,
			Value:    value,
			Message:  format.Plain(clip(fmt.Sprintf(message, args...)+note, maxMessage)),
			Code:     p.rule.Code,
			URL:      p.rule.Source.URL(),
		},
		place: place,
	})
}

// violations returns what was found in the order of the request; what stands
// at one place, worst first and then in the order of the rules.
func (f *findings) violations() []Violation {
	if len(f.all) == 0 {
		return nil
	}
	slices.SortStableFunc(f.all, func(a, b finding) int {
		return cmp.Or(slices.Compare(a.place, b.place), cmp.Compare(a.Severity, b.Severity))
	})
	f.trim()
	vs := make([]Violation, len(f.all))
	for i := range f.all {
		vs[i] = f.all[i].Violation
	}
	return vs
}

// trim drops what is too much, the mildest first and from the end, so that no
// crowd of warnings hides an error.
func (f *findings) trim() {
	for s := SeverityAdvice; s > SeverityError; s-- {
		for i := len(f.all) - 1; i >= 0 && len(f.all) > maxReported; i-- {
			if f.all[i].Severity == s {
				f.all = slices.Delete(f.all, i, i+1)
				f.omitted++
			}
		}
	}
}

// severity returns the rule's severity, lowered as far as the age of the facts
// it rests on demands, and a note that dates the fact when it was lowered. Facts
// that are unknown cannot have decided.
func (p *Pass) severity() (Severity, string) {
	if p.rule.Severity != SeverityError || len(p.rule.Facts) == 0 {
		return p.rule.Severity, ""
	}
	info := p.InstanceType()
	lowered := SeverityWarning
	for _, fact := range p.rule.Facts {
		source := info.Source(fact)
		if source == (instancetype.Source{}) {
			continue
		}
		age := info.Age(fact)
		revised := age == instancetype.Revised && !source.Live && !p.validator.strict
		if revised || age == instancetype.Volatile {
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
