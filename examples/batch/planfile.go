package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/ec2launch/ec2launch/launch/launcher"
)

// A planFile is the name of the file that a plan is kept in.
type planFile string

// create keeps a new plan. A file that is there may be the plan of another
// launch: it is an error.
func (f planFile) create(p launcher.Plan) error {
	err := f.write(string(f), os.O_CREATE|os.O_EXCL, p)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already: go on with it by -resume, or name another file by -plan", f)
	}
	return err
}

// save replaces the plan. A crash leaves the old one or the new one.
func (f planFile) save(p launcher.Plan) error {
	next := string(f) + ".next"
	if err := f.write(next, os.O_CREATE|os.O_TRUNC, p); err != nil {
		return err
	}
	return os.Rename(next, string(f))
}

// write has the plan on disk when it returns.
func (f planFile) write(name string, flag int, p launcher.Plan) error {
	text, err := json.MarshalIndent(p, "", "\t")
	if err != nil {
		return err
	}
	file, err := os.OpenFile(name, os.O_WRONLY|flag, 0o666)
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := file.Write(append(text, '\n')); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	return file.Close()
}

// load reads the plan that was kept last.
func (f planFile) load() (launcher.Plan, error) {
	var p launcher.Plan
	text, err := os.ReadFile(string(f))
	if err != nil {
		return p, err
	}
	if err := json.Unmarshal(text, &p); err != nil {
		return p, fmt.Errorf("%s: %w", f, err)
	}
	return p, nil
}
