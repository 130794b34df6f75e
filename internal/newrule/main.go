// Command newrule writes a new rule: its declaration, its entry in the list of
// its room, and examples to be filled in.
//
//	go run ./internal/newrule -area network -id interface-description-length -member 'NetworkInterfaces[].Description'
//
// The area is a folder that has a room rules: blockdevice, network, launch, or
// one of those in launch, such as placement. The rule is added to the file that
// its ID leads to, or to a new one. A rule whose ID ends in -range or -length
// has no check but a range between two limits, which are added to limits.go,
// where its member is a number or a text. Until check or figures are filled in,
// the rule reports nothing, and the tests of the room name its bad example.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	switch err := run(".", os.Args[1:], os.Stdout); {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "newrule:", err)
		os.Exit(1)
	}
}

// run writes a rule into the repository at root, and says where.
func run(root string, args []string, out io.Writer) error {
	var r rule
	flags := flag.NewFlagSet("newrule", flag.ContinueOnError)
	area := flags.String("area", "", "`folder` that has the room: blockdevice, network, launch, placement ...")
	flags.StringVar(&r.ID, "id", "", "`ID` of the rule, in kebab-case: subject, then aspect")
	flags.StringVar(&r.Member, "member", "", "`path` of the member that it constrains, as AWS spells it")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := r.check(); err != nil {
		return err
	}
	room, err := findRoom(root, *area)
	if err != nil {
		return err
	}
	file, err := room.add(r)
	if err != nil {
		return err
	}
	rel, err := filepath.Rel(root, file)
	if err != nil {
		rel = file
	}
	holds, open := "check", ""
	if len(r.Limits()) > 0 {
		holds, open = "figures in limits.go", " Delete the limit of an end that the reference does not state, "+
			"and that of a shortest length of 0."
	}
	_, err = fmt.Fprintf(out, "%s: %s. Fill in its text, code, %s and examples, and move its entry in rules.go to "+
		"where the reference has the member.%s\n", rel, r.Variable(), holds, open)
	return err
}
