package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"

	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// otherSubnet lies in another zone than the one that the launch asks for.
const otherSubnet = "subnet-0bbbbbbbbbbbbbbbb"

// show serves an endpoint for two processes: one that launches and is killed,
// and one that resumes.
func show(ctx context.Context, stdout io.Writer) error {
	launched := make(chan struct{})
	server := serve(launched)
	defer server.Close()
	dir, err := os.MkdirTemp("", "batch")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt) // or the folder stays
	defer stop()
	plan := filepath.Join(dir, "plan.json")

	fmt.Fprintln(stdout, "A process launches 500 instances in five batches:")
	first, err := command(ctx, stdout, "-endpoint", server.URL(), "-fallback", otherSubnet, "-plan", plan)
	if err != nil {
		return err
	}
	if err := killWhen(launched, first); err != nil {
		return err
	}
	fmt.Fprintln(stdout, "\nIt was killed when batch 2 was launched and the answer was on its way. By the client "+
		"tokens of its plan, EC2 has:")
	if _, err := reconcile(ctx, stdout, server, plan); err != nil {
		return err
	}

	fmt.Fprintln(stdout, "\nAnother process goes on with -resume plan.json:")
	second, err := command(ctx, stdout, "-endpoint", server.URL(), "-resume", plan)
	if err != nil {
		return err
	}
	if err := second.Run(); err != nil {
		return err
	}
	fmt.Fprintln(stdout, "\nBy the same tokens, EC2 has now:")
	found, err := reconcile(ctx, stdout, server, plan)
	if err != nil {
		return err
	}
	if alive := server.Alive(); alive != 500 || found != 500 {
		return fmt.Errorf("%d instances are alive and %d were found; want 500", alive, found)
	}
	fmt.Fprintln(stdout, "500 instances are alive: nothing was launched twice and nothing was lost.")
	return nil
}

// serve starts the endpoint, with what may happen to the requests on their way,
// in their order. The channel is closed once batch 2 is launched.
func serve(launched chan<- struct{}) *launchtest.Server {
	server := launchtest.New(launchtest.Capacity("us-east-1a", 250), launchtest.Subnet(otherSubnet, "us-east-1b"))
	tell := func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			close(launched)
			launchtest.Hang()(asked).ServeHTTP(w, r)
		})
	}
	pass := launchtest.Pass()
	server.Fail("RunInstances",
		launchtest.Refuse(http.StatusServiceUnavailable, "RequestLimitExceeded", "Request limit exceeded."), pass, // batch 0 is throttled once
		launchtest.ExecuteThen(launchtest.Disconnect()), pass, // batch 1 is launched, but the answer is lost
		pass, launchtest.ExecuteThen(tell), // batch 2 finds room in the other zone alone
		pass, pass, pass, // the same three, resumed
		pass, launchtest.DisconnectAfter(10_000), pass, // batch 3 finds room there too, but the answer breaks off
	)
	return server
}

// command returns this program as another process.
func command(ctx context.Context, stdout io.Writer, args ...string) (*exec.Cmd, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stdout, cmd.Stderr = stdout, os.Stderr
	return cmd, nil
}

// killWhen starts a process and kills it once the channel is closed.
func killWhen(launched <-chan struct{}, cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case <-launched:
		err := cmd.Process.Kill()
		<-ended
		return err
	case err := <-ended:
		return errors.Join(errors.New("the process ended before it could be killed"), err)
	}
}

// reconcile tells what EC2 has launched of each batch, by the plan alone, and
// returns how many instances these are.
func reconcile(ctx context.Context, stdout io.Writer, server *launchtest.Server, file string) (int, error) {
	plan, err := planFile(file).load()
	if err != nil {
		return 0, err
	}
	l, err := connect(ctx, server.URL())
	if err != nil {
		return 0, err
	}
	result, err := l.Reconcile(ctx, plan.Unsettled())
	for _, a := range result.Attempts {
		fmt.Fprintf(stdout, "batch %s: %d instances%s\n", a.Batch, len(a.IDs), detail(a))
	}
	if failed, ok := errors.AsType[*launcher.Error](err); ok && failed.Outcome == launcher.Unknown {
		err = nil // Run settles for sure what was not found
	}
	return len(result.IDs()), err
}
