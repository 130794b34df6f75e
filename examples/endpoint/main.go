// Command endpoint runs the EC2 endpoint for tests by itself, for launch code in
// any language. It prints what to set so that a client finds it:
//
//	go run ./examples/endpoint -addr 127.0.0.1:4566 -judge -capacity us-east-1a=3
//
// With -strict it refuses what names a thing that the account does not have, and
// -has gives it things, from files such as the AWS CLI prints:
//
//	aws ec2 describe-images --owners self > images.json
//	go run ./examples/endpoint -strict -has images.json
//
// Nothing is launched and nothing is kept: the account is gone when the command
// ends. Each request is logged with its action, client token and outcome, and
// with no parameter besides.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	switch err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); {
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "endpoint:", err)
		os.Exit(1)
	}
}

// run serves until the context ends. It logs to log and prints the rest to out.
func run(ctx context.Context, args []string, out, log io.Writer) error {
	o, err := parse(args, log)
	if err != nil {
		return err
	}
	opts := append(o.options(), launchtest.Log(slog.New(slog.NewTextHandler(log, nil))))
	if o.judge {
		v, err := validate.NewValidator(launch.Rules())
		if err != nil {
			return err
		}
		opts = append(opts, launchtest.Judge(v))
	}
	server, err := launchtest.Open(opts...)
	if err != nil {
		return err
	}
	defer server.Close()
	if err := server.Listen(o.addr); err != nil {
		return err
	}
	if err := printUsage(out, server.URL(), o.region); err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}
