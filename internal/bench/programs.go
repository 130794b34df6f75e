package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// A program is one of those in the folder of that name.
type program struct {
	path string
	size int64 // in bytes
}

// buildPrograms builds them as go build does, into a folder.
func buildPrograms(folder string) map[string]program {
	if out, err := exec.Command("go", "build", "-o", folder, "./programs/...").CombinedOutput(); err != nil {
		panic(fmt.Errorf("%w: %s", err, out))
	}
	built := map[string]program{}
	for _, f := range must(os.ReadDir(folder)) {
		built[f.Name()] = program{filepath.Join(folder, f.Name()), must(f.Info()).Size()}
	}
	return built
}

// A beginning is what the first check in a process takes, beside the first call.
type beginning struct{ check, call int64 } // in nanoseconds

// beginnings starts the program check so often, and returns the median.
func beginnings(check program, rounds int) beginning {
	var checks, calls []int64
	for range rounds {
		var b beginning
		must(fmt.Sscan(string(must(exec.Command(check.path).Output())), &b.check, &b.call))
		checks, calls = append(checks, b.check), append(calls, b.call)
	}
	slices.Sort(checks)
	slices.Sort(calls)
	return beginning{checks[rounds/2], calls[rounds/2]}
}
