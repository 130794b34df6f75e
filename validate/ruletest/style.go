package ruletest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/aspects"
	"github.com/ec2launch/ec2launch/validate"
)

// Style tests what makes rules read alike: IDs that end in one of the agreed
// aspects, which are advice, conflict, deprecated, format, ignored, length,
// limit, range, ratio, required, reserved, retired, unique, unknown,
// unsupported and values; summaries that say must of what EC2 refuses and should of all else,
// without a full stop, and without the figures of the rule's limits, which
// change while the summary stands; examples of both kinds, the bad ones at
// members that the rule constrains; no member that follows from another.
func Style(t testing.TB, rules []*validate.Rule) {
	t.Helper()
	if !wellFormed(t, rules) {
		return
	}
	for _, r := range rules {
		for _, fault := range faults(r) {
			t.Errorf("%s: %s", r.ID, fault)
		}
	}
}

func faults(r *validate.Rule) []string {
	var faults []string
	wrong := func(bad bool, format string, args ...any) {
		if bad {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	aspect, agreed := aspects.Of(r.ID)
	wrong(!agreed, "the ID ends in %q, not in one of %v", aspect, aspects.All())
	wrong((aspect == "advice") != (r.Severity == validate.SeverityAdvice),
		"the ID of advice, and of nothing else, ends in -advice")
	wrong(strings.HasSuffix(r.Summary, "."), "the summary ends in a full stop")
	word := "must"
	if r.Severity != validate.SeverityError {
		word = "should"
	}
	wrong(!strings.Contains(r.Summary, word), "the summary of a rule of severity %v does not say %q", r.Severity, word)
	for _, n := range figures(r) {
		wrong(slices.Contains(strings.FieldsFunc(r.Summary, notDigit), n), "the summary has the figure %s of a limit",
			n)
	}
	wrong(len(r.Good) == 0, "there is no good example")
	wrong(len(r.Bad) == 0, "there is no bad example")
	for _, x := range r.Good {
		wrong(x.At != "", "the good example %s names a path", x.Spec)
	}
	constrained := slices.Collect(r.Constrained())
	for _, x := range r.Bad {
		wrong(!slices.Contains(constrained, member(x.At)),
			"the bad example at %s is at none of the members that it constrains", x.At)
	}
	for _, when := range r.When {
		wrong(len(r.Given) > 0 && !slices.ContainsFunc(r.Given, func(m string) bool { return !below(m, when) }),
			"When repeats %s, which follows from Given", when)
		wrong(slices.ContainsFunc(r.When, func(m string) bool { return below(m, when) }),
			"When repeats %s, which follows from another", when)
	}
	return faults
}

// figures lists the figures of a rule's limits.
func figures(r *validate.Rule) (list []string) {
	for l := range r.Figures() {
		for _, f := range l.Figures {
			if f.N > 1 {
				list = append(list, fmt.Sprint(f.N))
			}
		}
	}
	return list
}

func notDigit(c rune) bool { return c < '0' || c > '9' }

// below reports whether a member is part of another.
func below(m, of string) bool {
	return strings.HasPrefix(m, of+".") || strings.HasPrefix(m, of+"[].")
}

// member turns the path of a violation into that of a member: positions become
// [], except that of the last step, where it stands for the list.
func member(path string) string {
	var b strings.Builder
	for rest := path; rest != ""; {
		head, tail, indexed := strings.Cut(rest, "[")
		b.WriteString(head)
		if !indexed {
			break
		}
		if _, rest, _ = strings.Cut(tail, "]"); rest != "" {
			b.WriteString("[]")
		}
	}
	return b.String()
}
