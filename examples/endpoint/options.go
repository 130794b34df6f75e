package main

import (
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// options are what the arguments ask for.
type options struct {
	addr     string
	region   string
	judge    bool
	throttle bool
	strict   bool
	spill    bool
	pending  int
	capacity capacity
	has      []launchtest.Option
}

// usageOfFlags comes before the list of flags.
const usageOfFlags = `Usage: endpoint [flags]

Plays EC2 on the loopback interface. Which actions and filters it serves:

  go doc github.com/ec2launch/ec2launch/launch/launchtest

`

// capacity is the room of zones, by name.
type capacity map[string]int

func (c capacity) String() string { return "" }

// Set reads zone=n.
func (c capacity) Set(text string) error {
	zone, number, ok := strings.Cut(text, "=")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 0 {
		return fmt.Errorf("want a zone and a number, such as us-east-1a=3")
	}
	c[zone] = n
	return nil
}

// parse returns [flag.ErrHelp] when the arguments ask for help, which it prints.
func parse(args []string, help io.Writer) (options, error) {
	o := options{capacity: capacity{}}
	flags := flag.NewFlagSet("endpoint", flag.ContinueOnError)
	flags.SetOutput(help)
	flags.StringVar(&o.addr, "addr", "127.0.0.1:4566", "listen at `host:port`; without a host, on the loopback interface")
	flags.StringVar(&o.region, "region", "us-east-1", "play the Region of that `name`")
	flags.BoolVar(&o.judge, "judge", false, "refuse what the rules of this library refuse")
	flags.BoolVar(&o.throttle, "throttle", false, "refuse what exceeds EC2's request limits")
	flags.BoolVar(&o.strict, "strict", false, "refuse images, subnets, groups and keys that do not exist")
	flags.BoolVar(&o.spill, "spill", false, "let a launch that names no zone go where there is room")
	flags.IntVar(&o.pending, "pending", 0, "keep instances pending for `n` looks")
	flags.Var(o.capacity, "capacity", "give a `zone=n` room for n instances; may be given for several zones")
	flags.Func("has", "give the account what a `file` describes, in the JSON of aws ec2 describe-images, describe-subnets\n"+
		"and so on; may be given for several files", func(file string) error {
		given, err := has(file)
		o.has = append(o.has, given...)
		return err
	})
	flags.Usage = func() {
		fmt.Fprint(help, usageOfFlags)
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if flags.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q: endpoint takes flags only", flags.Arg(0))
	}
	return o, nil
}

// options returns the options of the server.
func (o options) options() []launchtest.Option {
	opts := append([]launchtest.Option{launchtest.Region(o.region), launchtest.PendingFor(o.pending)}, o.has...)
	for zone, n := range o.capacity {
		opts = append(opts, launchtest.Capacity(zone, n))
	}
	if o.throttle {
		opts = append(opts, launchtest.Throttle())
	}
	if o.strict {
		opts = append(opts, launchtest.Strict())
	}
	if o.spill {
		opts = append(opts, launchtest.SpillOver())
	}
	return opts
}
