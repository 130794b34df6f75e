// Command preflight checks launch requests before anything is launched: files
// in the JSON shape that "aws ec2 run-instances --cli-input-json" takes, and
// those of create-launch-template, create-launch-template-version, create-fleet,
// request-spot-instances and request-spot-fleet. The members at the top of a
// file tell which. The data of a launch template alone, whose members are those of
// a launch, are taken for one unless -call launch-template-data says what they are.
//
//	go run ./examples/preflight [-format text|json|sarif|github] [-fail-on error|warning] [-edition NAME]
//		[-policy FILE] [-skip RULE] [-override LIMIT=N] [-allow VALUES=VALUE] [-strict] [-advise]
//		[-call COMMAND] [-live] FILE...
//	go run ./examples/preflight -rules [-policy FILE]
//
// With -live, launches are checked with what the account of the ambient AWS
// configuration says, by Describe calls alone; nothing is launched. A call that
// the account refuses is named on standard error, and nothing is said of its
// facts.
//
// The file "-" is standard input. With -format json there is one line a file:
//
//	{"file":…,"valid":bool,"passed":bool,"edition":…,"violations":[{"rule":…,"severity":…,"path":…,"message":…,…,"line":…,"column":…}]}
//
// with the violations as [validate.Violation] documents them. Behind these
// members, line and column, from 1 and the column in characters, say where the
// violation stands in the file. A request is valid unless it breaks a rule of
// severity error, and has passed unless it breaks one of those that -fail-on
// names. A file that is no request at all breaks the rule "decode", once for each
// fault; of more than 20, the others are not told, and a violation of severity
// advice says so. Where the JSON is faulty, that is its only fault, and no rule is
// checked until a file can be read as a request. A file that cannot be read at all
// breaks the rule "unread", whose message says why; the others are checked all the
// same.
//
// -format sarif prints one log of SARIF 2.1.0 for all files, for code scanning
// and editors; -format github prints workflow commands, with which GitHub
// Actions annotates the files of a pull request. Both have the line and the
// column of each violation.
//
// -policy adds the rules of a house: a file of JSON, not of YAML, that package
// policy reads. Version 4 of yq makes JSON of YAML, "yq -o=json", and so does Go:
//
//	p, err := yaml.Load(os.Stdin) // of launch/policy/yaml
//	...
//	err = json.NewEncoder(os.Stdout).Encode(p)
//
// A policy that looks at the owners or the names of images needs -live. -policy may
// be repeated, for files that set different fields. With a faulty policy, nothing is
// checked: the faults of all are on standard error, and with their lines in the
// output of -format sarif and github.
//
// -rules prints the catalogue of rules as JSON, and behind it those of -policy.
//
// The exit status is 0 when all requests are valid, 1 when one is not (or, with
// -fail-on warning, when one is warned of), and 2 for wrong usage or a file
// that cannot be read.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/annotate"
	"github.com/ec2launch/ec2launch/validate"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// The exit statuses, the worst last.
const (
	allValid = iota
	someInvalid
	failed
)

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	status := allValid
	c, err := parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		err = printHelp(stdout)
	case err != nil:
		err = fmt.Errorf("%w\n%s", err, usage)
	default:
		if c.house, err = c.rulesOfHouse(stdout); err != nil {
			break
		}
		if c.rules {
			err = c.printRules(stdout)
		} else {
			status, err = c.checkAll(stdin, stdout, stderr)
		}
	}
	if err != nil {
		fmt.Fprintln(stderr, "preflight:", err)
		return failed
	}
	return status
}

// checkAll checks the files in turn and returns the worst of their statuses. It
// goes on after a file that cannot be read, and ends with an error where its
// output cannot be written.
func (c command) checkAll(stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	if err := c.needsLive(); err != nil {
		return failed, err
	}
	v, err := validate.NewValidator(launch.Rules(), append(c.options, validate.Also(c.house...))...)
	if err != nil {
		return failed, err
	}
	judge := offline(v)
	if c.live {
		if judge, err = live(context.Background(), v, stderr); err != nil {
			return failed, err
		}
	}
	status := allValid
	var all []annotate.File
	for _, file := range c.files {
		f, err := check(judge, v.Edition(), file, stdin, c.call)
		if err != nil {
			fmt.Fprintln(stderr, "preflight:", oneLine(err.Error()))
			if status = failed; c.format.unread == nil {
				continue
			}
			f = c.format.unread(filepath.ToSlash(file), err)
			f.Report.Edition = v.Edition()
		} else if !c.passes(f.Report) {
			status = max(status, someInvalid)
		}
		if c.format.whole {
			all = append(all, f)
			continue
		}
		if err := c.format.print(c, stdout, f); err != nil {
			return failed, err
		}
	}
	if c.format.whole {
		if err := c.format.print(c, stdout, all...); err != nil {
			return failed, err
		}
	}
	return status, nil
}

// passes reports whether a report lets the command succeed.
func (c command) passes(r validate.Report) bool {
	return r.Err() == nil && (c.failOn != validate.SeverityWarning || len(r.Warnings()) == 0)
}
