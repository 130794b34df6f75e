package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/ec2launch/ec2launch/launch/annotate"
	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
)

// rulesOfHouse reads the files of -policy. The error names those at fault, and so
// does the output where its format tells of files that are unread.
func (c command) rulesOfHouse(stdout io.Writer) (house []*validate.Rule, err error) {
	var faults []error
	var unread []annotate.File
	set := map[string]string{} // the file that has a rule, by its ID
	for _, file := range c.policy {
		rules, err := readPolicy(file)
		for _, r := range rules {
			if first, ok := set[r.ID]; ok {
				err = fmt.Errorf("%s has the rule %s already; put the policies into one file", oneLine(first), r.ID)
				break
			}
			set[r.ID] = file
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", oneLine(file), err))
			unread = append(unread, annotate.Unread(filepath.ToSlash(file), err))
		}
		house = append(house, rules...)
	}
	if len(unread) > 0 && c.format.marks {
		if err := c.format.print(c, stdout, unread...); err != nil {
			return nil, err
		}
	}
	return house, errors.Join(faults...)
}

// needsLive fails where a policy asks the account and nothing else does.
func (c command) needsLive() error {
	asks := func(r *validate.Rule) bool { return len(r.Asks) > 0 }
	if !c.live && slices.ContainsFunc(c.house, asks) {
		return errors.New("the policy looks at the owners or the names of images, which the account knows: it needs -live")
	}
	return nil
}

// readPolicy reads the rules of a house from a file. Its errors do not name the
// file.
func readPolicy(file string) ([]*validate.Rule, error) {
	text, err := beginningOf(file)
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return nil, at.Err
	}
	if ext := filepath.Ext(file); !json.Valid(text) && (ext == ".yaml" || ext == ".yml") {
		return nil, errors.New("must be JSON, not YAML; version 4 of yq converts it: yq -o=json POLICY.yaml >POLICY.json")
	}
	house, err := policy.Load(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	return house.Rules()
}

// beginningOf reads a file, at most one byte more than a policy may have.
func beginningOf(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 1<<20+1))
}
