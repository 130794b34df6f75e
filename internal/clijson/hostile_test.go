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
	{"H1 empty", "", `line 1, column 1: the document is empty; one JSON object expected`},
	{"H1 blanks", " \r\n\t", `line 2, column 2: the document is empty; one JSON object expected`},

	{"H2 null", `null`, `line 1, column 1: object expected, found null`},
	{"H2 list", ` []`, `line 1, column 2: object expected, found a list`},
	{"H2 string", `"x"`, `line 1, column 1: object expected, found a string`},
	{"H2 number", `3`, `line 1, column 1: object expected, found a number`},

	{"H4 second document", "{}\n {}", `line 2, column 2: more data after the request; one JSON object expected`},
	{"H4 garbage", `{} x`, `line 1, column 4: more data after the request; one JSON object expected`},
	{"H4 bracket", `{"MinCount": 1}]`, `line 1, column 16: more data after the request; one JSON object expected`},

	{"H5 UTF-8 mark", "\xef\xbb\xbf{}", `line 1,` +
		` column 1: the document starts with a UTF-8 byte order mark; save it without one`},
	{"H5 UTF-16 little-endian", "\xff\xfe{\x00}\x00",
		`line 1, column 1: the document is encoded in UTF-16; save it in UTF-8`},
	{"H5 UTF-16 big-endian", "\xfe\xff\x00{\x00}",
		`line 1, column 1: the document is encoded in UTF-16; save it in UTF-8`},
	{"H5 UTF-16 without mark", "{\x00}\x00", `line 1, column 1: the document is encoded in UTF-16; save it in UTF-8`},
	{"H5 UTF-16 big-endian without mark", "\x00{\x00}",
		`line 1, column 1: the document is encoded in UTF-16; save it in UTF-8`},

	{"H6 comment", "{\n // first\n}", `line 2,` +
		` column 2: invalid character '/' looking for beginning of object key string; JSON has no comments`},
	{"H6 single quotes", `{'ImageId': 1}`,
		`line 1, column 2: invalid character '\'' looking for beginning of object key string; names and strings take double quotes`},
	{"H6 trailing comma", "{\"MinCount\": 1,\n}",
		`line 2, column 1: invalid character '}' looking for beginning of object key string; no comma may follow the last member or item`},
	{"H6 trailing comma in a list", `{"SecurityGroups": ["a", ]}`,
		`line 1, column 26: invalid character ']' looking for beginning of value; no comma may follow the last member or item`},
	{"H6 missing comma", `{"MinCount": 1 "MaxCount": 1}`,
		`line 1, column 16: invalid character '"' after object key:value pair`},
	{"H6 missing colon", `{"MinCount" 1}`, `line 1, column 13: invalid character '1' after object key`},
	{"H6 line break in a string", "{\"UserData\": \"a\nb\"}",
		`line 1, column 16: invalid character '\n' in string literal; in a string, a line break is written \n`},
	{"H6 backslash in a string", `{"UserData": "it\'s"}`,
		`line 1, column 18: invalid character '\'' in string escape code; in a string, a backslash is written \\`},

	{"H7 duplicate", "{\"MinCount\": 1,\n \"MinCount\": 1}",
		`line 2, column 2: MinCount: repeated member; it stands already at line 1, column 2`},
	{"H8 duplicate in an item", `{"BlockDeviceMappings": [{}, {"Ebs": {}, "Ebs": {}}]}`,
		`line 1, column 42: BlockDeviceMappings[1].Ebs: repeated member; it stands already at line 1, column 31`},
	{"H12 duplicate by escape", `{"MinCount": 1, "\u004dinCount": 1}`,
		`line 1, column 17: MinCount: repeated member; it stands already at line 1, column 2`},

	{"H9 case", `{"MinCount": 1, "mincount": 1}`,
		`line 1, column 17: mincount: unknown member; did you mean "MinCount"?`},
	{"H10 Kelvin sign", `{"` + "\u212a" + `eyName": ""}`,
		`line 1, column 2: "\u212aeyName": unknown member; did you mean "KeyName"?`},
	{"H10 long s", `{"Placement": {"Hostre` + "\u017f" + `ourceGroupArn": ""}}`,
		`line 1, column 16: Placement."Hostre\u017fourceGroupArn": unknown member; did you mean "HostResourceGroupArn"?`},
	{"H11 misspelt", "{\"BlockDeviceMappings\": [{\n\"Ebs\": {\"Iop\": 3000}}]}",
		`line 2, column 9: BlockDeviceMappings[0].Ebs.Iop: unknown member; did you mean "Iops"?`},
	{"H11 equally near", `{"MixCount": 1}`,
		`line 1, column 2: MixCount: unknown member; did you mean "MaxCount" or "MinCount"?`},
	{"H11 misplaced", `{"BlockDeviceMappings": [{"Iops": 3000}]}`,
		`line 1, column 27: BlockDeviceMappings[0].Iops: unknown member; it belongs in BlockDeviceMappings[].Ebs`},
	{"H11 misplaced from the top", `{"Placement": {"KeyName": "k"}}`,
		`line 1, column 16: Placement.KeyName: unknown member; it belongs in the request itself`},
	{"H11 unknown", `{"Frobnicate": 1}`, `line 1, column 2: Frobnicate: unknown member`},
	{"H11 known in many places", `{"DeleteOnTermination": true}`,
		`line 1, column 2: DeleteOnTermination: unknown member`},
	{"H11 dotted", `{"Placement.Tenancy": 1}`, `line 1, column 2: "Placement.Tenancy": unknown member`},
	{"H11 unexported", `{"noSmithyDocumentSerde": {}}`, `line 1, column 2: noSmithyDocumentSerde: unknown member`},
	{"H11 empty", `{"": {}}`, `line 1, column 2: "": unknown member`},
	{"H20 long", `{"` + strings.Repeat("é", 450_000) + `": 1}`, `line 1, column 2: "` + strings.Repeat(`\u00e9`, 32) +
		`"...: unknown member`},
	{"H20 cut between characters", `{"x` + strings.Repeat("é", 32) + `": 1}`, `line 1, column 2: "x` +
		strings.Repeat(`\u00e9`, 31) + `"...: unknown member`},

	{"H21 above", `{"MinCount": 2147483648}`,
		`line 1, column 14: MinCount: 2147483648 is out of range; an integer from -2147483648 to 2147483647 expected`},
	{"H21 below", `{"MinCount": -2147483649}`,
		`line 1, column 14: MinCount: -2147483649 is out of range; an integer from -2147483648 to 2147483647 expected`},
	{"H21 far above", `{"MinCount": 99999999999999999999}`,
		`line 1, column 14: MinCount: 99999999999999999999 is out of range; an integer from -2147483648 to 2147483647 expected`},
	{"H21 long", `{"MinCount": ` + strings.Repeat("9", 100) + `}`, `line 1, column 14: MinCount: ` +
		strings.Repeat("9", 64) + `... is out of range; an integer from -2147483648 to 2147483647 expected`},
	{"H21 exponent", `{"MinCount": 1e400}`,
		`line 1, column 14: MinCount: integer expected, found 1e400; write it without fraction and exponent`},
	{"H22 fraction", `{"MinCount": 1.5}`,
		`line 1, column 14: MinCount: integer expected, found 1.5; write it without fraction and exponent`},
	{"H22 zero fraction", `{"MinCount": 1.0}`,
		`line 1, column 14: MinCount: integer expected, found 1.0; write it without fraction and exponent`},
	{"H22 exponent", `{"MinCount": 1e2}`,
		`line 1, column 14: MinCount: integer expected, found 1e2; write it without fraction and exponent`},
	{"H23 NaN", `{"MinCount": NaN}`, `line 1, column 14: invalid character 'N' looking for beginning of value`},
	{"H23 Infinity", `{"MinCount": -Infinity}`, `line 1, column 15: invalid character 'I' in numeric literal`},
	{"H23 hexadecimal", `{"MinCount": 0x1}`, `line 1, column 15: invalid character 'x' after object key:value pair`},
	{"H23 leading zero", `{"MinCount": 01}`, `line 1, column 15: invalid character '1' after object key:value pair`},
	{"H23 plus", `{"MinCount": +1}`, `line 1, column 14: invalid character '+' looking for beginning of value`},

	{"H24 string for integer", `{"MinCount": "1"}`,
		`line 1, column 14: MinCount: integer expected, found a string; write it without quotes`},
	{"H24 boolean for integer", `{"MinCount": true}`, `line 1, column 14: MinCount: integer expected, found a boolean`},
	{"H24 number for boolean", `{"DryRun": 1}`, `line 1, column 12: DryRun: true or false expected, found a number`},
	{"H24 string for boolean", `{"DryRun": "true"}`,
		`line 1, column 12: DryRun: true or false expected, found a string; write it without quotes`},
	{"H24 number for string", `{"KeyName": 7}`,
		`line 1, column 13: KeyName: string expected, found a number; write it in quotes`},
	{"H24 boolean for string", `{"KeyName": false}`,
		`line 1, column 13: KeyName: string expected, found a boolean; write it in quotes`},
	{"H24 list for string", `{"KeyName": ["k"]}`, `line 1, column 13: KeyName: string expected, found a list`},
	{"H24 number for enumeration", `{"InstanceType": 5}`,
		`line 1, column 18: InstanceType: string expected, found a number; write it in quotes`},
	{"H24 boolean for object", `{"Monitoring": true}`,
		`line 1, column 16: Monitoring: object expected, found a boolean`},
	{"H24 list for object", `{"Placement": []}`, `line 1, column 15: Placement: object expected, found a list`},
	{"H24 object for list", `{"BlockDeviceMappings": {}}`,
		`line 1, column 25: BlockDeviceMappings: list expected, found an object; write it in brackets`},
	{"H24 string for list", `{"SecurityGroupIds": "sg-1"}`,
		`line 1, column 22: SecurityGroupIds: list expected, found a string; write it in brackets`},
	{"H24 string for item", `{"TagSpecifications": ["x"]}`,
		`line 1, column 24: TagSpecifications[0]: object expected, found a string`},
	{"H24 boolean for timestamp", `{"InstanceMarketOptions": {"SpotOptions": {"ValidUntil": true}}}`,
		`line 1, column 58: InstanceMarketOptions.SpotOptions.ValidUntil: timestamp in a string or in seconds since 1970 expected, found a boolean`},
	{"H55 timestamp", `{"InstanceMarketOptions": {"SpotOptions": {"ValidUntil": "tomorrow"}}}`,
		`line 1, column 58: InstanceMarketOptions.SpotOptions.ValidUntil: timestamp expected,` +
			` such as "2026-12-31T23:59:59Z", found "tomorrow"`},

	{"H27 null member", `{"MinCount": null}`,
		`line 1, column 14: MinCount: null is no value; to leave the member unset, leave it out`},
	{"H27 null list", `{"SecurityGroups": null}`,
		`line 1, column 20: SecurityGroups: null is no value; to leave the member unset, leave it out`},
	{"H27 null object", `{"Placement": null}`,
		`line 1, column 15: Placement: null is no value; to leave the member unset, leave it out`},
	{"H27 null item", `{"BlockDeviceMappings": [{}, null]}`,
		`line 1, column 30: BlockDeviceMappings[1]: null cannot be an item of a list; remove it`},

	{"H28 invalid UTF-8", "{\"KeyName\": \"é\xff\"}", `line 1, column 15: invalid UTF-8: byte 0xff at offset 15`},
	{"H28 in user data", "{\"UserData\": \"\xff\"}", `line 1, column 15: invalid UTF-8: byte 0xff at offset 14`},
	{"H28 behind another fault", "{\"MinCount\": \"1\", \"KeyName\": \"\xff\"}",
		`line 1, column 31: invalid UTF-8: byte 0xff at offset 30`},
	{"H28 behind a fault of syntax", "{\"MinCount\": 1]\xff",
		`line 1, column 16: invalid UTF-8: byte 0xff at offset 15`},
	{"H6 behind another fault", `{"MinCount": "1"]`,
		`line 1, column 17: invalid character ']' after object key:value pair`},
	{"H30 overlong NUL", "{\"KeyName\": \"\xc0\x80\"}", `line 1, column 14: invalid UTF-8: byte 0xc0 at offset 13`},
	{"H29 high surrogate", `{"KeyName": "a\ud800"}`,
		`line 1, column 15: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"H29 low surrogate", `{"KeyName": "\udc00"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"H29 two high surrogates", `{"KeyName": "\ud800\ud800\udc00"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"H29 surrogate and letter", `{"KeyName": "\uD83D\u0041"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"H29 surrogate and other escape", `{"KeyName": "\ud800\ndc00"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"H29 surrogate and text", `{"KeyName": "\ud800xudc00"}`,
		`line 1, column 14: KeyName: the string holds half of a surrogate pair, which is no character`},
	{"H29 in user data", `{"UserData": "\ud800"}`,
		`line 1, column 15: UserData: the string holds half of a surrogate pair, which is no character`},

	{"H31 NUL", `{"TagSpecifications": [{"Tags": [{"Key": "a\u0000"}]}]}`,
		`line 1, column 42: TagSpecifications[0].Tags[0].Key: the string holds U+0000,` +
			` which the XML of EC2's answers cannot`},
	{"H32 control character", `{"KeyName": "\u001f"}`,
		`line 1, column 13: KeyName: the string holds U+001F, which the XML of EC2's answers cannot`},
	{"H32 no character", `{"KeyName": "\uffff"}`,
		`line 1, column 13: KeyName: the string holds U+FFFF, which the XML of EC2's answers cannot`},
	{"H32 in an enumeration", `{"InstanceType": "\ufffe"}`,
		`line 1, column 18: InstanceType: the string holds U+FFFE, which the XML of EC2's answers cannot`},
	{"H32 in an item", `{"SecurityGroups": ["\u0001"]}`,
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

func TestH3_EveryPrefix(t *testing.T) {
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
