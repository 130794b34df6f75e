package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A target is a package whose code is changed.
type target struct {
	dir     string
	files   []string // with code that is neither generated nor a test
	command []string // the arguments of go that run tests, but for the packages
	tested  []string // the packages whose tests are run
	covered map[string][]span
	limit   time.Duration // for tests that do not end
}

// options say what of a package is changed, and which tests are run.
type options struct {
	files string   // a pattern of names
	tests []string // packages, beside the package's own
	short bool
}

// A span is some lines that the tests reach.
type span struct{ first, last int }

// load finds the files of a package, and what the tests reach of them. They must
// pass.
func load(pkg string, o options) (*target, error) {
	if _, err := filepath.Match(o.files, ""); err != nil {
		return nil, fmt.Errorf("-files %q: %w", o.files, err)
	}
	out, err := exec.Command("go", "list", "-f", `{{.Dir}}{{range .GoFiles}}{{"\n"}}{{.}}{{end}}`, pkg).Output()
	if err != nil {
		return nil, fmt.Errorf("no package %s: %w", pkg, err)
	}
	lines := strings.Fields(string(out))
	t := &target{
		dir: lines[0], tested: append([]string{pkg}, o.tests...),
		command: []string{"test", "-count=1", fmt.Sprintf("-short=%t", o.short)},
	}
	for _, name := range lines[1:] {
		if chosen, _ := filepath.Match(o.files, name); chosen && !strings.HasSuffix(name, "_gen.go") {
			t.files = append(t.files, filepath.Join(t.dir, name))
		}
	}
	if len(t.files) == 0 {
		return nil, fmt.Errorf("-files %q: %s has no such file", o.files, pkg)
	}
	return t, t.cover(pkg)
}

// cover runs the tests as they are.
func (t *target) cover(pkg string) error {
	profile, err := os.CreateTemp("", "cover")
	if err != nil {
		return err
	}
	defer os.Remove(profile.Name())
	defer profile.Close()
	start := time.Now()
	args := slices.Concat(t.command, []string{"-coverpkg=" + pkg, "-coverprofile=" + profile.Name()}, t.tested)
	if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("the tests of %s fail as it is: %s", pkg, out)
	}
	t.limit = time.Minute + 5*time.Since(start)
	text, err := os.ReadFile(profile.Name())
	if err != nil {
		return err
	}
	t.covered = map[string][]span{}
	for line := range strings.Lines(string(text)) {
		// path/file.go:10.2,12.3 2 1
		path, rest, ok := strings.Cut(strings.TrimSpace(line), ":")
		fields := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(", .", r) })
		if !ok || len(fields) != 6 || fields[5] == "0" {
			continue
		}
		first, _ := strconv.Atoi(fields[0])
		last, _ := strconv.Atoi(fields[2])
		name := filepath.Base(path)
		t.covered[name] = append(t.covered[name], span{first, last})
	}
	return nil
}

// mutants lists those that the tests reach: in code that runs, and in what the
// package declares.
func (t *target) mutants() (all []mutant, err error) {
	for _, file := range t.files {
		found, err := mutantsOf(file)
		if err != nil {
			return nil, err
		}
		spans := t.covered[filepath.Base(file)]
		for _, m := range found {
			if m.declared || slices.ContainsFunc(spans, func(s span) bool { return s.first <= m.line && m.line <= s.last }) {
				all = append(all, m)
			}
		}
	}
	return all, nil
}

// A fate is what became of a mutant.
type fate uint8

const (
	survived fate = iota
	killed
	broken // it does not compile
)

// try runs the tests on a mutant.
func (t *target) try(m mutant) (fate, error) {
	dir, err := os.MkdirTemp("", "mutant")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	text, err := m.source()
	if err != nil {
		return 0, err
	}
	changed, overlay := filepath.Join(dir, "mutant.go"), filepath.Join(dir, "overlay.json")
	replace, err := json.Marshal(map[string]map[string]string{"Replace": {m.file: changed}})
	if err != nil {
		return 0, err
	}
	if err := errors.Join(os.WriteFile(changed, text, 0o666), os.WriteFile(overlay, replace, 0o666)); err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), t.limit)
	defer cancel()
	args := slices.Concat(t.command, []string{"-vet=off", "-failfast", "-overlay=" + overlay}, t.tested)
	out, err := exec.CommandContext(ctx, "go", args...).CombinedOutput()
	switch {
	case err == nil:
		return survived, nil
	case bytes.Contains(out, []byte("[build failed]")):
		return broken, nil
	case ctx.Err() != nil, bytes.Contains(out, []byte("--- FAIL")), bytes.Contains(out, []byte("panic: ")):
		return killed, nil
	}
	return 0, fmt.Errorf("%s: the tests neither pass nor fail: %s", m, out)
}
