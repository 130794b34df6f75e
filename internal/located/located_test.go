package located_test

import (
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/located"
)

// marked finds what stands at a path of a document, and draws it: the line from
// the column at which the place begins to that at which it ends.
func marked(t *testing.T, doc, path string) (at located.Position, text string) {
	t.Helper()
	v, err := located.JSON([]byte(doc))
	if err != nil {
		t.Fatalf("%s: %v", doc, err)
	}
	at, end := v.Find(path)
	if end.Line != at.Line {
		t.Fatalf("%s: %s stands on several lines, from %v to %v", doc, path, at, end)
	}
	line := []rune(strings.Split(strings.TrimPrefix(doc, "\ufeff"), "\n")[at.Line-1])
	return at, string(line[at.Column-1 : end.Column-1])
}

func TestFind(t *testing.T) {
	const volumes = `{
  "ImageId": "ami-1",
  "BlockDeviceMappings": [
    {"DeviceName": "/dev/sda", "Ebs": {"Iops": 1}},
    {"DeviceName": "/dev/sdb", "Ebs": {"VolumeSize": 10, "Iops" : 2999 , "Throughput":7}}
  ],
  "SecurityGroupIds": ["sg-1", "sg-2"]
}`
	for _, tt := range []struct {
		name, doc, path string
		line, column    int
		text            string
	}{
		{"a member", volumes, "ImageId", 2, 3, `"ImageId": "ami-1"`},
		{"nested, with a twin before it", volumes, "BlockDeviceMappings[1].Ebs.Iops", 5, 58, `"Iops" : 2999`},
		{"its twin", volumes, "BlockDeviceMappings[0].Ebs.Iops", 4, 40, `"Iops": 1`},
		{"a structure", volumes, "BlockDeviceMappings[1].Ebs", 5, 32, `"Ebs"`},
		{"an item that is a structure", volumes, "BlockDeviceMappings[1]", 5, 5, `{`},
		{"an item that is a text", volumes, "SecurityGroupIds[1]", 7, 32, `"sg-2"`},
		{"a list", volumes, "BlockDeviceMappings", 3, 3, `"BlockDeviceMappings"`},
		{"an absent member, in what is around it", volumes, "BlockDeviceMappings[0].Ebs.VolumeType", 4, 32, `"Ebs"`},
		{"an absent structure", volumes, "Placement.Tenancy", 1, 1, `{`},
		{"an absent item", volumes, "SecurityGroupIds[2]", 7, 3, `"SecurityGroupIds"`},
		{"below what has no members", volumes, "ImageId.Nowhere", 2, 3, `"ImageId": "ami-1"`},
		{"the document", volumes, "", 1, 1, `{`},
		{"CRLF", "{\r\n\r\n\t\"A\":\r1,\r\n\"B\":2}", "B", 4, 1, `"B":2`},
		{"columns are characters", `{"Käse":"ü😀","B":2}`, "B", 1, 14, `"B":2`},
		{"a name spelled with escapes", `{"\u0041":1,"\u0042":"\u00fc\n"}`, "B", 1, 13, `"\u0042":"\u00fc\n"`},
		{"behind a byte order mark", "\ufeff{\"A\":1}", "A", 1, 2, `"A":1`},
		{"a name given twice", `{"A":1, "A":2}`, "A", 1, 9, `"A":2`},
		{"the name of another member in a text", `{"X":"\"A\":9","A":2}`, "A", 1, 16, `"A":2`},
		{"every kind", `{"N":-1.5e3,"T":true,"F":false,"Z":null,"E":{},"L":[]}`, "Z", 1, 32, `"Z":null`},
		{"behind empty structures", `{"E":{},"L":[],"A":[{},[],{"B":1}]}`, "A[2].B", 1, 28, `"B":1`},
		{"white space in front", " \n\t {\"A\" \n : 1}", "", 2, 3, `{`},
	} {
		at, text := marked(t, tt.doc, tt.path)
		if at.Line != tt.line || at.Column != tt.column || text != tt.text {
			t.Errorf("%s: %q at line %d, column %d, want %q at line %d, column %d", tt.name, text, at.Line, at.Column, tt.text, tt.line, tt.column)
		}
	}
}

