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

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// asProgram in the environment has the test binary be the program: the
// demonstration starts itself.
const asProgram = "BATCH_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

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
		t.Error("batch read its standard input")
		return 0, io.EOF
	})
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// expectNoUserData fails the test if text shows user data, as it is or encoded.
func expectNoUserData(t *testing.T, text string) {
	t.Helper()
	for _, form := range []string{"systemctl", "IyEvYmluL3No"} {
		if strings.Contains(text, form) {
			t.Errorf("user data is shown:\n%s", text)
		}
	}
}

func TestGolden(t *testing.T) {
	for golden, args := range map[string][]string{
		"killed-and-resumed.golden": nil,
		"help.golden":               {"-h"},
	} {
		t.Run(golden, func(t *testing.T) {
			offline(t)
			t.Setenv(asProgram, "1")
			var got bytes.Buffer
			if err := run(t.Context(), args, noInput(t), &got); err != nil {
				t.Fatalf("%v\n%s", err, &got)
			}
			path := filepath.Join("testdata", golden)
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
			expectNoUserData(t, got.String())
		})
	}
}

func TestMisuse(t *testing.T) {
	live := []string{"-live", "-image", "ami-0abcdef1234567890", "-subnet", "subnet-0123456789abcdef0"}
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"-live", "-image", "ami-0abcdef1234567890"}, "-live needs -image and -subnet of the account"},
		{[]string{"-count", "5"}, "the other flags need -live or -endpoint"},
		{[]string{"-resume", "plan.json"}, "the other flags need -live or -endpoint"},
		{append(live, "-endpoint", "http://127.0.0.1:1"), "exclude each other"},
		{append(live, "-resume", "plan.json", "-count", "5"), "-resume takes -count and -fallback from its plan"},
		{append(live, "-resume", "plan.json", "-plan", "other.json"), "-resume takes"},
		{append(live, "-count", "4294967297"), "-count 4294967297: want 1 to 100000"},
		{append(live, "-count", "-1"), "-count -1: want 1 to 100000"},
		{append(live, "-resume", "testdata/absent.json"), "open testdata/absent.json: "},
		{append(live, "-resume", "testdata/help.golden"), "testdata/help.golden: "},
		{append(live, "-fallback", "elsewhere"), "alternative 1: "},
		{[]string{"-life"}, "flag provided but not defined: -life"},
		{[]string{"live"}, `unexpected argument "live": batch takes flags only`},
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

// TestLiveAsksFirst needs no network, since nothing is sent before the answer.
func TestLiveAsksFirst(t *testing.T) {
	offline(t)
	file := filepath.Join(t.TempDir(), "plan.json")
	var out bytes.Buffer
	args := []string{"-live", "-image", "ami-0abcdef1234567890", "-subnet", "subnet-0123456789abcdef0", "-count", "300", "-plan", file}
	err := run(t.Context(), args, strings.NewReader("no\n"), &out)
	if err == nil || err.Error() != "nothing launched" || out.String() != "Launch 300 instances, which cost money until they are terminated? [y/N] " {
		t.Errorf("%v after\n%s", err, &out)
	}
	if _, err := os.Stat(file); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a plan was kept of what is not launched: %v", err)
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
		{"no", strings.NewReader("n\n"), false},
		{"an empty line", strings.NewReader("\n"), false},
		{"another word", strings.NewReader("yesterday\n"), false},
		{"the end of the input", strings.NewReader(""), false},
		{"a broken input", iotest.ErrReader(errors.New("broken")), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := confirm(tt.stdin, io.Discard, "Launch?"); got != tt.want {
				t.Errorf("got %t", got)
			}
		})
	}
}

// TestPlanIsKeptAndGoesOn stops a launch by credentials that EC2 no longer
// takes, and goes on with its plan.
func TestPlanIsKeptAndGoesOn(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Pass(), launchtest.Refuse(400, "RequestExpired", "Request has expired."))
	file := filepath.Join(t.TempDir(), "plan.json")
	args := []string{"-endpoint", srv.URL(), "-count", "250", "-plan", file}
	err := run(t.Context(), args, noInput(t), io.Discard)
	if err == nil || !strings.Contains(err.Error(), "RequestExpired") || !strings.HasSuffix(err.Error(), "to go on: -resume "+file) {
		t.Fatalf("got %v", err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	expectNoUserData(t, string(text))

	if err := run(t.Context(), args, noInput(t), io.Discard); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("a kept plan was replaced by a new one: %v", err)
	}
	var out bytes.Buffer
	if err := run(t.Context(), []string{"-endpoint", srv.URL(), "-resume", file}, noInput(t), &out); err != nil {
		t.Error(err)
	}
	if srv.Alive() != 250 || !strings.HasSuffix(out.String(), "\n250 of 250 instances run.\n") {
		t.Errorf("%d instances are alive after\n%s", srv.Alive(), &out)
	}
	other := []string{"-endpoint", srv.URL(), "-subnet", "subnet-0bbbbbbbbbbbbbbbb", "-resume", file}
	if err := run(t.Context(), other, noInput(t), io.Discard); err == nil || !strings.Contains(err.Error(), "an earlier call may have launched") || !strings.Contains(err.Error(), "fingerprints differ") {
		t.Errorf("a plan was resumed with another request: %v", err)
	}
}

// TestPlanThatCannotBeKeptIsNotRun has a folder stand where the plan is written.
func TestPlanThatCannotBeKeptIsNotRun(t *testing.T) {
	srv := launchtest.Start(t)
	file := filepath.Join(t.TempDir(), "plan.json")
	if err := os.Mkdir(file+".next", 0o777); err != nil {
		t.Fatal(err)
	}
	err := run(t.Context(), []string{"-endpoint", srv.URL(), "-plan", file}, noInput(t), io.Discard)
	if err == nil || !strings.Contains(err.Error(), "the plan was not saved") || len(srv.Requests()) != 0 {
		t.Errorf("%v after %d requests", err, len(srv.Requests()))
	}
}

func TestBarGrowsWithTheInstances(t *testing.T) {
	var out bytes.Buffer
	p := progress{&out, true}
	for launched, batches := range []int{0, 1, 2} {
		p.show(launcher.Event{Launched: launched * 250, Max: 500, Done: batches, Batches: 2})
	}
	p.end()
	want := "\r[........................................] 0 of 500 instances, 0 of 2 " +
		"batches\r[####################....................] 250 of 500 instances, 1 of 2 " +
		"batches\r[########################################] 500 of 500 instances, 2 of 2 batches\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFileIsNoTerminal(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if newProgress(file).bar || newProgress(new(bytes.Buffer)).bar {
		t.Error("a file or a buffer is taken for a terminal")
	}
}
