package launch

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
)

// refuse checks that a text at a path is refused there, or accepted.
func refuse(t *testing.T, path, text string, want bool) {
	t.Helper()
	in, ok := with(path, text)
	if !ok {
		t.Fatalf("%s is no text", path)
	}
	report := Check(in)
	bounded(t, path, report)
	if got := refused(report, path); (got != nil) != want {
		t.Errorf("%s = %.40q (%d bytes): refused %t, want %t\n%s", path, text, len(text), got != nil, want, report)
	}
}

// What XML cannot hold, and what is not UTF-8, is refused at every member: an
// answer that repeats it could not be read.
func TestTextBeyondXMLIsRefused(t *testing.T) {
	for _, path := range members.Paths() {
		if _, isText := with(path, "x"); !isText {
			continue
		}
		for _, text := range []string{"\x00", "a\x00b", "a\x1bb", "\xff", "a\x80", "\xed\xa0\x80", "\xc0\x80", "\ufffe", "a\uffff"} {
			refuse(t, path, text, true)
		}
	}
}

// What breaks lines, hides or reads like a format appears in no report as such.
func TestReportsShowTextAsItIs(t *testing.T) {
	v := demanding(t)
	for _, path := range members.Paths() {
		for _, text := range []string{"a\r\nb: ok", "\u2028", "a\u202eb", "\u200b", "\u200d", "%s%n%d", "$(x)`x`", "{{.}}", "\x1b[2J"} {
			if in, ok := with(path, text); ok {
				bounded(t, path, v.Check(in))
			}
		}
	}
}

// A megabyte of text at any member costs a short report and, if the test is to
// end, linear time.
func TestTextsOfMegabytesAreCutInReports(t *testing.T) {
	byOne(t)
	v := demanding(t)
	var texts []string
	for _, unit := range []string{"a", "1", ":", "\x80", "é", "AKIA", "-----BEGIN "} {
		texts = append(texts, strings.Repeat(unit, 1<<20/len(unit)))
	}
	for _, lead := range []string{"arn:aws:iam:::", "resolve:ssm:", "ami-"} {
		texts = append(texts, lead+strings.Repeat("/:0", 1<<20/3))
	}
	for _, path := range members.Paths() {
		for _, text := range texts {
			if in, ok := with(path, text); ok {
				bounded(t, path, v.Check(in))
			}
		}
	}
}

// ids are the members that hold an ID, by the ID's prefix.
var ids = map[string]string{
	"ImageId":                                "ami",
	"KernelId":                               "aki",
	"RamdiskId":                              "ari",
	"SubnetId":                               "subnet",
	"SecurityGroupIds":                       "sg",
	"NetworkInterfaces[].Groups":             "sg",
	"NetworkInterfaces[].SubnetId":           "subnet",
	"NetworkInterfaces[].NetworkInterfaceId": "eni",
	"BlockDeviceMappings[].Ebs.SnapshotId":   "snap",
	"Placement.GroupId":                      "pg",
	"Placement.HostId":                       "h",
	"LaunchTemplate.LaunchTemplateId":        "lt",
	"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId": "cr",
}

func TestIDsHaveTheForm(t *testing.T) {
	for path, prefix := range ids {
		for _, good := range []string{"-12345678", "-0123456789abcdef0"} {
			refuse(t, path, prefix+good, false)
		}
		for _, bad := range []string{
			"", "-", "-1234567", "-123456789", "-0123456789abcdef", "-0123456789abcdef01", "-" + strings.Repeat("0", 1<<20), // too short or long
			"-1234567\u0661", "-1234567\uff11", "-\u0430bcdef01", "\u201012345678", "-1234567\u212a", "-1234567\u200b", // look-alikes
			"-ABCDEF01", "-12345678\n", "-12345678 ", "-1234567'", "-1234567\x00", "-0x123456", "--1234567", "-12345678," + prefix + "-12345678",
		} {
			mayBeName := path == "SecurityGroupIds" && bad == ""
			refuse(t, path, prefix+bad, !mayBeName)
		}
		for _, bad := range []string{strings.ToUpper(prefix) + "-12345678", " " + prefix + "-12345678", "'" + prefix + "-12345678'", "vpc-12345678", "\u0430-12345678"} {
			refuse(t, path, bad, true)
		}
	}
}

// An enumeration has its values in their own case, and those that a user
// allows.
func TestEnumerationsInAnotherCase(t *testing.T) {
	const future = "a-value-to-come"
	allow := []validate.Option{}
	for _, r := range Rules() {
		if r.Values != nil {
			allow = append(allow, validate.Allow(r.Values.ID, future))
		}
	}
	lenient, err := validate.NewValidator(Rules(), allow...)
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, r := range launchRules() {
		if r.Values == nil {
			continue
		}
		for _, path := range r.Members {
			for _, value := range r.Values.In(validate.Latest) {
				for _, bad := range []string{cased(r, value), " " + value, value + " ", value + "\n", value + "\x00", strings.Replace(value, "k", "\u212a", 1), strings.Replace(value, "s", "\u017f", 1), future} {
					if bad != value {
						tried++
						refuse(t, path, bad, true)
					}
				}
			}
			in, _ := with(path, future)
			if got := lenient.Check(in); slices.Contains(refused(got, path), r.ID) {
				t.Errorf("%s: refused although allowed: %v", path, got)
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d values tried", tried)
	}
}

// cased is a value in another case than its own, where that matters.
func cased(r *validate.Rule, value string) string {
	if r.Values.AnyCase {
		return value + "x"
	}
	return strings.ToUpper(value)
}

// Every enumeration of the SDK is held to its values, but for instance types,
// which are more than any list has.
func TestEveryEnumerationIsJudged(t *testing.T) {
	for _, path := range members.Paths() {
		in, ok := with(path, "\u212anown")
		if !ok || path == "InstanceType" {
			continue
		}
		if typ := typeOf(reflect.TypeOf(*in), path); typ.PkgPath() != "" {
			refuse(t, path, "\u212anown", true)
		}
	}
}

// typeOf is the type of the member at a path.
func typeOf(typ reflect.Type, path string) reflect.Type {
	for step := range strings.SplitSeq(path, ".") {
		f, _ := typ.FieldByName(strings.TrimSuffix(step, "[]"))
		typ = f.Type
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
	}
	return typ
}