func TestColumnsAreCountedInCharactersAndInCodeUnits(t *testing.T) {
	const doc = "[\n\"\u00fc\U0001F600\", 2]"
	v, err := located.JSON([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	want := located.Position{Line: 2, Column: 7, Unit: 8}
	if at, _ := v.Find("[1]"); at != want {
		t.Errorf("found at %+v, want %+v", at, want)
	}
	if at := located.PositionOf([]byte(doc), strings.Index(doc, "2")); at != want {
		t.Errorf("the offset is at %+v, want %+v", at, want)
	}
	if at := located.PositionOf([]byte(doc), len(doc)+1); at.Line != 2 || at.Column != 9 {
		t.Errorf("an offset behind the document is at %+v", at)
	}
}

func TestNoJSON(t *testing.T) {
	for _, tt := range []struct{ doc, want string }{
		{"", "line 1, column 1: the document is empty"},
		{" \n ", "line 2, column 2: the document is empty"},
		{"{", "line 1, column 2: the document ends too early"},
		{"{\n  \"ä\": x}", "line 2, column 8: found 'x' where a value must begin"},
		{"{} {}", "line 1, column 4: found '{' after the end of the document"},
		{"{'a': 1}", `line 1, column 2: found '\'' where a name in double quotes must begin`},
		{`{"a" 1}`, "line 1, column 6: found '1' after a name, where a colon must stand"},
		{`{"a": 1 "b": 2}`, `line 1, column 9: found '"' after a member, where a comma or } must stand`},
		{`[1 2]`, "line 1, column 4: found '2' after an item, where a comma or ] must stand"},
		{"[\"\n\"]", `line 1, column 3: found '\n' in a string`},
		{`["\x"]`, "line 1, column 4: found 'x' after a backslash in a string"},
		{`["\u12x"]`, `line 1, column 7: found 'x' after \u, where four hexadecimal digits must stand`},
		{`[-x]`, "line 1, column 3: found 'x' in a number"},
		{`[1.x]`, "line 1, column 4: found 'x' after a decimal point, where a digit must stand"},
		{`[1ex]`, "line 1, column 4: found 'x' in the exponent of a number"},
		{`[tru]`, "line 1, column 5: found ']' in the word true (expecting 'e')"},
		{"\"\xff\"", "the document is not UTF-8"},
		{strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000), "line 1, column 10001: found '[' nested too deeply"},
	} {
		if _, err := located.JSON([]byte(tt.doc)); err == nil || err.Error() != tt.want {
			t.Errorf("%.20q: got %v, want %s", tt.doc, err, tt.want)
		}
	}
}

func FuzzJSON(f *testing.F) {
	for _, doc := range []string{`{"A":[1,{"B":"x"}],"C":null}`, "[\r\n\"ü\" , true]", `"a"`, "{", "\ufeff[]", `{"A":1,"A":[[],{}]}`} {
		f.Add(doc, "A[1].B")
	}
	f.Fuzz(func(t *testing.T, doc, path string) {
		v, err := located.JSON([]byte(doc))
		if err != nil {
			return
		}
		at, end := v.Find(path)
		lines := strings.Split(strings.TrimPrefix(doc, "\ufeff"), "\n")
		if at.Line < 1 || at.Line > len(lines) || end.Line != at.Line && end.Column < 1 {
			t.Fatalf("%q at %q: %v to %v", doc, path, at, end)
		}
		if line := []rune(lines[at.Line-1]); at.Column < 1 || at.Column > len(line) {
			t.Fatalf("%q at %q: column %d of %d", doc, path, at.Column, len(line))
		}
	})
}

func TestWithin(t *testing.T) {
	for _, tt := range []struct {
		path, around string
		want         bool
	}{
		{"a", "a", true}, {"a.b", "a", true}, {"a[0].b", "a", true}, {"a[0].b", "a[0]", true}, {"ab", "a", false}, {"a", "a.b", false}, {"a", "", false}, {"", "", true},
	} {
		if got := located.Within(tt.path, tt.around); got != tt.want {
			t.Errorf("%q within %q: %t", tt.path, tt.around, got)
		}
	}
}
