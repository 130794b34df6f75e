package leaks

import (
	"strings"
	"testing"
)

func TestAGoroutineIsSeenWhileItRuns(t *testing.T) {
	end, begun := make(chan struct{}), make(chan struct{})
	before := goroutines()
	go func() { close(begun); <-end }()
	<-begun
	found := ""
	for id, stack := range goroutines() {
		if _, known := before[id]; !known {
			found += string(stack)
		}
	}
	if !strings.Contains(found, "TestAGoroutineIsSeenWhileItRuns") {
		t.Errorf("found %q", found)
	}
	close(end)
	None(t)
}
