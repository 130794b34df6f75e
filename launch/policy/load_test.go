package policy_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/policy"
)

func TestWhatIsWrongInADocumentIsNamedWithItsPlace(t *testing.T) {
	const noEntry = "must have an entry: an empty list looks as if it allowed nothing; to require nothing, leave it out"
	for _, tt := range []struct{ name, doc, want string }{
		{"nothing", ``, `line 1, column 1: the document is empty`},
		{"no object", `[]`, `line 1, column 1: must be an object, not a list`},
		{"cut off", "{\n\"maxCount\": 3,", `line 2, column 15: the document ends too early`},
		{"a comment", "{\n  // costs\n}", `line 2, column 3: found '/' where a name in double quotes must begin`},
		{"two", `{"maxCount":1} {}`, `line 1, column 16: found '{' after the end of the document`},
		{"not UTF-8", "{\"page\":\"\xff\"}", `the document is not UTF-8`},
		{"requires nothing", `{}`, `line 1, column 1: it requires nothing; a field such as requireIMDSv2 requires something`},
		{"requires nothing at length", `{"page":"https://example.com","requireIMDSv2":false}`, `line 1, column 1: it requires nothing; a field such as requireIMDSv2 requires something`},
		{"a slip", "{\n  \"instanceTyps\": [\"m7i.*\"]\n}", `line 2, column 3: instanceTyps: unknown field; did you mean "instanceTypes"?`},
		{"another case", `{"MaxCount":3}`, `line 1, column 2: MaxCount: unknown field; did you mean "maxCount"?`},
		{"within", `{"tags":[{"key":"a","patern":"b"}]}`, `line 1, column 21: tags[0].patern: unknown field; did you mean "pattern"?`},
		{"twice", "{\"maxCount\":3,\n\"maxCount\":30}", `line 2, column 1: maxCount: repeated field; it stands already at line 1, column 2`},
		{"an item of another shape", `{"tags":[null,1]}`, "2 faults\n\tline 1, column 10: tags[0]: must be an object, not null; to require nothing, leave it out\n" +
			"\tline 1, column 15: tags[1]: must be an object, not a number"},
		{"null", `{"maxCount":null}`, `line 1, column 13: maxCount: must be a number, not null; to require nothing, leave it out`},
		{"another type", `{"encryptVolumes":"yes"}`, `line 1, column 19: encryptVolumes: must be true or false, not a text`},
		{"a fraction", `{"maxCount":2.5}`, `line 1, column 13: maxCount: must be a whole number in decimal digits`},
		{"huge", `{"maxCount":99999999999999999999}`, `line 1, column 13: maxCount: must be a whole number in decimal digits`},
		{"no instance", `{"maxCount":0}`, `line 1, column 13: maxCount: must be at least 1; to set no maximum, leave it out`},
		{"less than none", `{"maxVCPUs":-1}`, `line 1, column 13: maxVCPUs: must be at least 1; to set no maximum, leave it out`},
		{"an empty list", `{"instanceTypes":[],"maxCount":1}`, `line 1, column 2: instanceTypes: ` + noEntry},
		{"no tags", `{"tags":[],"maxCount":1}`, `line 1, column 2: tags: ` + noEntry},
		{"an empty name", `{"subnets":["subnet-0123456789abcdef0",""]}`, `line 1, column 40: subnets[1]: must not be empty`},
		{"a name twice", `{"instanceTypes":["m7i.*","m7i.*"]}`, `line 1, column 27: instanceTypes[1]: must not be listed twice; drop it`},
		{"a family without sizes", `{"instanceTypes":["m7i"]}`, `line 1, column 19: instanceTypes[0]: must be a type or a pattern of types, such as m7i.large or m7i.*`},
		{"a class of characters", `{"instanceTypes":["m[67]i.*"]}`, `line 1, column 19: instanceTypes[0]: must be a type or a pattern of types, such as m7i.large or m7i.*`},
		{"no image", `{"images":["amazon-linux"]}`, `line 1, column 12: images[0]: must be an image ID such as ami-0abcdef1234567890, or a parameter such as resolve:ssm:/golden/web`},
		{"no subnet", `{"subnets":["vpc-0123456789abcdef0"]}`, `line 1, column 13: subnets[0]: must be a subnet ID such as subnet-0123456789abcdef0`},
		{"no key of a volume", `{"encryptVolumes":true,"volumeKeys":["alias/a","x y"]}`, `line 1, column 48: volumeKeys[1]: must be a key ID, an alias with its prefix (alias/data), or the ARN of either`},
		{"no resource", `{"tags":[{"key":"a","resource":"instances"}]}`, `line 1, column 21: tags[0].resource: must be instance, volume or network-interface`},
		{"no key", `{"tags":[{"pattern":"x"}]}`, `line 1, column 10: tags[0].key: must have 1 to 128 characters`},
		{"a long key", `{"tags":[{"key":"` + strings.Repeat("ü", 129) + `"}]}`, `line 1, column 11: tags[0].key: must have 1 to 128 characters`},
		{"a key of AWS", `{"tags":[{"key":"aws:x"}]}`, `line 1, column 11: tags[0].key: must not begin with aws:, which only AWS sets`},
		{"a tag twice", `{"tags":[{"key":"owner"},{"key":"owner","resource":"volume"},{"key":"owner","resource":"instance","pattern":"a"}]}`, `line 1, column 63: tags[2].key: must not be listed twice: tags[0] requires "owner" of the instance already; drop one`},
		{"no regular expression", `{"tags":[{"key":"a","pattern":"("}]}`, "line 1, column 21: tags[0].pattern: must be a regular expression: missing closing )"},
		{"two halves of one", `{"tags":[{"key":"a","pattern":"a)|(b"}]}`, "line 1, column 21: tags[0].pattern: must be a regular expression: unexpected )"},
		{"a deep regular expression", `{"tags":[{"key":"a","pattern":"` + strings.Repeat("(", 1000) + strings.Repeat(")", 1000) + `"}]}`, "line 1, column 21: tags[0].pattern: must have at most 256 bytes"},
		{"a resource that no launch makes", `{"tags":[{"key":"a","resource":"spot-instances-request"}]}`, "line 1, column 21: tags[0].resource: must be instance, volume or network-interface"},
		{"keys of volumes in the clear", `{"volumeKeys":["alias/a"]}`, `line 1, column 2: volumeKeys: need encryptVolumes`},
		{"no address", `{"page":"wiki","maxCount":1}`, `line 1, column 2: page: must be an address such as https://wiki.example.com/launches`},
		{"a slip in a volume type", `{"volumeTypes":["gp3","io3"]}`, `line 1, column 23: volumeTypes[1]: unknown volume type; did you mean "io1"?`},
		{"another case of a volume type", `{"volumeTypes":["GP3"]}`, `line 1, column 17: volumeTypes[0]: unknown volume type; did you mean "gp3"?`},
		{"no volume type", `{"volumeTypes":["fastest"]}`, `line 1, column 17: volumeTypes[0]: unknown volume type; must be one of standard, io1, io2, gp2, sc1, st1, gp3`},
		{"no volume types", `{"volumeTypes":[],"maxCount":1}`, `line 1, column 2: volumeTypes: ` + noEntry},
		{"all at once", "{\r\n\t\"maxCont\": 3,\r\n\t\"maxVCPUs\": true\r\n}", "2 faults\n\tline 2, column 2: maxCont: unknown field; did you mean \"maxCount\"?\n\tline 3, column 14: maxVCPUs: must be a number, not true or false"},
		{
			"shape and content at once", "{\"encryptVolume\": true,\n\"instanceTypes\": [],\n\"tags\": [{\"key\": \"owner\", \"pattern\": \"(\"}, {\"key\": 7}]}",
			"4 faults\n\tline 1, column 2: encryptVolume: unknown field; did you mean \"encryptVolumes\"?" +
				"\n\tline 2, column 1: instanceTypes: " + noEntry +
				"\n\tline 3, column 27: tags[0].pattern: must be a regular expression: missing closing )" +
				"\n\tline 3, column 52: tags[1].key: must be a text, not a number",
		},
		{"a name that does not print", `{"tags":[{"key":"a","\u001b[2J` + strings.Repeat("x", 100) + `":1}]}`, `line 1, column 21: tags[0]."\x1b[2J` + strings.Repeat("x", 60) + `\u2026": unknown field; must be one of resource, key, pattern`},
	} {
		p, err := policy.Load(strings.NewReader(tt.doc))
		if err == nil || err.Error() != "policy: "+tt.want {
			t.Errorf("%s:\n got %v\nwant policy: %s", tt.name, err, tt.want)
		}
		if !cmp.Equal(p, policy.Policy{}) {
			t.Errorf("%s: there is a policy beside the error", tt.name)
		}
		if _, ok := errors.AsType[*policy.Error](err); !ok {
			t.Errorf("%s: the error is a %T", tt.name, err)
		}
	}
}

