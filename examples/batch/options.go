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
	live         bool
	endpoint     string
	ids          ids
	count        int
	plan, resume string
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
		return o, fmt.Errorf("unexpected argument %q: batch takes flags only", flags.Arg(0))
	case !o.live && o.endpoint == "" && flags.NFlag() > 0:
		return o, errors.New("the other flags need -live or -endpoint")
	case o.live && o.endpoint != "":
		return o, errors.New("-live and -endpoint exclude each other")
	case o.live && (o.ids.image == "" || o.ids.subnet == ""):
		return o, errors.New("-live needs -image and -subnet of the account")
	case o.resume != "" && (o.plan != "" || o.count != 0 || o.ids.fallback != ""):
		return o, errors.New("-resume takes -count and -fallback from its plan, and keeps it where it is: leave them " +
			"and -plan out")
	case o.count < 0 || o.count > 100_000:
		return o, fmt.Errorf("-count %d: want 1 to 100000", o.count)
	}
	o.count = cmp.Or(o.count, 500)
	o.plan = cmp.Or(o.resume, o.plan, "plan.json")
	o.ids.image = cmp.Or(o.ids.image, "ami-0abcdef1234567890")
	o.ids.subnet = cmp.Or(o.ids.subnet, "subnet-0aaaaaaaaaaaaaaaa")
	return o, nil
}

// flags returns flags that set o and print nothing.
func (o *options) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("batch", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&o.live, "live", false, "launch in the account of the ambient AWS configuration; asks first")
	flags.StringVar(&o.endpoint, "endpoint", "",
		"launch at the `URL` of a launchtest server, as the demonstration does by itself")
	flags.StringVar(&o.ids.image, "image", "", "`ID` of the AMI")
	flags.StringVar(&o.ids.subnet, "subnet", "", "`ID` of the subnet")
	flags.StringVar(&o.ids.fallback, "fallback", "", "`ID` of a subnet to go on in when EC2 lacks capacity")
	flags.IntVar(&o.count, "count", 0, "launch `N` instances (default 500)")
	flags.StringVar(&o.plan, "plan", "", "new `file` to keep the plan in (default plan.json)")
	flags.StringVar(&o.resume, "resume", "", "go on with the plan in a `file`")
	return flags
}

func printHelp(w io.Writer) error {
	if _, err := fmt.Fprintln(w, "usage: batch [-live -image ID -subnet ID [-fallback ID] [-count N] [-plan FILE | "+
		"-resume FILE]]"); err != nil {
		return err
	}
	flags := new(options).flags()
	flags.SetOutput(w)
	flags.PrintDefaults()
	return nil
}
