package clijson_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

// hostile lists the documents that must be refused and the whole line that says
// why. The ids are those of the requirements on hostile input.
var hostile = []struct {
	name, doc, want string
}{
	{"empty", "", `line 1, column 1: the document is empty; one JSON object expected`},
	{"blanks", " \r\n\t", `line 2, column 2: the document is empty; one JSON object expected`},

	{"null", `null`, `line 1, column 1: object expected, found null`},
	{"list", ` []`, `line 1, column 2: object expected, found a list`},
	{"string", `"x"`, `line 1, column 1: object expected, found a string`},
	{"number", `3`, `line 1, column 1: object expected, found a number`},

	{"second document", "{}\n {}", `line 2, column 2: more data after the request; one JSON object expected`},
	{"garbage", `{} x`, `line 1, column 4: more data after the request; one JSON object expected`},
	{"bracket", `{"MinCount": 1}]`, `line 1, column 16: more data after the request; one JSON object expected`},

	{"UTF-8 mark", "\xef\xbb\xbf{}", `line 1,` +
		` column 1: the document starts with a UTF-8 byte order mark; save it without one`},
	{"UTF-16 little-endian", "\xff\xfe{\x00}\x00",
		`line 1, column 1: the document is encoded in UTF-16; save it in UTF-8`},
	{"UTF-16 big-endian", "\xfe\xff\x00{\x00}",
		`line 1, column 1: the document is encoded in UTF-16; save it in UTF-8`},
	{"UTF-16 without mark", "{\x00}\x00", `line 1, column 1: the document is encoded in UTF-16; save it in UTF-8`},
	{"UTF-16 big-endian without mark", "\x00{\x00}",
		`line 1, column 1: the document is encoded in UTF-16; save it in UTF-8`},

	{"comment", "{\n // first\n}", `line 2,` +
		` column 2: found '/' where a name in double quotes must begin; JSON has no comments`},
	{"single quotes", `{'ImageId': 1}`,
		`line 1, column 2: found '\'' where a name in double quotes must begin; names and strings take double quotes`},
	{"trailing comma", "{\"MinCount\": 1,\n}",
		`line 2, column 1: found '}' where a name in double quotes must begin; no comma may follow the last member or item`},
	{"trailing comma in a list", `{"SecurityGroups": ["a", ]}`,
		`line 1, column 26: found ']' where a value must begin; no comma may follow the last member or item`},
	{"missing comma", `{"MinCount": 1 "MaxCount": 1}`,
		`line 1, column 16: found '"' after a member, where a comma or } must stand`},
	{"missing colon", `{"MinCount" 1}`, `line 1, column 13: found '1' after a name, where a colon must stand`},
	{"line break in a string", "{\"UserData\": \"a\nb\"}",
		`line 1, column 16: found '\n' in a string; in a string, a line break is written \n`},
	{"backslash in a string", `{"UserData": "it\'s"}`,
		`line 1, column 18: found '\'' after a backslash in a string; in a string, a backslash is written \\`},

	{"duplicate", "{\"MinCount\": 1,\n \"MinCount\": 1}",
		`line 2, column 2: MinCount: repeated member; it stands already at line 1, column 2`},
	{"duplicate in an item", `{"BlockDeviceMappings": [{}, {"Ebs": {}, "Ebs": {}}]}`,
		`line 1, column 42: BlockDeviceMappings[1].Ebs: repeated member; it stands already at line 1, column 31`},
	{"duplicate by escape", `{"MinCount": 1, "\u004dinCount": 1}`,
		`line 1, column 17: MinCount: repeated member; it stands already at line 1, column 2`},

	{"case", `{"MinCount": 1, "mincount": 1}`,
		`line 1, column 17: mincount: unknown member; did you mean "MinCount"?`},
	{"Kelvin sign", `{"` + "\u212a" + `eyName": ""}`,
		`line 1, column 2: "\u212aeyName": unknown member; did you mean "KeyName"?`},
	{"long s", `{"Placement": {"Hostre` + "\u017f" + `ourceGroupArn": ""}}`,
		`line 1, column 16: Placement."Hostre\u017fourceGroupArn": unknown member; did you mean "HostResourceGroupArn"?`},
	{"misspelt", "{\"BlockDeviceMappings\": [{\n\"Ebs\": {\"Iop\": 3000}}]}",
		`line 2, column 9: BlockDeviceMappings[0].Ebs.Iop: unknown member; did you mean "Iops"?`},
	{"equally near", `{"MixCount": 1}`,
		`line 1, column 2: MixCount: unknown member; did you mean "MaxCount" or "MinCount"?`},
	{"misplaced", `{"BlockDeviceMappings": [{"Iops": 3000}]}`,
		`line 1, column 27: BlockDeviceMappings[0].Iops: unknown member; it belongs in BlockDeviceMappings[].Ebs`},
	{"misplaced from the top", `{"Placement": {"KeyName": "k"}}`,
		`line 1, column 16: Placement.KeyName: unknown member; it belongs in the request itself`},
	{"unknown", `{"Frobnicate": 1}`, `line 1, column 2: Frobnicate: unknown member`},
	{"known in many places", `{"DeleteOnTermination": true}`,
		`line 1, column 2: DeleteOnTermination: unknown member`},
	{"dotted", `{"Placement.Tenancy": 1}`, `line 1, column 2: "Placement.Tenancy": unknown member`},
	{"unexported", `{"noSmithyDocumentSerde": {}}`, `line 1, column 2: noSmithyDocumentSerde: unknown member`},
	{"empty", `{"": {}}`, `line 1, column 2: "": unknown member`},
	{"long", `{"` + strings.Repeat("é", 450_000) + `": 1}`, `line 1, column 2: "` + strings.Repeat(`\u00e9`, 32) +
		`"...: unknown member`},
	{"cut between characters", `{"x` + strings.Repeat("é", 32) + `": 1}`, `line 1, column 2: "x` +
		strings.Repeat(`\u00e9`, 31) + `"...: unknown member`},

	{"above", `{"MinCount": 2147483648}`,
		`line 1, column 14: MinCount: 2147483648 is out of range; an integer from -2147483648 to 2147483647 expected`},
	{"below", `{"MinCount": -2147483649}`,
		`line 1, column 14: MinCount: -2147483649 is out of range; an integer from -2147483648 to 2147483647 expected`},
	{"far above", `{"MinCount": 99999999999999999999}`,
		`line 1, column 14: MinCount: 99999999999999999999 is out of range; an integer from -2147483648 to 2147483647 expected`},
	{"long", `{"MinCount": ` + strings.Repeat("9", 100) + `}`, `line 1, column 14: MinCount: ` +
		strings.Repeat("9", 64) + `... is out of range; an integer from -2147483648 to 2147483647 expected`},
	{"exponent", `{"MinCount": 1e400}`,
		`line 1, column 14: MinCount: integer expected, found 1e400; write it without fraction and exponent`},
	{"fraction", `{"MinCount": 1.5}`,
		`line 1, column 14: MinCount: integer expected, found 1.5; write it without fraction and exponent`},
	{"zero fraction", `{"MinCount": 1.0}`,
		`line 1, column 14: MinCount: integer expected, found 1.0; write it without fraction and exponent`},
	{"exponent", `{"MinCount": 1e2}`,
		`line 1, column 14: MinCount: integer expected, found 1e2; write it without fraction and exponent`},
	{"NaN", `{"MinCount": NaN}`, `line 1, column 14: found 'N' where a value must begin`},
	{"Infinity", `{"MinCount": -Infinity}`, `line 1, column 15: found 'I' in a number`},
	{"hexadecimal", `{"MinCount": 0x1}`, `line 1, column 15: found 'x' after a member, where a comma or } must stand`},
	{"leading zero", `{"MinCount": 01}`, `line 1, column 15: found '1' after a member, where a comma or } must stand`},
	{"plus", `{"MinCount": +1}`, `line 1, column 14: found '+' where a value must begin`},

	{"string for integer", `{"MinCount": "1"}`,
		`line 1, column 14: MinCount: integer expected, found a string; write it without quotes`},
	{"boolean for integer", `{"MinCount": true}`, `line 1, column 14: MinCount: integer expected, found a boolean`},
	{"number for boolean", `{"DryRun": 1}`, `line 1, column 12: DryRun: true or false expected, found a number`},
	{"string for boolean", `{"DryRun": "true"}`,
		`line 1, column 12: DryRun: true or false expected, found a string; write it without quotes`},
	{"number for string", `{"KeyName": 7}`,
		`line 1, column 13: KeyName: string expected, found a number; write it in quotes`},
	{"boolean for string", `{"KeyName": false}`,
		`line 1, column 13: KeyName: string expected, found a boolean; write it in quotes`},
	{"list for string", `{"KeyName": ["k"]}`, `line 1, column 13: KeyName: string expected, found a list`},
	{"number for enumeration", `{"InstanceType": 5}`,
		`line 1, column 18: InstanceType: string expected, found a number; write it in quotes`},
	{"boolean for object", `{"Monitoring": true}`,
		`line 1, column 16: Monitoring: object expected, found a boolean`},
	{"list for object", `{"Placement": []}`, `line 1, column 15: Placement: object expected, found a list`},
	{"object for list", `{"BlockDeviceMappings": {}}`,
		`line 1, column 25: BlockDeviceMappings: list expected, found an object; write it in brackets`},
	{"string for list", `{"SecurityGroupIds": "sg-1"}`,
		`line 1, column 22: SecurityGroupIds: list expected, found a string; write it in brackets`},
	{"string for item", `{"TagSpecifications": ["x"]}`,
		`line 1, column 24: TagSpecifications[0]: object expected, found a string`},
	{"boolean for timestamp", `{"InstanceMarketOptions": {"SpotOptions": {"ValidUntil": true}}}`,
		`line 1, column 58: InstanceMarketOptions.SpotOptions.ValidUntil: timestamp in a string or in seconds since 1970 expected, found a boolean`},
	{"timestamp", `{"InstanceMarketOptions": {"SpotOptions": {"ValidUntil": "tomorrow"}}}`,
		`line 1, column 58: InstanceMarketOptions.SpotOptions.ValidUntil: timestamp expected,` +
			` such as "2026-12-31T23:59:59Z", found "tomorrow"`},

	{"null member", `{"MinCount": null}`,
		`line 1, column 14: MinCount: null is no value; to leave the member unset, leave it out`},
	{"null list", `{"SecurityGroups": null}`,
		`line 1, column 20: SecurityGroups: null is no value; to leave the member unset, leave it out`},
	{"null object", `{"Placement": null}`,
		`line 1, column 15: Placement: null is no value; to leave the member unset, leave it out`},
	{"null item", `{"BlockDeviceMappings": [{}, null]}`,
		`line 1, column 30: BlockDeviceMappings[1]: null cannot be an item of a list; remove it`},

	{"invalid UTF-8", "{\"KeyName\": \"é\xff\"}", `line 1, column 15: invalid UTF-8: byte 0xff at offset 15`},
	{"in user data", "{\"UserData\": \"\xff\"}", `line 1, column 15: invalid UTF-8: byte 0xff at offset 14`},
	{"behind another fault", "{\"MinCount\": \"1\", \"KeyName\": \"\xff\"}",
		`line 1, column 31: invalid UTF-8: byte 0xff at offset 30`},
	{"behind a fault of syntax", "{\"MinCount\": 1]\xff",
		`line 1, column 16: invalid UTF-8: byte 0xff at offset 15`},
	{"behind another fault", `{"MinCount": "1"]`,
		`line 1, column 17: found ']' after a member, where a comma or } must stand`},
	{"overlong NUL", "{\"KeyName\": \"\xc0\x80\"}", `line 1, column 14: invalid UTF-8: byte 0xc0 at offset 13`},
	{"high surrogate", `{"KeyName": "a\ud800"}`,
		`line 1, column 15: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"low surrogate", `{"KeyName": "\udc00"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"two high surrogates", `{"KeyName": "\ud800\ud800\udc00"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"surrogate and letter", `{"KeyName": "\uD83D\u0041"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"surrogate and other escape", `{"KeyName": "\ud800\ndc00"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"surrogate and text", `{"KeyName": "\ud800xudc00"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"in user data", `{"UserData": "\ud800"}`,
		`line 1, column 15: UserData: the string holds half of a surrogate pair, which is no character`},

	{"NUL", `{"TagSpecifications": [{"Tags": [{"Key": "a\u0000"}]}]}`,
		`line 1, column 42: TagSpecifications[0].Tags[0].Key: the string holds U+0000,` +
			` which the XML of EC2's answers cannot`},
	{"control character", `{"KeyName": "\u001f"}`,
		`line 1, column 13: KeyName: the string holds U+001F, which the XML of EC2's answers cannot`},
	{"no character", `{"KeyName": "\uffff"}`,
		`line 1, column 13: KeyName: the string holds U+FFFF, which the XML of EC2's answers cannot`},
	{"in an enumeration", `{"InstanceType": "\ufffe"}`,
		`line 1, column 18: InstanceType: the string holds U+FFFE, which the XML of EC2's answers cannot`},
	{"in an item", `{"SecurityGroups": ["\u0001"]}`,
		`line 1, column 21: SecurityGroups[0]: the string holds U+0001, which the XML of EC2's answers cannot`},
}

func TestHostileInput(t *testing.T) {
	for _, tt := range hostile {
		t.Run(tt.name, func(t *testing.T) {
			in, err := decode(tt.doc)
			if err == nil || in != nil {
				t.Fatalf("got %v, %v", in, err)
			}
			if err.Error() != tt.want {
				t.Errorf("got  %s\nwant %s", err, tt.want)
			}
		})
	}
}

func TestEveryPrefixOfADocumentIsRefused(t *testing.T) {
	doc, err := clijson.Encode(filled(), clijson.Indent(" "), clijson.Reveal())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := decode(string(doc)); err != nil {
		t.Fatalf("the whole document: %v", err)
	}
	for i := range doc {
		if _, err := decode(string(doc[:i])); err == nil {
			t.Errorf("the first %d bytes were accepted", i)
		}
	}
}

// TestEveryChangeOfAByte puts each byte in the place of each of a document.
// What is no object of JSON in UTF-8 is then refused as a whole, and anything
// else at a member at most.
func TestEveryChangeOfAByte(t *testing.T) {
	for _, doc := range []string{
		`{"MaxCount": -10,"DryRun":true,"TagSpecifications":[{"Tags":[]},{"Tags":[{}, {}]}]}`,
		`{"KeyName":"\u00aF\n\ud83d\ude00é","UserData":"\u00aF\n\ud83d\ude00é"}`,
		`{"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":1.5}}}`,
		`{"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":-0.5e-3}}}`,
		`{"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":1E5}}}`,
	} {
		if _, err := decode(doc); err != nil {
			t.Fatal(err)
		}
		for i := range doc {
			for c := range 256 {
				changed := doc[:i] + string([]byte{byte(c)}) + doc[i+1:]
				_, err := decode(changed)
				fault, _ := errors.AsType[*clijson.Error](err)
				if named := fault == nil || fault.Path != ""; named != isObject(changed) {
					t.Errorf("%q: %v", changed, err)
				}
			}
		}
	}
}

func TestAllowedCharacters(t *testing.T) {
	for _, s := range []string{`\t\n\r`, "\u007f", "\u0080", `\ufffd`, "\U0010ffff", `\ud83d\ude00`, "\u202e\u200b"} {
		if _, err := decode(`{"KeyName": "` + s + `"}`); err != nil {
			t.Errorf("%+q: %v", s, err)
		}
	}
}
