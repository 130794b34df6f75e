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

// TestOptions gives the same requests with and without the options of the validator.
func TestOptions(t *testing.T) {
	tests := []struct {
		name    string
		request string
		args    []string
		status  int
		want    string // how the violations begin; empty: there are none
	}{
		{"no advice", minimal, nil, allValid, ""},
		{"advice", minimal, []string{"-advice"}, allValid, "  advice: MetadataOptions.HttpTokens"},
		{"a fact that may have changed", efaOnLarge, nil, allValid, "  warning: NetworkInterfaces[0].InterfaceType"},
		{"strict about such facts", efaOnLarge, []string{"-strict"}, someInvalid, "  error: NetworkInterfaces[0].InterfaceType"},
		{"a figure of the latest edition", iops80000, nil, allValid, ""},
		{"a figure of no edition before", iops80000, []string{"-edition", "2023"}, someInvalid, "  error: BlockDeviceMappings[0].Ebs.Iops"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, stdout, stderr := preflight(t, tt.request, append(tt.args, "-")...)
			_, violations, _ := strings.Cut(stdout, "\n")
			if status != tt.status || !strings.HasPrefix(violations, tt.want) || tt.want == "" && violations != "" {
				t.Errorf("status %d, want %d, with %q:\n%s%s", status, tt.status, tt.want, stdout, stderr)
			}
		})
	}
}
