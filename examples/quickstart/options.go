package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
)

// options are what the arguments ask for.
type options struct {
	live, dryRun bool
	ids          ids
}

// parse returns [flag.ErrHelp] when the arguments ask for help.
func parse(args []string) (options, error) {
	var o options
	flags := o.flags()
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	switch {
	case flags.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q: quickstart takes flags only", flags.Arg(0))
	case o.live && (o.ids.image == "" || o.ids.subnet == "" || o.ids.group == ""):
		return o, errors.New("-live needs -image, -subnet and -group of the account")
	}
	o.ids = ids{
		image:  cmp.Or(o.ids.image, "ami-0abcdef1234567890"),
		subnet: cmp.Or(o.ids.subnet, "subnet-0123456789abcdef0"),
		group:  cmp.Or(o.ids.group, "sg-0123456789abcdef0"),
	}
	return o, nil
}

// flags returns flags that set o and print nothing.
func (o *options) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&o.live, "live", false, "launch in the account of the ambient AWS configuration; asks first")
	flags.BoolVar(&o.dryRun, "dry-run", false, "ask EC2 whether the launch would succeed, and launch nothing")
	flags.StringVar(&o.ids.image, "image", "", "`ID` of the AMI")
	flags.StringVar(&o.ids.subnet, "subnet", "", "`ID` of the dual-stack subnet")
	flags.StringVar(&o.ids.group, "group", "", "`ID` of the security group")
	return flags
}

func printHelp(w io.Writer) error {
	if _, err := fmt.Fprintln(w, "usage: quickstart [-dry-run] [-live -image ID -subnet ID -group ID]"); err != nil {
		return err
	}
	flags := new(options).flags()
	flags.SetOutput(w)
	flags.PrintDefaults()
	return nil
}
