package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A choice is what data/allow.txt says about two sources that disagree.
type choice string

const (
	keepOld choice = "recorded" // what is recorded stands
	takeNew choice = "new"      // the other source stands
	neither choice = "unknown"  // nobody knows: the fact is not recorded
)

// An allowance settles one disagreement. It holds as long as the sources
// disagree.
type allowance struct {
	choice choice
	reason string
	used   bool // it has settled something
	agreed bool // an answer of EC2 is what is recorded
}

type subject struct {
	typ  types.InstanceType
	fact string
}

// readAllowed reads lines of type, fact, choice and reason. A line that starts
// with # is a comment.
func readAllowed(text []byte) (map[subject]*allowance, error) {
	allowed := map[subject]*allowance{}
	for n, row := range bytes.Split(text, []byte("\n")) {
		words := strings.Fields(string(row))
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		if len(words) < 4 {
			return nil, fmt.Errorf("line %d: want type, fact, choice and a reason", n+1)
		}
		s := subject{types.InstanceType(words[0]), words[1]}
		a := &allowance{choice: choice(words[2]), reason: strings.Join(words[3:], " ")}
		switch a.choice {
		case keepOld, takeNew, neither:
		default:
			return nil, fmt.Errorf("line %d: choice %q: want %s, %s or %s", n+1, a.choice, keepOld, takeNew, neither)
		}
		if allowed[s] != nil {
			return nil, fmt.Errorf("line %d: a second line for %s %s", n+1, s.typ, s.fact)
		}
		allowed[s] = a
	}
	for s := range allowed {
		if _, ok := factNamed(s.fact); !ok {
			return nil, fmt.Errorf("%s: no fact is called %q", s.typ, s.fact)
		}
	}
	return allowed, nil
}
