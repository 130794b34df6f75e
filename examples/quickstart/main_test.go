package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// offline takes from the environment all that could lead to an account.
func offline(t *testing.T) {
	t.Helper()
	t.Setenv("AWS_CONFIG_FILE", os.DevNull)
	t.Setenv("AWS_SHARED_CREDENTIALS_FILE", os.DevNull)
	t.Setenv("AWS_EC2_METADATA_DISABLED", "true")
	for _, name := range []string{"AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"} {
		t.Setenv(name, "")
	}
}

// noInput fails the test that is asked for input.
func noInput(t *testing.T) io.Reader {
	return readerFunc(func([]byte) (int, error) {
		t.Error("quickstart read its standard input")
		return 0, io.EOF
	})
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestGolden(t *testing.T) {
	tests := []struct {
		golden string
		args   []string
	}{
		{"launch.golden", nil},
		{"dry-run.golden", []string{"-dry-run"}},
		{"help.golden", []string{"-h"}},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			offline(t)
			var got bytes.Buffer
			if err := run(t.Context(), tt.args, noInput(t), &got); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", tt.golden)
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if strings.Contains(got.String(), "systemctl") {
				t.Error("the output shows user data")
			}
		})
	}
}

func TestMisuse(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"-live"}, "-live needs -image, -subnet and -group of the account"},
		{[]string{"-live", "-image", "ami-0abcdef1234567890", "-subnet", "subnet-0123456789abcdef0"}, "-live needs"},
		{[]string{"-dry"}, "flag provided but not defined: -dry"},
		{[]string{"live"}, `unexpected argument "live": quickstart takes flags only`},
		{[]string{"-image", "web"}, "ImageId"},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			offline(t)
			err := run(t.Context(), tt.args, noInput(t), io.Discard)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// TestLiveAsksFirst points the ambient configuration at an endpoint, which shows
// that nothing but Describe calls and a dry run is sent before the answer.
func TestLiveAsksFirst(t *testing.T) {
	offline(t)
	srv := launchtest.Start(t)
	t.Setenv("AWS_ENDPOINT_URL_EC2", srv.URL())
	t.Setenv("AWS_ACCESS_KEY_ID", "id")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "key")
	var out bytes.Buffer
	args := []string{"-live", "-image", "ami-0abcdef1234567890", "-subnet", "subnet-0123456789abcdef0", "-group", "sg-0123456789abcdef0"}
	err := run(t.Context(), args, strings.NewReader("no\n"), &out)
	if err == nil || err.Error() != "nothing launched" || !strings.HasSuffix(out.String(), "[y/N] ") {
		t.Errorf("%v after\n%s", err, &out)
	}
	for _, r := range srv.Requests() {
		if r.Action == "RunInstances" && r.Form().Get("DryRun") != "true" {
			t.Error("a launch was sent")
		}
	}
	if srv.Alive() > 0 {
		t.Error("instances were launched")
	}
}

// What the account does not have ends the program before it asks, and before the
// dry run.
func TestLiveLooksAtTheAccountFirst(t *testing.T) {
	offline(t)
	srv := launchtest.Start(t, launchtest.Strict(), launchtest.Has(types.Image{ImageId: new("ami-0abcdef1234567890")}))
	t.Setenv("AWS_REGION", "us-east-1")
	t.Setenv("AWS_ENDPOINT_URL_EC2", srv.URL())
	t.Setenv("AWS_ACCESS_KEY_ID", "id")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "key")
	args := []string{
		"-live", "-image", "ami-0abcdef1234567890", "-subnet", "subnet-00000000000000001", "-group", "sg-0123456789abcdef0",
	}
	err := run(t.Context(), args, noInput(t), io.Discard)
	if err == nil || !strings.Contains(err.Error(), "security-group-unknown") {
		t.Errorf("got %v", err)
	}
	for _, r := range srv.Requests() {
		if r.Action == "RunInstances" {
			t.Error("RunInstances was sent")
		}
	}
}

func TestConfirm(t *testing.T) {
	tests := []struct {
		name  string
		stdin io.Reader
		want  bool
	}{
		{"y", strings.NewReader("y\n"), true},
		{"yes in capitals", strings.NewReader(" YES \n"), true},
		{"y without a line break", strings.NewReader("y"), true},
		{"no", strings.NewReader("n\n"), false},
		{"an empty line", strings.NewReader("\n"), false},
		{"a second thought", strings.NewReader("\ny\n"), false},
		{"another word", strings.NewReader("yesterday\n"), false},
		{"the end of the input", strings.NewReader(""), false},
		{"a broken input", iotest.ErrReader(errors.New("broken")), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			if got := confirm(tt.stdin, &out, "Launch?"); got != tt.want || out.String() != "Launch? [y/N] " {
				t.Errorf("got %t, asked %q", got, &out)
			}
		})
	}
}
