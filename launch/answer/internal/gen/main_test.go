package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTableIsFresh(t *testing.T) {
	d, err := read(data)
	if err != nil {
		t.Fatal(err)
	}
	want, err := emit(d)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../table_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("table_gen.go is not what the data says; run go generate ./launch/answer (-want +got):\n%s", diff)
	}
}

// sound is a data file that every case below spoils in one place.
const sound = `{
	"sources": {"page": "a page"},
	"actions": {"correct": "Correct it."},
	"codes": [
		{"code": "A", "class": "quota", "fault": "client", "action": "correct", "sources": ["page"]},
		{"code": "B", "class": "quota", "fault": "client", "action": "correct", "sources": ["page"]}
	],
	"reasons": [{"code": "C", "class": "auth", "action": "correct", "sources": ["page"]}]
}`

func TestUnsoundDataIsRefused(t *testing.T) {
	if _, err := read([]byte(sound)); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ old, new, want string }{
		{`"code": "B"`, `"code": "A"`, "codes are sorted"},
		{`"code": "A"`, `"code": "Z"`, "codes are sorted"},
		{`"class": "quota"`, `"class": "quotas"`, `no class "quotas"`},
		{`"class": "auth"`, `"class": ""`, `no class ""`},
		{`"fault": "client"`, `"fault": "Client"`, `no fault "Client"`},
		{`"fault": "client"`, `"fault": "client", "instances": "no"`, `no "no" for instances`},
		{`"fault": "client"`, `"fault": "client", "retries": true`, "unknown field"},
		{`"action": "correct"`, `"action": "repair"`, `no action "repair"`},
		{`"sources": ["page"]`, `"sources": ["site"]`, `no source "site"`},
		{`"sources": ["page"]`, `"sources": []`, "A has no source"},
		{`"page": "a page"`, `"page": "a page", "site": "a site"`, `no code has the source "site"`},
		{`"correct": "Correct it."`, `"correct": "Correct it.", "wait": "Wait."`, `no code has the action "wait"`},
	} {
		spoilt := strings.Replace(sound, test.old, test.new, 1)
		if _, err := read([]byte(spoilt)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s instead of %s: error %v, want %q", test.new, test.old, err, test.want)
		}
	}
}
