package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// preflight runs the program, which must never show the user data of a request.
func preflight(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	if strings.Contains(out.String()+errs.String(), "swordfish") {
		t.Errorf("preflight %q shows user data:\n%s%s", args, &out, &errs)
	}
	return status, out.String(), errs.String()
}

const (
	minimal    = `{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","MinCount":1,"MaxCount":1}`
	efaOnLarge = `{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","MinCount":1,"MaxCount":1,
		"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa","SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef0"]}]}`
	iops80000 = `{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.48xlarge","MinCount":1,"MaxCount":1,
		"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":1000,"Iops":80000}}]}`
)

func TestStatus(t *testing.T) {
	const (
		valid       = "testdata/valid.json"
		warning     = "testdata/warning.json"
		invalid     = "testdata/invalid.json"
		undecodable = "testdata/undecodable.json"
		absent      = "testdata/absent.json"
	)
	tests := []struct {
		name   string
		args   []string
		status int
		files  []string // those of the lines
		stderr string   // part of it
	}{
		{"valid", []string{valid}, 0, []string{valid}, ""},
		{"warnings alone", []string{warning, valid}, 0, []string{warning, valid}, ""},
		{"invalid", []string{invalid}, 1, []string{invalid}, ""},
		{"not a request", []string{undecodable}, 1, []string{undecodable}, ""},
		{"the worst counts", []string{valid, invalid, valid}, 1, []string{valid, invalid, valid}, ""},
		{"no such file", []string{absent}, 2, []string{absent}, "preflight: open testdata/absent.json: "},
		{"a folder", []string{"testdata"}, 2, []string{"testdata"}, "preflight: read testdata: "},
		{"the others are judged", []string{invalid, absent, valid, "testdata"}, 2, []string{invalid, absent, valid, "testdata"}, "absent.json"},
		{"unreadable is worse than invalid", []string{absent, invalid}, 2, []string{absent, invalid}, "absent.json"},
		{"standard input", []string{"-"}, 0, []string{"-"}, ""},
		{"standard input among files", []string{invalid, "-", valid}, 1, []string{invalid, "-", valid}, ""},
		{"a file twice", []string{valid, valid}, 0, []string{valid, valid}, ""},
		{"after a double dash", []string{"--", valid}, 0, []string{valid}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, stdout, stderr := preflight(t, minimal, slices.Concat([]string{"-format", "json"}, tt.args)...)
			if status != tt.status {
				t.Errorf("status %d, want %d", status, tt.status)
			}
			var files []string
			for line := range strings.Lines(stdout) {
				files = append(files, decode(t, line).File)
			}
			if diff := cmp.Diff(tt.files, files); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			if (stderr == "") != (tt.stderr == "") || !strings.Contains(stderr, tt.stderr) {
				t.Errorf("standard error has %q, want %q", stderr, tt.stderr)
			}
		})
	}
}

// What reads annotations learns of a file that could not be read, too.
func TestAnnotationsTellOfFilesThatAreUnread(t *testing.T) {
	for format, want := range map[string]string{
		"sarif": `"executionSuccessful": false`, "github": "::error file=testdata/absent.json,title=ec2launch::open testdata/absent.json",
	} {
		status, stdout, stderr := preflight(t, minimal, "-format", format, "testdata/absent.json", "testdata/valid.json")
		if status != 2 || !strings.Contains(stdout, want) || !strings.Contains(stderr, "absent.json") {
			t.Errorf("%s: status %d, output %s, standard error %s", format, status, stdout, stderr)
		}
	}
}

// There is a line for each file, so that a program need not read standard error.
func TestALineTellsWhyAFileIsUnread(t *testing.T) {
	status, line, _ := preflight(t, "", "-edition", "2023", "-format", "json", "testdata/absent.json")
	got := decode(t, line)
	if status != failed || got.Valid || got.Passed || !strings.Contains(line, `"edition":"2023"`) ||
		len(got.Violations) != 1 || got.Violations[0].Rule != "unread" || !strings.Contains(got.Violations[0].Message, "no such file") {
		t.Errorf("status %d, the line is %s", status, line)
	}
}

// An output is a line of JSON; those of its members that the tests read.
type output struct {
	File       string
	Valid      bool
	Passed     bool
	Violations []violation
}

type violation struct {
	Rule, Severity, Path, Message string
	Line, Column                  int
}

func decode(t *testing.T, line string) output {
	t.Helper()
	if strings.Contains(line, `"violations":null`) {
		t.Errorf("violations are null: %s", line)
	}
	var o output
	if err := json.Unmarshal([]byte(line), &o); err != nil {
		t.Fatalf("%v: %s", err, line)
	}
	broken := slices.ContainsFunc(o.Violations, func(v violation) bool { return v.Severity == "error" })
	if o.Valid == broken {
		t.Errorf("valid is %t: %s", o.Valid, line)
	}
	return o
}

func TestUnreadableInput(t *testing.T) {
	var stdout, stderr bytes.Buffer
	status := run([]string{"-"}, iotest.ErrReader(errors.New("the line is dead")), &stdout, &stderr)
	if status != failed || stdout.Len() > 0 || stderr.String() != "preflight: the line is dead\n" {
		t.Errorf("status %d, printed %q and %q", status, &stdout, &stderr)
	}
}
