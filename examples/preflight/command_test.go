package main

import (
	"strings"
	"testing"
)

func TestMisuse(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{nil, "no files given; - is standard input"},
		{[]string{"-format", "json"}, "no files given"},
		{[]string{"-format", "yaml", "-"}, `invalid value "yaml" for flag -format: must be text or json`},
		{[]string{"-edition", "2024", "-"}, `unknown edition "2024": must be one of 2023, latest`},
		{[]string{"-colour", "-"}, "flag provided but not defined: -colour"},
		{[]string{"-edition"}, "flag needs an argument: -edition"},
		{[]string{"-", "testdata/valid.json", "-"}, "standard input, -, can be read only once"},
		{[]string{"-rules", "testdata/valid.json"}, "-rules takes no files"},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			status, stdout, stderr := preflight(t, minimal, tt.args...)
			if status != failed || stdout != "" {
				t.Errorf("status %d, printed %q", status, stdout)
			}
			if !strings.Contains(stderr, tt.want) || !strings.Contains(stderr, usage) {
				t.Errorf("standard error has %q, want %q and the usage", stderr, tt.want)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	for _, arg := range []string{"-h", "-help", "--help"} {
		status, stdout, stderr := preflight(t, "", arg)
		if status != allValid || stderr != "" {
			t.Errorf("%s: status %d, %s", arg, status, stderr)
		}
		for _, want := range []string{usage, "-advice", "-edition", "-format", "-rules", "-strict", "Exit status"} {
			if !strings.Contains(stdout, want) {
				t.Errorf("%s does not mention %s:\n%s", arg, want, stdout)
			}
		}
	}
}

// TestOptions holds that each option adds a line to a report that is valid
// without it.
func TestOptions(t *testing.T) {
	tests := []struct {
		option  []string
		request string
		line    string // its beginning
		status  int
	}{
		{[]string{"-advice"}, minimal, "  advice: MetadataOptions.HttpTokens", allValid},
		{[]string{"-strict"}, efaOnLarge, "  error: NetworkInterfaces[0].InterfaceType", someInvalid},
		{[]string{"-edition", "2023"}, iops80000, "  error: BlockDeviceMappings[0].Ebs.Iops", someInvalid},
	}
	for _, tt := range tests {
		t.Run(tt.option[0], func(t *testing.T) {
			status, stdout, _ := preflight(t, tt.request, "-")
			if status != allValid || strings.Contains(stdout, tt.line) {
				t.Errorf("without: status %d\n%s", status, stdout)
			}
			status, stdout, _ = preflight(t, tt.request, append(tt.option, "-")...)
			if status != tt.status || !strings.Contains(stdout, tt.line) {
				t.Errorf("with: status %d, want %d and %q\n%s", status, tt.status, tt.line, stdout)
			}
		})
	}
}
