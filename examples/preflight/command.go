package main

import (
	"errors"
	"flag"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ec2launch/ec2launch/validate"
)

const usage = `usage: preflight [-format text|json|sarif|github] [-fail-on error|warning] [-edition NAME] [-policy FILE]
                 [-skip RULE] [-override LIMIT=N] [-allow VALUES=VALUE] [-strict] [-advise]
                 [-call COMMAND] [-live] FILE...
       preflight -rules [-policy FILE]`

// A command is what the arguments ask for.
type command struct {
	format  format
	failOn  validate.Severity // the mildest that makes the exit status 1
	options []validate.Option // of the validator
	policy  []string          // files with rules of the house
	house   []*validate.Rule  // that these have
	call    *call             // that all files are; nil where their members tell
	live    bool              // ask the account
	rules   bool              // print the catalogue; there are no files then
	files   []string
}

// parse returns [flag.ErrHelp] when the arguments ask for help.
func parse(args []string) (command, error) {
	c := command{format: format{print: command.printText}}
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
	if i := slices.IndexFunc(c.files, isFlag); i >= 0 {
		return c, errors.New("flags stand before the files: " + oneLine(c.files[i]))
	}
	if i := slices.Index(c.files, "-"); i >= 0 && slices.Contains(c.files[i+1:], "-") {
		return c, errors.New("standard input, -, can be read only once")
	}
	return c, nil
}

// isFlag reports whether a file has the name of a flag. A file that is called so
// can be given as ./-name.
func isFlag(file string) bool { return len(file) > 1 && file[0] == '-' }

// flags returns flags that set c and print nothing.
func (c *command) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("preflight", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Func("format", "`format` of the output: text, json with one line a file, sarif, or github (default text)",
		func(name string) (err error) {
			c.format, err = parseFormat(name)
			return err
		})
	flags.Func("fail-on", "`severity` that makes the exit status 1: error, or warning (default error)",
		func(name string) error {
			if err := c.failOn.UnmarshalText([]byte(name)); err != nil || c.failOn <= validate.SeverityWarning {
				return err
			}
			return errors.New("advice fails nothing: want error or warning")
		})
	option := func(name, usage string, parse func(string) (validate.Option, error)) {
		flags.Func(name, usage, func(value string) error {
			o, err := parse(value)
			if err == nil {
				c.options = append(c.options, o)
			}
			return err
		})
	}
	toggle := func(name, usage string, o validate.Option) {
		flags.BoolFunc(name, usage, func(value string) error {
			on, err := strconv.ParseBool(value)
			if on {
				c.options = append(c.options, o)
			}
			return err
		})
	}
	option("edition", "`edition` of the documentation to check against: "+editions()+", latest (default latest)",
		func(name string) (validate.Option, error) {
			e, err := validate.ParseEdition(name)
			return validate.In(e), err
		})
	flags.Func("policy", "`file` with the policy of a house, in JSON (not YAML) as package policy reads it; may be repeated",
		func(file string) error {
			c.policy = append(c.policy, file)
			return nil
		})
	option("skip", "switch a `rule` off; may be repeated", func(id string) (validate.Option, error) {
		if strings.Contains(id, ",") {
			return nil, errors.New("must be one rule; -skip is repeated for others")
		}
		return validate.Skip(id), nil
	})
	option("override", "replace a dated figure, `limit=n`; may be repeated", parseOverride)
	option("allow", "allow a value that an enumeration does not have, `values=value`; may be repeated", parseAllow)
	toggle("strict", "reject on recorded facts about instance types that may have changed since", validate.Strict())
	toggle("advise", "report documented recommendations, too", validate.Advise())
	flags.Func("call", "`command` of the CLI that the files are for: "+callNames()+" (default what their members tell)", func(name string) (err error) {
		c.call, err = parseCall(name)
		return err
	})
	flags.BoolVar(&c.live, "live", false, "ask the account of the ambient AWS configuration what a launch names; launches nothing")
	flags.BoolVar(&c.rules, "rules", false, "print the catalogue of rules and the rules of -policy as JSON, and check nothing")
	return flags
}

// editions lists the names of all editions.
func editions() string {
	var names []string
	for _, e := range validate.Editions() {
		names = append(names, e.String())
	}
	return strings.Join(names, ", ")
}

func parseOverride(value string) (validate.Option, error) {
	limit, figure, ok := strings.Cut(value, "=")
	n, err := strconv.ParseInt(figure, 10, 64)
	if !ok || err != nil {
		return nil, errors.New("must be LIMIT=N, such as gp3-iops-max=100000")
	}
	return validate.Override(limit, n), nil
}

func parseAllow(value string) (validate.Option, error) {
	enumeration, allowed, ok := strings.Cut(value, "=")
	if !ok {
		return nil, errors.New("must be VALUES=VALUE, such as volume-type=gp4")
	}
	return validate.Allow(enumeration, allowed), nil
}

func printHelp(w io.Writer) error {
	var b strings.Builder
	b.WriteString(usage + `

Each FILE holds one launch request as the JSON that "aws ec2 run-instances
--cli-input-json" takes, or one of another call that describes a launch, see
-call; - is standard input. The data of a launch template without the call look
like a launch and are checked as one: for these, -call launch-template-data.

`)
	flags := new(command).flags()
	flags.SetOutput(&b)
	flags.PrintDefaults()
	b.WriteString(`
A violation that rests on a dated figure, list or fact names the option that
lifts it: Override, Allow, or Facts, for which -skip stands in.

Exit status: 0 all valid, 1 something invalid or what -fail-on says, 2 wrong usage or unreadable file.
`)
	_, err := io.WriteString(w, b.String())
	return err
}
