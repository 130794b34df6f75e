package main

import (
	"errors"
	"flag"
	"io"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/validate"
)

const usage = `usage: preflight [-format text|json] [-edition 2023|latest] [-advice] [-strict] FILE...
       preflight -rules`

// A command is what the arguments ask for.
type command struct {
	print          printer
	edition        validate.Edition
	advice, strict bool
	rules          bool // print the catalogue; there are no files then
	files          []string
}

// parse returns [flag.ErrHelp] when the arguments ask for help.
func parse(args []string) (command, error) {
	c := command{print: printText, edition: validate.Latest}
	flags := c.flags()
	if err := flags.Parse(args); err != nil {
		return c, err
	}
	c.files = flags.Args()
	switch {
	case c.rules && len(c.files) > 0:
		return c, errors.New("-rules takes no files")
	case !c.rules && len(c.files) == 0:
		return c, errors.New("no files given; - is standard input")
	}
	if i := slices.Index(c.files, "-"); i >= 0 && slices.Contains(c.files[i+1:], "-") {
		return c, errors.New("standard input, -, can be read only once")
	}
	return c, nil
}

// flags returns flags that set c and print nothing.
func (c *command) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("preflight", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Func("format", "`format` of the output: text, or json with one line a file (default text)", func(name string) (err error) {
		c.print, err = parseFormat(name)
		return err
	})
	flags.Func("edition", "`edition` of the documentation to check against: 2023 or latest (default latest)", func(name string) (err error) {
		c.edition, err = validate.ParseEdition(name)
		return err
	})
	flags.BoolVar(&c.advice, "advice", false, "report documented recommendations, too")
	flags.BoolVar(&c.strict, "strict", false, "reject on recorded facts about instance types that may have changed since")
	flags.BoolVar(&c.rules, "rules", false, "print the catalogue of rules as JSON, and check nothing")
	return flags
}

// options are those of the validator.
func (c command) options() []validate.Option {
	opts := []validate.Option{validate.In(c.edition)}
	if c.advice {
		opts = append(opts, validate.Advise())
	}
	if c.strict {
		opts = append(opts, validate.Strict())
	}
	return opts
}

func printHelp(w io.Writer) error {
	var b strings.Builder
	b.WriteString(usage + `

Each FILE holds one launch request as the JSON that "aws ec2 run-instances
--cli-input-json" takes; - is standard input.

`)
	flags := new(command).flags()
	flags.SetOutput(&b)
	flags.PrintDefaults()
	b.WriteString(`
Exit status: 0 all valid, 1 something invalid, 2 wrong usage or unreadable file.
`)
	_, err := io.WriteString(w, b.String())
	return err
}
