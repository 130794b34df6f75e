package launcher_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// maxRequests is the most requests that one client token may cost in a run: the
// SDK's three, and two of the launcher's own.
const maxRequests = 5

// lies says where a result and its error contradict what an endpoint knows
// after one launch of at most so many instances, in so many runs of which they
// tell the last. They may say less than the endpoint knows, but then must say
// that they do not know.
func lies(srv *launchtest.Server, tap *tap, most, runs int, result *launcher.Result, err error) []string {
	var found []string
	lie := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	if result == nil {
		return []string{"the result is nil"}
	}
	named, launched := result.IDs(), map[string][]string{}
	unknown := map[string]bool{}
	for _, a := range result.Unknown() {
		unknown[a.Token] = true
	}
	instances := srv.Instances()
	if len(instances) > most {
		lie("%d instances were launched, %d asked for", len(instances), most)
	}
	for _, i := range instances {
		launched[i.ClientToken] = append(launched[i.ClientToken], i.ID)
		if !slices.Contains(named, i.ID) && !unknown[i.ClientToken] {
			lie("%s is lost: neither named nor launched under a token of unknown outcome", i.ID)
		}
	}
	for _, id := range tap.shown() {
		if !slices.Contains(named, id) {
			lie("%s was answered, and is not in the result", id)
		}
	}

	requests := map[string]int{}
	for _, r := range srv.Requests() {
		if r.Action == "RunInstances" {
			requests[r.ClientToken]++
		}
	}
	for token, n := range requests {
		if n > runs*maxRequests || token == "" {
			lie("%d requests under the token %q", n, token)
		}
	}
	seen := map[string]bool{}
	for _, a := range result.Attempts {
		ids := launched[a.Token]
		switch {
		case seen[a.Token]:
			lie("two attempts have the token %q", a.Token)
		case a.Outcome == launcher.Refused && len(ids) > 0:
			lie("%q were launched by an attempt that is refused: %v", ids, a.Err)
		case a.Outcome == launcher.Launched && slices.ContainsFunc(ids, func(id string) bool { return !slices.Contains(a.IDs, id) }):
			lie("%q were launched, the attempt knows %q", ids, a.IDs)
		case a.Err == nil && a.Outcome != launcher.Launched:
			lie("an attempt is %v without an error", a.Outcome)
		case a.Err != nil && (a.Err.Token != a.Token || a.Err.Outcome != a.Outcome):
			lie("an attempt of %v under %q has the error of %v under %q", a.Outcome, a.Token, a.Err.Outcome, a.Err.Token)
		}
		seen[a.Token] = true
	}
	for token := range requests {
		if !seen[token] && runs == 1 {
			lie("the result does not tell of the token %q", token)
		}
	}

	if err == nil {
		if len(unknown) > 0 || len(named) == 0 {
			lie("success with %d outcomes unknown and %d instances", len(unknown), len(named))
		}
		return found
	}
	fault, ok := errors.AsType[*launcher.Error](err)
	switch {
	case !ok:
		lie("the error is a %T", err)
	case fault.Outcome == launcher.Refused && (len(instances) > 0 || len(unknown) > 0):
		lie("nothing launched, it says, with %d instances and %d outcomes unknown: %v", len(instances), len(unknown), err)
	case (fault.Outcome == launcher.Unknown) != (len(unknown) > 0):
		lie("the error says %v, the result has %d outcomes unknown: %v", fault.Outcome, len(unknown), err)
	}
	return found
}
