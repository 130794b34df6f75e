package launcher_test

import (
	"fmt"
	"net/http"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// cutters end an answer after n bytes.
var cutters = map[string]func(n int) launchtest.Fault{
	"connection closed": launchtest.DisconnectAfter,
	"document ended": func(n int) launchtest.Fault {
		return launchtest.Edit(func(doc []byte) []byte { return doc[:min(n, len(doc))] })
	},
}

// A cutting server cuts answers that launch.
type cutting struct {
	*launchtest.Server
	launcher.Launcher
	after atomic.Int64 // bytes
	next  atomic.Int64 // how many answers it still cuts
}

func newCutting(t *testing.T, cut func(int) launchtest.Fault) *cutting {
	t.Helper()
	srv := launchtest.Start(t)
	c := &cutting{Server: srv, Launcher: newLauncher(srv.Client(), launcher.WithoutLimits())}
	c.Fail("RunInstances", slices.Repeat([]launchtest.Fault{func(asked http.Handler) http.Handler {
		if c.next.Add(-1) < 0 {
			return asked
		}
		return cut(int(c.after.Load()))(asked)
	}}, 60_000)...)
	return c
}

// length returns how long an answer to a launch of one instance is.
func length(t *testing.T) (n int) {
	t.Helper()
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Edit(func(doc []byte) []byte {
		n = len(doc)
		return doc
	}))
	if _, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base())); err != nil {
		t.Fatal(err)
	}
	return n
}

// everyCut calls f with each number of bytes that an answer can be cut after, by each
// cutter; with -short, under the race detector, with some of them. A server cuts a
// few hundred answers, since one that has launched thousands answers slowly.
func everyCut(t *testing.T, f func(t *testing.T, c *cutting, n int)) {
	leaks.None(t)
	step := 1
	if testing.Short() {
		step = 29
	}
	all, few := length(t), 256*step
	for name, cut := range cutters {
		for from := 0; from < all; from += few {
			t.Run(fmt.Sprintf("%s from byte %d on", name, from), func(t *testing.T) {
				t.Parallel()
				c := newCutting(t, cut)
				for n := from; n < min(from+few, all) && !t.Failed(); n += step {
					c.after.Store(int64(n))
					f(t, c, n)
				}
			})
		}
	}
}

func TestAnAnswerCutAfterAnyByteIsAskedForAgain(t *testing.T) {
	spec := build(t, base())
	everyCut(t, func(t *testing.T, c *cutting, n int) {
		alive := c.Alive()
		c.next.Store(1)
		result, err := c.Launch(t.Context(), spec)
		if err != nil || len(result.IDs()) != 1 || c.Alive() != alive+1 {
			t.Errorf("after %d bytes: %q, %d alive, %v", n, result.IDs(), c.Alive(), err)
		}
	})
}

// Where every answer is cut and nothing can be looked for, the launch is
// unknown, unless its instances were named before the cut.
func TestAnswersCutAfterAnyByteAreNeverRefused(t *testing.T) {
	spec, all := build(t, base()), length(t)
	everyCut(t, func(t *testing.T, c *cutting, n int) {
		alive := c.Alive()
		c.next.Store(1000)
		c.Fail("DescribeInstances", slices.Repeat([]launchtest.Fault{refuse(403, "UnauthorizedOperation")}, 10)...)
		result, err := c.Launch(t.Context(), spec)
		named := len(result.IDs()) == 1
		if c.Alive() != alive+1 || named != (err == nil) || !named && outcome(t, err) != launcher.Unknown {
			t.Errorf("after %d bytes: %q, %d alive, %v", n, result.IDs(), c.Alive(), err)
		}
		if n < all/2 && named {
			t.Errorf("after %d bytes of %d an instance was named", n, all)
		}
		if c.next.Store(0); err == nil {
			return
		}
		settled, err := c.Settle(t.Context(), spec, err)
		if err != nil || len(settled.IDs()) != 1 || c.Alive() != alive+1 {
			t.Errorf("after %d bytes, settled: %q, %d alive, %v", n, settled.IDs(), c.Alive(), err)
		}
	})
}

// A refusal that is cut leaves at most more unknown than there is.
func TestARefusalCutAfterAnyByteIsRefusedOrUnknown(t *testing.T) {
	srv := launchtest.Start(t)
	l, spec := newLauncher(srv.Client(), launcher.WithoutLimits()), build(t, base())
	document := `<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<Response><Errors><Error><Code>VcpuLimitExceeded</Code><Message>no</Message></Error></Errors><RequestID>1</RequestID></Response>`
	outcomes := map[launcher.Outcome]int{}
	for n := range len(document) + 1 {
		srv.Fail("RunInstances", launchtest.Answer(400, "text/xml", document[:n]))
		_, err := l.Launch(t.Context(), spec)
		if err == nil || outcome(t, err) == launcher.Launched || srv.Alive() != 0 {
			t.Errorf("after %d bytes: %v", n, err)
		}
		outcomes[outcome(t, err)]++
	}
	if outcomes[launcher.Refused] == 0 || outcomes[launcher.Unknown] == 0 {
		t.Errorf("got %v", outcomes)
	}
}
