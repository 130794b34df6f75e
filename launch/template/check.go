package template

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"github.com/ec2launch/ec2launch/validate"
)

// Check runs the rules of a validator on the merged request, and those on a
// request and its template: what the two make only together, such as a subnet in
// the request beside network interfaces in the template, is found as well. Of
// what neither gives, nothing else can supply it. A nil validator refuses.
//
// A violation stands at the path of the request where the request gives the
// member or where neither does, and else at that of the template data, with
// "LaunchTemplateData." before it. Where both have a part in it, the message
// names both.
//
// Where the documentation leaves open how the two combine, every reading is
// judged. What all of them find is an error; what only some find is a warning,
// and its message says so. A rule of one's own, see [validate.Also], refuses
// under any reading that no page speaks against.
func (m *Merged) Check(v *validate.Validator) validate.Report {
	if m.isEmpty() {
		return v.Check(nil)
	}
	readings := m.readings(v)
	report := readings[0].Report
	settled := func(f validate.Violation) bool {
		return !slices.ContainsFunc(readings, func(r reading) bool { return !r.finds(f) })
	}
	for i, f := range report.Violations {
		if f.Severity == validate.SeverityError && !v.House(f.Rule) && !settled(f) {
			report.Violations[i] = unsettled(f)
		}
	}
	for _, other := range readings[1:] {
		for _, f := range other.Violations {
			switch {
			case f.Severity != validate.SeverityError || finds(report, f):
			case settled(f), v.House(f.Rule) && other.open():
				report.Violations = append(report.Violations, f)
			case other.open():
				report.Violations = append(report.Violations, unsettled(f))
			}
		}
	}
	return report
}

// A reading is what the rules find if EC2 combines the other way what some
// doubts are about.
type reading struct {
	validate.Report
	turned doubt
}

// open reports whether no page speaks against a reading.
func (r reading) open() bool { return r.turned&(general|ruled) == 0 }

// finds reports whether a reading has a violation, or too many to tell.
func (r reading) finds(f validate.Violation) bool { return r.Omitted > 0 || finds(r.Report, f) }

// finds reports whether a report has a violation of the same rule at the same
// place.
func finds(r validate.Report, f validate.Violation) bool {
	return slices.ContainsFunc(r.Violations, func(g validate.Violation) bool {
		return g.Rule == f.Rule && g.Path == f.Path
	})
}

// readings judges every reading that can tell more, that of m first.
func (m *Merged) readings(v *validate.Validator) []reading {
	alone := sync.OnceValue(func() validate.Report { return m.alone(v) })
	all := []reading{{Report: m.judge(v, alone)}}
	var doubts doubt
	for _, d := range m.merger.unsure {
		doubts |= d &^ answered
	}
	if all[0].Err() == nil && all[0].Omitted == 0 {
		doubts &^= general | ruled // which only refute
	}
	launch := m.launch()
	thorough := small(launch)
	for turned := doubts; turned > 0; turned = (turned - 1) & doubts {
		if one := turned&(turned-1) == 0; !one && turned != doubts && !thorough {
			continue
		}
		other := merge(launch.LaunchTemplateData, launch.Request, turned)
		all = append(all, reading{other.judge(v, alone), turned})
	}
	return all
}

// small reports whether both sides are small enough to judge every combination
// of readings.
func small(launch *validate.TemplatedLaunch) bool {
	const most = 64 << 10
	request, err1 := json.Marshal(launch.Request)
	data, err2 := json.Marshal(launch.LaunchTemplateData)
	return err1 == nil && err2 == nil && len(request)+len(data) <= most
}

// unsettled lowers a violation that not every reading has.
func unsettled(f validate.Violation) validate.Violation {
	f.Severity = validate.SeverityWarning
	f.Message += "; EC2 may combine the two otherwise: no page settles it"
	return f
}

// judge runs the rules on m as the only reading.
func (m *Merged) judge(v *validate.Validator, alone func() validate.Report) validate.Report {
	report, _ := v.CheckCall(m.launch())
	for i, f := range report.Violations {
		f, said := m.located(f)
		if said.both() && !finds(alone(), f) {
			f.Message += said.String()
		}
		report.Violations[i] = f
	}
	return report
}

// alone is what the rules find on either side by itself.
func (m *Merged) alone(v *validate.Validator) validate.Report {
	report := v.Check(m.launch().Request)
	data, _ := v.CheckCall(m.launch().LaunchTemplateData)
	for _, f := range data.Violations {
		f.Path = inTemplate + f.Path
		report.Violations = append(report.Violations, f)
	}
	return report
}

// located moves a violation to the sides it comes from, and tells what they say.
func (m *Merged) located(f validate.Violation) (validate.Violation, sides) {
	var said sides
	f.Path = m.locate(f.Path, &said)
	for i, with := range f.With {
		f.With[i] = m.locate(with, &said)
		if strings.Contains(with, "[") { // an element, which the message may name
			f.Message = strings.ReplaceAll(f.Message, with, f.With[i])
		}
	}
	if len(f.Facts) > 0 {
		m.locate("Effective.InstanceType", &said) // whose facts decided
	}
	return f, said
}

// inTemplate begins the paths of the template's side.
const inTemplate = "LaunchTemplateData."

// locate returns the path on its side of a member of a [validate.TemplatedLaunch],
// and adds what the sides say of it, and of a structure that both make and that
// holds it.
func (m *Merged) locate(path string, said *sides) string {
	if request, ok := strings.CutPrefix(path, "Request."); ok {
		said.request = append(said.request, request)
		return request
	}
	if strings.HasPrefix(path, inTemplate) {
		said.template = append(said.template, path)
		return path
	}
	path = strings.TrimPrefix(strings.TrimPrefix(path, "Effective"), ".")
	at, origin := path, m.merger.origins[path]
	for at != "" && origin == (Origin{}) {
		at = above(at)
		origin = m.merger.origins[at]
	}
	if at == "" {
		return path // neither side gives it: the request may
	}
	said.add(origin)
	for at := above(at); at != ""; at = above(at) {
		if o := m.merger.origins[at]; o.String() == "both" && path[len(at)] == '.' {
			said.add(o)
		}
	}
	if origin.Request == "" {
		return inTemplate + origin.Template + path[len(at):]
	}
	return origin.Request + path[len(at):]
}
