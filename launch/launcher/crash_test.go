package launcher_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

// The test binary is also the process that is killed: then this variable holds
// the endpoint.
const crashEndpoint = "LAUNCHER_CRASH_ENDPOINT"

func TestMain(m *testing.M) {
	if endpoint := os.Getenv(crashEndpoint); endpoint != "" {
		if err := runToBeKilled(endpoint, os.Args[1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// crashSpec is what the process launches: fifty instances in batches of ten.
func crashSpec() (launch.Spec, error) {
	return base().Count(launch.Exactly(50)).Network(network.InSubnet(subnetA)).UserDataText(canary).Build()
}

// runToBeKilled runs the plan in a file, which it keeps up to date. It tells
// every step on its standard output, and goes on when it reads a byte.
func runToBeKilled(endpoint, path string) error {
	step := func(name string) error {
		fmt.Println(name)
		_, err := io.ReadFull(os.Stdin, make([]byte, 1))
		return err
	}
	spec, err := crashSpec()
	if err != nil {
		return err
	}
	plan, err := readPlan(path)
	if err != nil {
		return err
	}
	srv := launchtest.New() // for its configuration
	defer srv.Close()
	config := srv.Config()
	config.BaseEndpoint = aws.String(endpoint)
	saves := 0
	_, err = launcher.New(ec2.NewFromConfig(config), launcher.WithoutLimits()).Run(context.Background(), plan, spec, launcher.Concurrency(1), launcher.Save(func(p launcher.Plan) error {
		saves++
		if err := step(fmt.Sprint("saving ", saves)); err != nil {
			return err
		}
		if err := writePlan(path, p); err != nil {
			return err
		}
		return step(fmt.Sprint("saved ", saves))
	}))
	if err != nil {
		return err
	}
	return step("done")
}

func readPlan(path string) (p launcher.Plan, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return p, err
	}
	return p, json.Unmarshal(text, &p)
}

// writePlan replaces the file at once.
func writePlan(path string, p launcher.Plan) error {
	text, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", text, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// A victim is a process that is killed when it comes to a step.
type victim struct {
	*exec.Cmd
	at     string
	killed atomic.Bool
	dead   sync.Once
}

// step kills the process if it has come to the step, and reports whether it
// did.
func (v *victim) step(name string) bool {
	if name != v.at {
		return false
	}
	v.dead.Do(func() {
		v.Process.Kill()
		v.Process.Wait()
		v.killed.Store(true)
	})
	return true
}

// request tells the steps of a request. Once the process is killed it is no
// fault.
func (v *victim) request(n int, answer launchtest.Fault) launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case v.killed.Load():
				answer = launchtest.Pass()
			case v.step(fmt.Sprint("arrived ", n)):
				panic(http.ErrAbortHandler)
			case v.at == fmt.Sprint("executed ", n):
				answer = after(handle(func(http.ResponseWriter, *http.Request) {
					v.step(v.at)
					panic(http.ErrAbortHandler)
				}))
			case v.at == fmt.Sprint("half answered ", n):
				answer = halfway(func() { v.step(v.at) })
			}
			answer(asked).ServeHTTP(w, r)
		})
	}
}

// halfway writes half of the answer and calls f.
func halfway(f func()) launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			launchtest.DisconnectAfter(2000)(asked).ServeHTTP(flushing{w, f}, r)
		})
	}
}

// flushing calls f when half of the answer has been written.
type flushing struct {
	http.ResponseWriter
	f func()
}

func (w flushing) FlushError() error {
	err := http.NewResponseController(w.ResponseWriter).Flush()
	w.f()
	return err
}

// The second of five batches finds no capacity and goes on to an alternative:
// its requests are the second and the third of six.
func TestAProcessThatIsKilledAtAnyStepIsResumedFromItsPlan(t *testing.T) {
	for _, at := range []string{
		"saving 1", "saved 1", "arrived 1", "executed 1", "half answered 1", // the first batch
		"arrived 2", "saving 3", "saved 3", "executed 3", // the second, and its alternative
		"half answered 4", "executed 6", "done", // the third, the last
	} {
		t.Run(at, func(t *testing.T) {
			leaks.None(t)
			srv := launchtest.Start(t, launchtest.Subnet(subnetB, "us-east-1b"))
			spec, err := crashSpec()
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "plan.json")
			p := plan(t, spec, launcher.Split(), launcher.BatchSize(10), launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
			if err := writePlan(path, p); err != nil {
				t.Fatal(err)
			}
			kill(t, srv, at, path)

			before := srv.Alive()
			if p, err = readPlan(path); err != nil {
				t.Fatal(err)
			}
			result, err := newLauncher(srv.Client()).Run(t.Context(), p, spec, launcher.Save(func(p launcher.Plan) error { return writePlan(path, p) }))
			if err != nil {
				t.Errorf("resumed with %d alive: %v", before, err)
			}
			if n := len(srv.Instances()); n != 50 {
				t.Errorf("%d instances were launched, want 50", n)
			}
			distinct(t, srv, result, 50)
		})
	}
}

// kill runs the plan in a process of its own and kills that at a step.
func kill(t *testing.T, srv *launchtest.Server, at, path string) {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	v := &victim{Cmd: exec.Command(binary, path), at: at}
	v.Env = append(os.Environ(), crashEndpoint+"="+*srv.Config().BaseEndpoint)
	v.Stderr = os.Stderr
	stdin, err := v.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := v.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 6; n++ {
		answer := launchtest.Pass()
		if n == 2 {
			answer = refuse(500, "InsufficientInstanceCapacity")
		}
		srv.Fail("RunInstances", v.request(n, answer))
	}
	if err := v.Start(); err != nil {
		t.Fatal(err)
	}
	steps := bufio.NewScanner(stdout)
	for steps.Scan() && !v.step(steps.Text()) {
		stdin.Write([]byte{0})
	}
	stdin.Close()
	v.dead.Do(func() { v.Process.Wait() })
	if !v.killed.Load() {
		t.Fatalf("the process never came to %q", at)
	}
}
