package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/ec2launch/ec2launch/launch/launcher"
)

// A progress shows how far a launch is: a bar on a terminal, else a line for
// each attempt of a batch.
type progress struct {
	w   io.Writer
	bar bool
}

func newProgress(w io.Writer) progress {
	file, ok := w.(*os.File)
	return progress{w, ok && terminal(file)}
}

// terminal reports whether a file is a device such as a terminal.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// show is a callback for [launcher.Progress].
func (p progress) show(e launcher.Event) {
	if p.bar {
		const width = 40
		full := min(width*e.Launched/max(e.Max, 1), width)
		fmt.Fprintf(p.w, "\r[%s%s] %d of %d instances, %d of %d batches",
			strings.Repeat("#", full), strings.Repeat(".", width-full), e.Launched, e.Max, e.Done, e.Batches)
		return
	}
	a := e.Attempt
	fmt.Fprintf(p.w, "batch %s %s%s (requests: %d): %d of %d instances\n", a.Batch, a.Outcome, detail(a), a.Requests,
		e.Launched, e.Max)
}

// end leaves the line of the bar.
func (p progress) end() {
	if p.bar {
		fmt.Fprintln(p.w)
	}
}

// detail says where an attempt went, and what EC2 had against it.
func detail(a launcher.Attempt) string {
	text := ""
	if a.Alternative != (launcher.Alternative{}) {
		text += " in " + a.Alternative.String()
	}
	if a.Err != nil && a.Err.Answer.Code != "" {
		text += " with " + a.Err.Answer.Code
	}
	return text
}
