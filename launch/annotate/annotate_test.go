package annotate_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/annotate"
	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
)

func check(t testing.TB, name, doc string) annotate.File {
	t.Helper()
	return checkCall(t, name, doc, new(ec2.RunInstancesInput))
}

// checkCall checks the input of a call, which it reads into call.
func checkCall(t testing.TB, name, doc string, call any) annotate.File {
	t.Helper()
	err := launch.DecodeCallCLI(strings.NewReader(doc), call)
	if _, undecoded := errors.AsType[*launch.DecodeError](err); undecoded {
		return annotate.Undecoded(name, []byte(doc), err)
	}
	report, covered := launch.CheckCall(call)
	if err != nil || !covered {
		t.Fatalf("%T: %v", call, err)
	}
	return annotate.Locate(name, []byte(doc), report)
}

// Faults stand each at its own place, also where they have one path.
func TestFaultsOfOneMemberStandEachAtItsPlace(t *testing.T) {
	f := check(t, "a.json", "{\"ImageId\":\"a\",\n\"ImageId\":\"b\",\n\"ImageId\":\"c\",\n\"Foo\":1,\n\"Foo\":2}")
	got := gitHub(t, f)
	for _, want := range []string{"line=2,col=1,", "line=3,col=1,", "line=4,col=1,", "line=5,col=1,"} {
		if !strings.Contains(got, want) {
			t.Errorf("nothing stands at %q:\n%s", want, got)
		}
	}
	for _, want := range []string{`"startLine": 2`, `"startLine": 3`, `"startLine": 4`, `"startLine": 5`} {
		if got := sarif(t, f); !strings.Contains(got, want) {
			t.Errorf("nothing has %s:\n%s", want, got)
		}
	}
}

// What a document breaks is marked from its beginning to its end, and its place and
// rule are said once.
func TestFaultsAreMarkedAndSayNothingTwice(t *testing.T) {
	f := check(t, "a.json", "{\"KeyName\":\"\U0001F600\",\"ImageID\":\"a\",\n\"MinCount\": \"1\"}")
	for form, got := range map[string]string{"SARIF": sarif(t, f), "GitHub": gitHub(t, f)} {
		if strings.Contains(got, "column ") || strings.Contains(got, "[decode]") || strings.Contains(got, `"properties": {}`) {
			t.Errorf("%s says something twice, or nothing:\n%s", form, got)
		}
	}
	if diff := cmp.Diff([]string{"decode 1:16 17-26", "decode 2:13 13-16"}, places(t, f)); diff != "" {
		t.Error(diff)
	}
	if line, column := f.Position(f.Report.Violations[1]); line != 2 || column != 13 {
		t.Errorf("the second stands at %d:%d", line, column)
	}
	if line, column := f.Position(validate.Violation{Path: "elsewhere"}); line != 0 || column != 0 {
		t.Errorf("what is not there stands at %d:%d", line, column)
	}
}

func TestAReportSaysThatThereMayBeMoreFaults(t *testing.T) {
	got := gitHub(t, check(t, "a.json", "{"+strings.Repeat("\"a\":1,", 30)+"\"a\":1}"))
	if strings.Count(got, "::error ") != 20 ||
		!strings.HasSuffix(got, "\n::notice file=a.json,title=decode::request: only the first 20 faults are told; there may be more behind them\n") {
		t.Errorf("GitHub is told %s", got)
	}
}

