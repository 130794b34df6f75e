// Command preflight checks launch requests before anything is launched: files
// in the JSON shape that "aws ec2 run-instances --cli-input-json" takes.
//
//	go run ./examples/preflight [-format text|json] [-edition 2023|latest] [-advice] [-strict] FILE...
//	go run ./examples/preflight -rules
//
// The file "-" is standard input. With -format json there is one line a file.
// The exit status is 0 when all requests are valid, 1 when one is not, and 2
// for wrong usage or a file that cannot be read.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/ec2launch/ec2launch/internal/catalogue"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const (
	allValid = iota
	someInvalid
	misuse
)

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("preflight", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: preflight [flags] FILE...\nThe file - is standard input.")
		flags.PrintDefaults()
	}
	format := flags.String("format", "text", "`text` or json")
	edition := flags.String("edition", "latest", "the documentation to check against: 2023 or `latest`")
	advice := flags.Bool("advice", false, "report documented recommendations too")
	strict := flags.Bool("strict", false, "reject on recorded facts about instance types that may have changed since")
	rules := flags.Bool("rules", false, "print the catalogue of rules as JSON")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return allValid
		}
		return misuse
	}
	printer, known := printers[*format]
	in, err := validate.ParseEdition(*edition)
	switch {
	case !known:
		err = fmt.Errorf("unknown format %q: must be text or json", *format)
	case err == nil && !*rules && flags.NArg() == 0:
		err = errors.New("no files given")
	}
	if err != nil {
		fmt.Fprintln(stderr, "preflight:", err)
		flags.Usage()
		return misuse
	}
	if *rules {
		return printRules(stdout, stderr)
	}
	opts := []validate.Option{validate.In(in)}
	if *advice {
		opts = append(opts, validate.Advise())
	}
	if *strict {
		opts = append(opts, validate.Strict())
	}
	v, err := validate.NewValidator(launch.Rules(), opts...)
	if err != nil {
		fmt.Fprintln(stderr, "preflight:", err)
		return misuse
	}
	status := allValid
	for _, file := range flags.Args() {
		result, err := check(v, file, stdin)
		switch {
		case err != nil:
			fmt.Fprintln(stderr, "preflight:", err)
			status = misuse
			continue
		case !result.Valid:
			status = max(status, someInvalid)
		}
		if err := printer(stdout, result); err != nil {
			fmt.Fprintln(stderr, "preflight:", err)
			return misuse
		}
	}
	return status
}

func printRules(stdout, stderr io.Writer) int {
	enc := json.NewEncoder(stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(catalogue.Entries(launch.Rules())); err != nil {
		fmt.Fprintln(stderr, "preflight:", err)
		return misuse
	}
	return allValid
}
