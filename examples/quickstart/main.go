// Command quickstart builds a launch request, shows what the library says of a
// wrong one, launches three instances through the real AWS SDK client, and waits
// until they run.
//
//	go run ./examples/quickstart                  an EC2 endpoint in this process: no account, no network
//	go run ./examples/quickstart -dry-run         asks whether the launch would succeed, and launches nothing
//	go run ./examples/quickstart -live [-dry-run] -image ID -subnet ID -group ID
//
// -live uses the ambient AWS configuration, and asks before it launches what
// costs money. The AMI must be one for x86_64 and the subnet a dual-stack one.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/ec2launch/ec2launch/launch/launcher"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout io.Writer) error {
	o, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return printHelp(stdout)
	}
	if err != nil {
		return err
	}

	base := webServer(o.ids)
	fmt.Fprintln(stdout, "A wrong request, and all that is wrong with it:")
	if _, err := wrong(base).Build(); err != nil {
		fmt.Fprintln(stdout, err)
	}
	spec, err := base.Build()
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "\nThe right one:\n%s\n\n", spec)

	to, err := connect(ctx, o.live)
	if err != nil {
		return err
	}
	defer to.close()
	l := launcher.New(to.client, to.opts...)
	if o.dryRun {
		if _, err := l.DryRun(ctx, spec); err != nil {
			return err
		}
		fmt.Fprintln(stdout, "EC2 would launch it.")
		return nil
	}
	if o.live {
		if err := preflight(ctx, to.client, spec, stdout); err != nil {
			return err
		}
	}
	if o.live && !confirm(stdin, stdout, "Launch three instances, which cost money until they are terminated?") {
		return errors.New("nothing launched")
	}

	// From here on an interrupt must not keep the outcome from being told.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	result, err := l.Launch(ctx, spec, launcher.Wait(launcher.Running))
	for _, i := range result.Instances {
		fmt.Fprintln(stdout, describe(i))
	}
	if o.live && len(result.Instances) > 0 {
		fmt.Fprintln(stdout, "To end them: aws ec2 terminate-instances --instance-ids", strings.Join(result.IDs(), " "))
	}
	return err
}

// confirm asks a question. No answer is a no.
func confirm(stdin io.Reader, stdout io.Writer, question string) bool {
	fmt.Fprintf(stdout, "%s [y/N] ", question)
	answer, _ := bufio.NewReader(stdin).ReadString('\n')
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes"
}
