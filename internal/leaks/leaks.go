// Package leaks finds the goroutines that a test leaves behind.
package leaks

import (
	"bytes"
	"runtime"
	"testing"
	"time"
)

// None fails the test unless every goroutine that it starts has ended when
// its other clean-ups have run. It must be called before them.
func None(t *testing.T) {
	t.Helper()
	before := goroutines()
	t.Cleanup(func() {
		var left []byte
		for begun := time.Now(); time.Since(begun) < 10*time.Second; runtime.Gosched() {
			left = nil
			for id, stack := range goroutines() {
				if _, known := before[id]; !known {
					left = append(append(left, stack...), "\n\n"...)
				}
			}
			if left == nil {
				return
			}
		}
		t.Errorf("goroutines are left:\n%s", left)
	})
}

// goroutines returns the stacks of all goroutines by their names, such as
// "goroutine 12".
func goroutines() map[string][]byte {
	buffer := make([]byte, 1<<20)
	for {
		n := runtime.Stack(buffer, true)
		if n < len(buffer) {
			buffer = buffer[:n]
			break
		}
		buffer = make([]byte, 2*len(buffer))
	}
	stacks := map[string][]byte{}
	for stack := range bytes.SplitSeq(buffer, []byte("\n\n")) {
		name, _, _ := bytes.Cut(stack, []byte(" ["))
		stacks[string(name)] = stack
	}
	return stacks
}
