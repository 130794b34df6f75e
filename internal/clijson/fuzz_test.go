package clijson_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

func addSeeds(f *testing.F) {
	f.Helper()
	full, err := clijson.Encode(filled(), clijson.Reveal())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(full))
	for _, doc := range []string{
		`{}`,
		`{"ImageId":"ami-0abcdef1234567890","MinCount":1,"MaxCount":-0}`,
		`{"UserData":"\u0000\ud83d\ude00 \\ud800","SecurityGroups":[],"Placement":{}}`,
		`{"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":"2026-12-31T23:59:59.5+01:00"}}}`,
		`{"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":"1970-01-01T00:00:00"}}}`,
		`{"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":1798761599.5}}}`,
		`{"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":"Thu, 31 Dec 26 23:59:59 GMT"}}}`,
	} {
		f.Add(doc)
	}
	for _, tt := range hostile {
		if len(tt.doc) < 1024 {
			f.Add(tt.doc)
		}
	}
}

// isObject reports whether doc is an object of JSON in UTF-8.
func isObject(doc string) bool {
	return json.Valid([]byte(doc)) && utf8.ValidString(doc) && strings.HasPrefix(strings.TrimLeft(doc, " \t\r\n"), "{")
}

// FuzzDecode: any document decodes or gives short errors, in its order, at members if
// it is an object of JSON at all, and no other is decoded; what decodes survives
// encoding and decoding again. Fuzz with -fuzzminimizetime=1x: otherwise Go
// spends most of the time on shortening the long seed.
func FuzzDecode(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, doc string) {
		in, err := decode(doc)
		if err != nil {
			faults, several := errors.AsType[clijson.Errors](err)
			if one, ok := errors.AsType[*clijson.Error](err); ok && !several {
				faults = clijson.Errors{one}
			}
			if len(faults) == 0 || in != nil {
				t.Fatalf("got %v, %#v", in, err)
			}
			before := int64(-1)
			for _, fault := range faults {
				if fault.Line < 1 || fault.Column < 1 || fault.Offset <= before || fault.Offset > int64(len(doc)) {
					t.Errorf("%q: got %#v behind the offset %d", doc, fault, before)
				}
				if named := fault.Path != ""; named != isObject(doc) {
					t.Errorf("%q is an object of JSON: %t, but got %v", doc, !named, err)
				}
				if s := fault.Error(); len(s) > 1024 || strings.ContainsFunc(s, func(r rune) bool { return r < ' ' }) {
					t.Errorf("not one short line: %q", s)
				}
				before = fault.Offset
			}
			return
		}
		if !isObject(doc) {
			t.Errorf("%q was accepted", doc)
		}
		again, err := clijson.Encode(in, clijson.Indent(" "), clijson.Reveal())
		if err != nil {
			t.Fatal(err)
		}
		got, err := decode(string(again), clijson.MaxBytes(64<<20))
		if err != nil {
			t.Fatalf("%v\n%s", err, again)
		}
		if diff := cmp.Diff(in, got, sdk); diff != "" {
			t.Errorf("-first +again:\n%s", diff)
		}
	})
}

// FuzzDecodeDifferential: encoding/json decodes what this package accepts to
// the same request, but for the members that the CLI writes in another way:
// timestamps, user data, and counts that are not given.
func FuzzDecodeDifferential(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, doc string) {
		got, err := decode(doc)
		if err != nil {
			return
		}
		want := new(ec2.RunInstancesInput)
		std := json.NewDecoder(strings.NewReader(doc))
		std.DisallowUnknownFields()
		if err := std.Decode(want); err != nil {
			if m := got.InstanceMarketOptions; m != nil && m.SpotOptions != nil && m.SpotOptions.ValidUntil != nil {
				return
			}
			t.Fatalf("encoding/json: %v", err)
		}
		for _, count := range []**int32{&want.MinCount, &want.MaxCount} {
			if *count == nil {
				*count = new(int32(1))
			}
		}
		if want.UserData != nil {
			*want.UserData = base64.StdEncoding.EncodeToString([]byte(*want.UserData))
		}
		if diff := cmp.Diff(want, got, sdk); diff != "" {
			t.Errorf("-encoding/json +clijson:\n%s", diff)
		}
	})
}
