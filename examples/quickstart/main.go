// Command quickstart builds a launch request, shows what the library says of a
// wrong one, launches three instances through the real AWS SDK client, and waits
// until they run.
//
//	go run ./examples/quickstart                   an EC2 endpoint in this process: no account, no network
//	go run ./examples/quickstart -live -dry-run    the ambient AWS configuration, asking EC2 for permission only
//	go run ./examples/quickstart -live             the ambient AWS configuration; asks before it launches
//
// Live launches need -image, -subnet and -group.
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

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdin, os.Stdout); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout io.Writer) error {
	where := ids{image: "ami-0abcdef1234567890", subnet: "subnet-0123456789abcdef0", group: "sg-0123456789abcdef0"}
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	live := flags.Bool("live", false, "launch in the account of the ambient AWS configuration")
	dryRun := flags.Bool("dry-run", false, "ask for permission only")
	flags.StringVar(&where.image, "image", where.image, "`ID` of the AMI")
	flags.StringVar(&where.subnet, "subnet", where.subnet, "`ID` of the dual-stack subnet")
	flags.StringVar(&where.group, "group", where.group, "`ID` of the security group")
	if err := flags.Parse(args); err != nil {
		return err
	}

	base := webServer(where)
	fmt.Fprintln(stdout, "A wrong request, and all that is wrong with it:")
	if _, err := wrong(base).Build(); err != nil {
		fmt.Fprintln(stdout, err)
	}
	spec, err := base.Build()
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "\nThe right one:\n%s\n\n", spec)

	client, waits, closeClient, err := newClient(ctx, *live)
	if err != nil {
		return err
	}
	defer closeClient()
	launcher := launch.NewLauncher(client)
	if *dryRun {
		if err := launcher.DryRun(ctx, spec); err != nil {
			return err
		}
		fmt.Fprintln(stdout, "EC2 would launch it.")
		return nil
	}
	if *live && !confirm(stdin, stdout, "Launch three instances, which cost money until they are terminated?") {
		return errors.New("nothing launched")
	}
	result, err := launcher.Launch(ctx, spec)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "Launched %s\n", strings.Join(result.IDs(), ", "))
	return report(ctx, stdout, client, result.IDs(), waits)
}

// newClient returns the SDK's client for the account or for an endpoint in this process.
func newClient(ctx context.Context, live bool) (*ec2.Client, waits, func(), error) {
	if !live {
		server := launchtest.New()
		return server.Client(), atOnce, server.Close, nil
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, waits{}, nil, err
	}
	return ec2.NewFromConfig(cfg, launch.Guard), patiently, func() {}, nil
}

func confirm(stdin io.Reader, stdout io.Writer, question string) bool {
	fmt.Fprintf(stdout, "%s [y/N] ", question)
	answer, _ := bufio.NewReader(stdin).ReadString('\n') // no answer is a no
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes"
}
