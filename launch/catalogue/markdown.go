package catalogue

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ec2launch/ec2launch/launch"
)

// An Area is the rules on one top-level parameter of a request, or on another
// call.
type Area struct {
	Name  string
	Rules []Entry
}

// Areas groups the library's rules by the parameter that each constrains, and
// those on other calls by the call, in the order of the catalogue.
func Areas() []Area {
	var areas []Area
	for _, e := range Entries(launch.Rules()) {
		name, _, _ := strings.Cut(e.Members[0], ".")
		name = strings.TrimSuffix(name, "[]")
		if len(e.On) > 0 {
			name = e.On[0]
		}
		i := slices.IndexFunc(areas, func(a Area) bool { return a.Name == name })
		if i < 0 {
			i = len(areas)
			areas = append(areas, Area{Name: name})
		}
		areas[i].Rules = append(areas[i].Rules, e)
	}
	return areas
}

const intro = `# Rules

Every rule of the library, grouped by the parameter of RunInstances that it constrains, or by the other call: a table,
then each rule with its source and examples. Generated from the rules by ` + "`go generate ./launch/catalogue`" + `.

Severity: *error*, EC2 refuses the request; *warning*, EC2 ignores the setting or has deprecated it, or the rule rests
on a fact that may have changed; *advice*, a documented recommendation, reported only when asked for. Facts about
instance types that are *revised* make an error a warning unless they are live; *volatile* ones never reject. Rules that
ask the account run only where there is one: what it said is *fixed*, *edited* by somebody, which rejects only while it
was read for this launch, or *moving*, which only warns.
A code in parentheses is inferred, not documented. Examples are fragments: what they leave out is that of a minimal valid request,
and UserData is encoded in base64, unless it is *sent as it stands*.
What an example repeats stands there once, with the number of times: ` + "`k…(×255)`" + ` is 255 letters. An example that ends in
an ellipsis is longer; the file with the rule has all of it: ` + "`git grep -l 'ID: *\"volume-count-advice\"'`" + `.

`

// WriteMarkdown writes RULES.md.
func WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString(intro)
	areas := Areas()
	for _, a := range areas {
		fmt.Fprintf(&b, "- [%s](#%s): %d\n", a.Name, strings.ToLower(a.Name), len(a.Rules))
	}
	for _, a := range areas {
		fmt.Fprintf(&b, "\n## %s\n\n| rule | what must hold | severity | code |\n| --- | --- | --- | --- |\n", a.Name)
		for _, r := range a.Rules {
			fmt.Fprintf(&b, "| [%s](#%[1]s) | %s | %s | %s |\n", r.ID, cell(r.Summary), r.Severity, code(r))
		}
		for _, r := range a.Rules {
			rule(&b, r)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func rule(b *strings.Builder, r Entry) {
	fmt.Fprintf(b, "\n### %s\n\n%s.\n\n", r.ID, capital(r.Summary))
	if r.Reading != "" {
		fmt.Fprintf(b, "Reading: %s.\n\n", strings.TrimSuffix(r.Reading, "."))
	}
	item := func(name, format string, args ...any) {
		fmt.Fprintf(b, "- %s: %s\n", name, fmt.Sprintf(format, args...))
	}
	item("source", "[%s](%s)", r.Source, r.URL)
	item("editions", "%s", strings.Join(r.Editions, ", "))
	item("severity", "%s", r.Severity)
	if r.Code != "" {
		item("code", "%s, %s", r.Code, r.CodeBasis)
	}
	item("members", "%s", list(r.Members))
	if len(r.When) > 0 {
		item("where set", "%s", list(r.When))
	}
	if len(r.Reads) > 0 {
		item("reads", "%s", list(r.Reads))
	}
	for _, f := range r.Facts {
		item("fact", "%s, %s", f.Name, f.Age)
	}
	if len(r.Asks) > 0 {
		item("asks the account for", "%s, %s", list(r.Asks), r.Age)
	}
	for _, l := range r.Limits {
		item("limit", "`%s`, %s: %s", l.ID, l.Summary, dated(l))
	}
	if r.Values != nil {
		item("values", "`%s`, %s: %s", r.Values.ID, r.Values.Summary, dated(*r.Values))
	}
	example(b, "good", r.Good)
	example(b, "bad", r.Bad)
}

// example writes the first example; the others are boundary cases for tests.
func example(b *strings.Builder, kind string, all []Example) {
	if len(all) == 0 {
		return
	}
	ex := all[0]
	fmt.Fprintf(b, "- %s", kind)
	if len(ex.Editions) > 0 {
		fmt.Fprintf(b, " in %s", strings.Join(ex.Editions, ", "))
	}
	if ex.Base64 {
		b.WriteString(", sent as it stands")
	}
	fmt.Fprintf(b, ": `%s`", short(ex.Spec))
	if ex.Account != "" {
		fmt.Fprintf(b, " with `%s`", short(ex.Account))
	}
	if ex.At != "" {
		fmt.Fprintf(b, " at `%s`", ex.At)
	}
	b.WriteByte('\n')
}

func code(r Entry) string {
	if r.CodeBasis == "inferred" {
		return "(" + r.Code + ")"
	}
	return r.Code
}

// dated prints what holds in each edition.
func dated(d Dated) string {
	var parts []string
	for _, edition := range slices.Sorted(maps.Keys(d.Editions)) {
		parts = append(parts, fmt.Sprintf("%v (%s)", d.Editions[edition], edition))
	}
	return strings.Join(parts, ", ")
}

func list(members []string) string { return "`" + strings.Join(members, "`, `") + "`" }

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// capital begins a sentence; names such as io2 stay as they are.
func capital(s string) string {
	if first, _, _ := strings.Cut(s, " "); strings.ContainsAny(first, "0123456789") {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// short keeps long examples readable: it leaves out what repeats, and of what
// is still long the end.
func short(spec string) string {
	const most = 480
	spec = unrepeated(strings.Join(strings.Fields(spec), " "))
	if len(spec) <= most {
		return spec
	}
	return strings.ToValidUTF8(spec[:most], "") + "…"
}

// unrepeated writes what stands many times in a row once, and how many times.
func unrepeated(s string) string {
	const least = 60 // bytes of a run that is worth it
	var b strings.Builder
	for s != "" {
		_, next := utf8.DecodeRuneInString(s)
		b.WriteString(s[:next])
		for n := next; 3*n <= len(s) && n <= 200; n++ {
			run := n
			for strings.HasPrefix(s[run:], s[:n]) {
				run += n
			}
			if run >= max(least, 3*n) {
				fmt.Fprintf(&b, "%s…(×%d)", s[next:n], run/n)
				next = run
				break
			}
		}
		s = s[next:]
	}
	return b.String()
}