func TestAPolicyOfGoIsHeldToTheSame(t *testing.T) {
	for want, p := range map[string]policy.Policy{
		"policy: it requires nothing; a field such as requireIMDSv2 requires something":    {Page: "https://example.com"},
		"policy: maxCount: must be at least 1; to set no maximum, leave it out":            {MaxCount: -1},
		"policy: volumeKeys: need encryptVolumes":                                          {VolumeKeys: []string{"alias/a"}},
		"policy: 2 faults\n\timages[0]: must not be empty\n\timages[1]: must not be empty": {Images: []string{"", ""}},
	} {
		if rules, err := p.Rules(); err == nil || err.Error() != want || rules != nil {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestAPolicyReadsBack(t *testing.T) {
	text, err := json.Marshal(full)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := policy.Load(strings.NewReader(string(text))); err != nil || !cmp.Equal(full, got) {
		t.Errorf("%s reads back as %+v, %v", text, got, err)
	}
}

func TestDocumentsAndTheirFaultsAreBounded(t *testing.T) {
	if _, err := policy.Load(strings.NewReader(`{"page":"` + strings.Repeat("x", 1<<20) + `"}`)); err == nil || err.Error() != "policy: the document is longer than 1 MiB" {
		t.Errorf("got %.200v", err)
	}
	_, err := policy.Load(strings.NewReader(`{"images":[` + strings.Repeat("1,", 1000) + `1]}`))
	if found, ok := errors.AsType[*policy.Error](err); !ok || len(found.Faults) != 100 {
		t.Errorf("got %.200v", err)
	}
}

func TestReadersThatFail(t *testing.T) {
	dead := errors.New("the line is dead")
	if _, err := policy.Load(iotest.ErrReader(dead)); !errors.Is(err, dead) {
		t.Errorf("got %v", err)
	}
	if _, err := policy.Load(nil); err == nil {
		t.Error("nil is read")
	}
}

func TestRulesLeadToThePageOfTheHouse(t *testing.T) {
	p := full
	p.Page = "https://wiki.example.com/launches"
	for _, r := range rules(t, p) {
		if r.Source.URL() != p.Page {
			t.Errorf("%s leads to %s", r.ID, r.Source.URL())
		}
	}
}