func TestErrorsThatAreNoFaultStandInTheReport(t *testing.T) {
	got := gitHub(t, annotate.Undecoded("a.json", nil, errors.New("no call")), annotate.Undecoded("b.json", nil, nil),
		annotate.Undecoded("c.json", nil, &launch.DecodeErrors{Faults: []*launch.DecodeError{nil}}),
		annotate.Undecoded("c.json", nil, (*launch.DecodeError)(nil)),
		annotate.Undecoded("d.json", []byte("{}"), fmt.Errorf("d: %w", &launch.DecodeError{Line: 1, Column: 1, Message: "must be"})))
	want := "::error file=a.json,title=decode::request: no call\n" +
		"::error file=c.json,title=decode::request: launch: the DecodeError is nil\n" +
		"::error file=c.json,title=decode::request: launch: the DecodeError is nil\n" +
		"::error file=d.json,line=1,col=1,title=decode::request: must be\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func gitHub(t testing.TB, files ...annotate.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := annotate.GitHub(&b, files...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func sarif(t testing.TB, files ...annotate.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := annotate.SARIF(&b, launch.Rules(), files...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const minimal = `"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","MinCount":1,"MaxCount":1`

// places lists what both forms say of a file: the rule, the line, and the column
// for GitHub and those from which to which SARIF marks.
func places(t testing.TB, f annotate.File) (places []string) {
	t.Helper()
	var log struct {
		Runs []struct {
			Results []struct {
				RuleID    string
				Locations []struct {
					PhysicalLocation struct {
						Region struct{ StartLine, StartColumn, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(sarif(t, f)), &log); err != nil {
		t.Fatal(err)
	}
	commands := strings.Split(gitHub(t, f), "\n")
	for i, r := range log.Runs[0].Results {
		at := r.Locations[0].PhysicalLocation.Region
		_, place, _ := strings.Cut(commands[i], " file=a.json,")
		var line, column int
		fmt.Sscanf(place, "line=%d,col=%d,", &line, &column)
		if line != at.StartLine || !strings.Contains(place, "title="+r.RuleID+"::") {
			t.Errorf("SARIF says line %d of %s, GitHub is told %s", at.StartLine, r.RuleID, commands[i])
		}
		places = append(places, fmt.Sprintf("%s %d:%d %d-%d", r.RuleID, line, column, at.StartColumn, at.EndColumn))
	}
	return places
}

// TestPositions holds that both forms say where the member at fault begins:
// GitHub's in characters, SARIF in code units of UTF-16, and also where it ends.
func TestPositions(t *testing.T) {
	for _, tt := range []struct {
		name, doc string
		want      []string
	}{
		{"nested, beside twins",
			"{" + minimal + ",\n \"BlockDeviceMappings\": [\n  {\"DeviceName\":\"/dev/sdf\",\"Ebs\":{\"VolumeType\":\"gp3\",\"VolumeSize\":10,\"Iops\":3000}},\n" +
				"  {\"DeviceName\":\"/dev/sdg\",\"Ebs\":{\"VolumeType\":\"gp3\",\"VolumeSize\":10,\"Iops\" : 2999 }}]}",
			[]string{"volume-iops-range 4:70 70-83"}},
		{"CRLF and a text of several bytes a character",
			"{" + minimal + ",\r\n\"KeyName\":\"\u00fc\U0001F600\u00fc\",\"UserData\":\"x\",\"SecurityGroupIds\":[\"sg-1\"]}",
			[]string{"key-name-ascii-format 2:1 1-17", "security-group-id-format 2:52 53-59"}},
		{"a tab is one character", "{" + minimal + ",\n\t\t\"SecurityGroupIds\":[\"sg-1\"]}", []string{"security-group-id-format 2:23 23-29"}},
		{"an absent member, in what is around it",
			"{" + minimal + ",\n  \"BlockDeviceMappings\":[{\"Ebs\":{\"VolumeSize\":10}}]}", []string{"device-name-required 2:26 26-27"}},
		{"an absent member of the request",
			"\n{\"InstanceType\":\"m7i.large\"}", []string{"image-required 2:1 1-2"}},
		{"an unknown member", "{\n\t\"ImageID\":\"\"}", []string{"decode 2:2 2-11"}},
		{"a repeated member", "{\"MinCount\":1,\n\"MinCount\":2}", []string{"decode 2:1 1-11"}},
		{"behind characters of two code units", "{\"KeyName\":\"\U0001F600\",\"KeyNam\":\"\"}", []string{"decode 1:16 17-25"}},
		{"a byte order mark", "\ufeff{" + minimal + "}", []string{"decode 1:1 1-0"}},
		{"not JSON", "{\r\n  'a': 1}", []string{"decode 2:3 3-0"}},
		{"a list", "[{" + minimal + "}]", []string{"decode 1:1 1-2"}},
		{"lines of JSON", "{" + minimal + "}\n{" + minimal + "}\n", []string{"decode 2:1 1-2"}},
		{"nothing", "", []string{"decode 1:1 1-0"}},
		{"too long", "{" + minimal + ",\"UserData\":\"" + strings.Repeat("x", 1<<20) + "\"}", []string{"decode 1:1048577 1048577-0"}},
	} {
		if diff := cmp.Diff(tt.want, places(t, check(t, "a.json", tt.doc))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// TestPositionsInOtherCalls holds that the paths of every call lead to their
// members.
func TestPositionsInOtherCalls(t *testing.T) {
	const nic = "\"NetworkInterfaces\":[{\"DeviceIndex\":0,\n\"SubnetId\":\"subnet-1\"}]"
	for _, tt := range []struct {
		doc  string
		call any
		want string
	}{
		{"{\"LaunchTemplateName\":\"web\",\"LaunchTemplateData\":{" + nic + "}}", new(ec2.CreateLaunchTemplateInput), "subnet-id-format 2:1 1-22"},
		{"{\"LaunchTemplateName\":\"web\",\"SourceVersion\":\"1\",\"LaunchTemplateData\":{" + nic + "}}", new(ec2.CreateLaunchTemplateVersionInput), "subnet-id-format 2:1 1-22"},
		{"{\"LaunchTemplateConfigs\":[{\"LaunchTemplateSpecification\":{\"LaunchTemplateName\":\"web\",\"Version\":\"1\"},\"Overrides\":[{\n\"SubnetId\":\"subnet-1\"}]}]," +
			"\"TargetCapacitySpecification\":{\"TotalTargetCapacity\":1,\"DefaultTargetCapacityType\":\"spot\"}}", new(ec2.CreateFleetInput), "subnet-id-format 2:1 1-22"},
		{"{\"LaunchSpecification\":{\"ImageId\":\"ami-0abcdef1234567890\",\"InstanceType\":\"m7i.large\",\n\"SubnetId\":\"subnet-1\"}}", new(ec2.RequestSpotInstancesInput), "subnet-id-format 2:1 1-22"},
		{"{\"SpotFleetRequestConfig\":{\"IamFleetRole\":\"arn:aws:iam::123456789012:role/fleet\",\"TargetCapacity\":1,\"LaunchSpecifications\":[{" +
			"\"ImageId\":\"ami-0abcdef1234567890\",\"InstanceType\":\"m7i.large\",\n\"SubnetId\":\"subnet-1\"}]}}", new(ec2.RequestSpotFleetInput), "subnet-id-format 2:1 1-22"},
		{"{" + nic + "}", new(types.RequestLaunchTemplateData), "subnet-id-format 2:1 1-22"},
		{"{\"LaunchTemplateName\":\"web\",\n\"LaunchTemplateDat\":{}}", new(ec2.CreateLaunchTemplateInput), "decode 2:1 1-20"},
	} {
		got := places(t, checkCall(t, "a.json", tt.doc, tt.call))
		if !slices.Contains(got, tt.want) {
			t.Errorf("%T: got %q, want %s", tt.call, got, tt.want)
		}
	}
}

// TestMembersThatDoNotGoTogether holds that the log leads to the others, too.
func TestMembersThatDoNotGoTogether(t *testing.T) {
	f := check(t, "a.json", "{"+minimal+",\n\"SubnetId\":\"subnet-0123456789abcdef0\",\n\"Ipv6AddressCount\":1,\n\"Ipv6Addresses\":[{\"Ipv6Address\":\"2001:db8::1\"}]}")
	if len(f.Report.Violations) != 1 || len(f.Report.Violations[0].With) != 1 {
		t.Fatalf("found %v", f.Report)
	}
	log := sarif(t, f)
	for _, want := range []string{`"startLine": 3`, `"startLine": 4`, `"text": "the other member: Ipv6Addresses"`} {
		if !strings.Contains(log, want) {
			t.Errorf("the log has no %s:\n%s", want, log)
		}
	}
}

// TestSeverities holds which level and command each severity becomes, also
// where a fact that may have changed lowers that of the rule.
func TestSeverities(t *testing.T) {
	for severity, want := range map[validate.Severity][2]string{
		validate.SeverityError: {"error", "error"}, validate.SeverityWarning: {"warning", "warning"}, validate.SeverityAdvice: {"note", "notice"},
		validate.Severity(99): {"note", "notice"},
	} {
		f := annotate.File{Name: "a.json", Report: validate.Report{Violations: []validate.Violation{{Rule: "volume-iops-range", Severity: severity, Message: "must"}}}}
		if log := sarif(t, f); !strings.Contains(log, `"ruleIndex": 0,
          "level": "`+want[0]+`"`) || !strings.Contains(log, `"defaultConfiguration": {
                "level": "error"`) {
			t.Errorf("%s: the log is\n%s", severity, log)
		}
		if got := gitHub(t, f); got != "::"+want[1]+" file=a.json,title=volume-iops-range::request: must [volume-iops-range]\n" {
			t.Errorf("%s: GitHub is told %s", severity, got)
		}
	}
}

func TestFaultsOfAPolicyStandEachAtItsLine(t *testing.T) {
	err := fmt.Errorf("read: %w", &policy.Error{Faults: []policy.Fault{
		{Line: 2, Column: 3, Path: "maxCount", Message: "must"}, {Line: 4, Message: "cannot"}, {Message: "empty"},
	}})
	want := "::error file=a.json,line=2,col=3,title=ec2launch::maxCount: must\n" +
		"::error file=a.json,line=4,title=ec2launch::cannot\n" +
		"::error file=a.json,title=ec2launch::empty\n"
	if diff := cmp.Diff(want, gitHub(t, annotate.Unread("a.json", err))); diff != "" {
		t.Error(diff)
	}
	if got := gitHub(t, annotate.Unread("-", err)); !strings.HasPrefix(got, "::error title=ec2launch::line 2, column 3: maxCount: must\n") {
		t.Errorf("without a file, GitHub is told %s", got)
	}
	log := sarif(t, annotate.Unread("a.json", err))
	for _, want := range []string{`"startLine": 2`, `"startLine": 4`, `"text": "maxCount: must"`, `"executionSuccessful": false`} {
		if !strings.Contains(log, want) {
			t.Errorf("the log has no %s:\n%s", want, log)
		}
	}
}

// TestNothingBreaksOut holds that no name and no text ends a command or a
// property, makes a link, or leads elsewhere.
func TestNothingBreaksOut(t *testing.T) {
	f := annotate.File{Name: "a,b:c%\r\nd e.json", Report: validate.Report{Omitted: 3, Violations: []validate.Violation{
		{Rule: "a-b,c:d", Path: "KeyName", Value: "::error::\n%0A", Message: "see [this](http://example.com)\r\n::stop-commands::x"},
		{Rule: "a-b", Path: "KeyName", Message: "must not be {0}"},
	}}}
	want := "::error file=a%2Cb%3Ac%25%0D%0Ad e.json,title=a-b%2Cc%3Ad::" +
		`KeyName = "::error::\n%250A": see [this](http://example.com)%0D%0A::stop-commands::x [a-b,c:d]` + "\n" +
		"::error file=a%2Cb%3Ac%25%0D%0Ad e.json,title=a-b::KeyName: must not be {0} [a-b]\n" +
		"::notice file=a%2Cb%3Ac%25%0D%0Ad e.json,title=ec2launch::and 3 more\n"
	if diff := cmp.Diff(want, gitHub(t, f)); diff != "" {
		t.Error(diff)
	}
	log := sarif(t, f)
	for _, want := range []string{`"uri": "./a,b:c%25%0D%0Ad%20e.json"`, `see \\[this\\](http://example.com)`, `must not be {{0}}`, `and 3 more`} {
		if !strings.Contains(log, want) {
			t.Errorf("the log has no %s:\n%s", want, log)
		}
	}
}

func TestNames(t *testing.T) {
	broken := validate.Report{Violations: []validate.Violation{{Rule: "a-range", Message: "must"}}}
	for name, want := range map[string][2]string{
		"a/b.json":        {`"uri": "a/b.json"`, "::error file=a/b.json,title="},
		"/a/b.json":       {`"uri": "file:///a/b.json"`, "::error file=/a/b.json,title="},
		"-":               {`"uri": "stdin"`, "::error title="},
		"":                {`"message"`, "::error title="},
		"a b/ü#x?y=1%.js": {`"uri": "a%20b/%C3%BC%23x%3Fy=1%25.js"`, "::error file=a b/ü#x?y=1%25.js,title="},
		"a:b.json":        {`"uri": "./a:b.json"`, "::error file=a%3Ab.json,title="},
		"a\\\xff.json":    {`"uri": "a%5C%FF.json"`, "::error file=a\\\xff.json,title="},
	} {
		f := annotate.File{Name: name, Report: broken}
		if log := sarif(t, f); !strings.Contains(log, want[0]) || name == "" && strings.Contains(log, "location") {
			t.Errorf("%q: the log has no %s:\n%s", name, want[0], log)
		}
		if got := gitHub(t, f); !strings.HasPrefix(got, want[1]) {
			t.Errorf("%q: GitHub is told %s", name, got)
		}
	}
}

// TestStandardInputHasNoLines holds that GitHub is not told a line of no file.
func TestStandardInputHasNoLines(t *testing.T) {
	if got := gitHub(t, check(t, "-", "{")); !strings.HasPrefix(got, "::error title=decode::line 1, column 2: request: ") {
		t.Errorf("GitHub is told %s", got)
	}
}

// TestPagesThatAreNone holds that what is no address is not written as one.
func TestPagesThatAreNone(t *testing.T) {
	for page, want := range map[string]string{"": "", "wiki": "", "https://x/%zz": "", "https://wiki.example.com/a b": "https://wiki.example.com/a%20b"} {
		log := sarif(t, annotate.File{Report: validate.Report{Violations: []validate.Violation{{Rule: "a-range", Message: "must", URL: page}}}})
		if strings.Contains(log, "helpUri") != (want != "") || !strings.Contains(log, want) {
			t.Errorf("%q: the log is %s", page, log)
		}
	}
}

// TestReportsWithoutPlaces holds that a report stands at its file as a whole
// where nobody knows the place: in what is no JSON, or is not at hand.
func TestReportsWithoutPlaces(t *testing.T) {
	report := launch.Check(new(ec2.RunInstancesInput))
	for name, f := range map[string]annotate.File{
		"YAML":      annotate.Locate("a.yaml", []byte("ImageId: a"), report),
		"by hand":   {Name: "a.yaml", Report: report},
		"no offset": annotate.Undecoded("a.yaml", nil, &launch.DecodeError{Message: "must"}),
	} {
		if got := gitHub(t, f); !strings.HasPrefix(got, "::error file=a.yaml,title=") {
			t.Errorf("%s: GitHub is told %s", name, got)
		}
		if log := sarif(t, f); strings.Contains(log, "region") || !strings.Contains(log, `"uri": "a.yaml"`) {
			t.Errorf("%s: the log is %s", name, log)
		}
	}
	if f := annotate.Undecoded("a.yaml", nil, nil); gitHub(t, f) != "" {
		t.Error("nothing is a fault")
	}
	if at := gitHub(t, annotate.Undecoded("a", []byte("x"), &launch.DecodeError{Offset: 99, Line: 1, Column: 9})); !strings.Contains(at, "line=1,col=2,") {
		t.Errorf("an offset behind the document is at %s", at)
	}
}

// TestFilesHoldNoDocuments holds that a file that is printed or logged shows
// nothing of what it was made from but its report.
func TestAFileThatIsUnreadFailsTheRun(t *testing.T) {
	for _, err := range []error{errors.New("gone,\nand more"), nil} {
		var log struct {
			Runs []struct {
				Results     []any
				Invocations []struct {
					ExecutionSuccessful        bool
					ToolExecutionNotifications []struct {
						Level   string
						Message struct{ Text string }
					}
				}
			}
		}
		text := sarif(t, annotate.File{Name: "fine.json"}, annotate.Unread("web.json", err))
		if err := json.Unmarshal([]byte(text), &log); err != nil {
			t.Fatal(err)
		}
		run := log.Runs[0].Invocations[0]
		if run.ExecutionSuccessful || len(run.ToolExecutionNotifications) != 1 || run.ToolExecutionNotifications[0].Level != "error" ||
			err != nil && run.ToolExecutionNotifications[0].Message.Text != err.Error() {
			t.Errorf("%v: the log says %+v", err, run)
		}
		if got := gitHub(t, annotate.Unread("web.json", err)); strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, "::error file=web.json,") {
			t.Errorf("%v: the command is %q", err, got)
		}
	}
}

func TestFilesHoldNoDocuments(t *testing.T) {
	f := check(t, "a.json", "{"+minimal+`,"UserData":"swordfish","SubnetId":"subnet-1"}`)
	text, err := json.Marshal(f)
	if shown := fmt.Sprintf("%v %+v %#v %s", f, f, f, text); err != nil || strings.Contains(shown, "swordfish") || !strings.Contains(shown, "subnet-1") {
		t.Errorf("shown is %s, %v", shown, err)
	}
}

// TestNothingSecret holds that user data stands in neither form, whatever is
// wrong with it.
func TestNothingSecret(t *testing.T) {
	const secret, encoded = "swordfish", "c3dvcmRmaXNo"
	launches, template, fleet := new(ec2.RunInstancesInput), new(ec2.CreateLaunchTemplateInput), new(ec2.RequestSpotFleetInput)
	for _, tt := range []struct {
		call any
		doc  string
	}{
		{launches, "{" + minimal + `,"UserData":"` + strings.Repeat(secret, 5000) + `"}`},
		{launches, `{"UserData":["swordfish"]}`},
		{launches, `{"UserData":"swordfish`},
		{launches, `{"UserData":"swordfish","UserData":"swordfish"}`},
		{template, `{"LaunchTemplateName":"web","LaunchTemplateData":{"UserData":"swordfish!"}}`},
		{template, `{"LaunchTemplateName":"web","LaunchTemplateData":{"UserData":"` + strings.Repeat(encoded, 5000) + `"}}`},
		{template, `{"LaunchTemplateName":"web","LaunchTemplateData":{"UserData":{"swordfish":1}}}`},
		{fleet, `{"SpotFleetRequestConfig":{"LaunchSpecifications":[{"UserData":"c3dvcmRmaXNo\n"}]}}`},
	} {
		f := checkCall(t, "a.json", tt.doc, tt.call)
		if len(f.Report.Violations) == 0 {
			t.Errorf("%.40s is valid", tt.doc)
		}
		if text := gitHub(t, f) + sarif(t, f) + fmt.Sprintf("%#v", f); strings.Contains(text, secret) || strings.Contains(text, encoded) {
			t.Errorf("%.40s: the user data is shown: %.2000s", tt.doc, text)
		}
	}
}
