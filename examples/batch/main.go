// Command batch launches 500 instances in five batches, is killed on the way and
// resumes from its plan, so that nothing is launched twice and nothing is lost.
//
//	go run ./examples/batch    an EC2 endpoint in this process: no account, no network
//	go run ./examples/batch -live -image ID -subnet ID [-fallback ID] [-count N] [-plan FILE]
//	go run ./examples/batch -live -image ID -subnet ID -resume FILE
//
// -live uses the ambient AWS configuration, and asks before it launches what
// costs money. The AMI must be one for x86_64.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "batch:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout io.Writer) error {
	o, err := parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return printHelp(stdout)
	case err != nil:
		return err
	case o.live || o.endpoint != "":
		return launchAll(ctx, o, stdin, stdout)
	}
	return show(ctx, stdout)
}

// confirm asks a question. No answer is a no.
func confirm(stdin io.Reader, stdout io.Writer, question string) bool {
	fmt.Fprintf(stdout, "%s [y/N] ", question)
	answer, _ := bufio.NewReader(stdin).ReadString('\n')
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes"
}
