package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// A merger adds what other sources say to the recorded facts and collects what
// they disagree on.
type merger struct {
	facts   recorded
	allowed map[subject]*allowance
	faults  []string
}

// settle decides between the recorded fact and another one that contradicts it,
// or would fill what was left unknown on purpose.
func (m *merger) settle(t types.InstanceType, f instancetype.Fact, other fact) {
	a := m.allowed[subject{t, f.String()}]
	if a == nil {
		old := m.facts[t][f]
		m.faults = append(m.faults, fmt.Sprintf("%s %s: recorded is %s (%s), new is %s (%s)",
			t, f, old.value, old.source, other.value, other.source))
		return
	}
	a.used = true
	switch a.choice {
	case takeNew:
		m.facts[t][f] = other
		log.Printf("%s %s is now %s: delete its line of %s", t, f, other.value, allowFile)
	case neither:
		delete(m.facts[t], f)
		if other.source != limitsSource {
			log.Printf("%s %s stays unknown, as %s has it: %s says %s", t, f, allowFile, other.source, other.value)
		}
	}
}

// fill records a fact that is unknown, unless it is unknown on purpose.
func (m *merger) fill(t types.InstanceType, f instancetype.Fact, other fact) {
	if m.allowed[subject{t, f.String()}] != nil {
		m.settle(t, f, other)
		return
	}
	m.facts[t][f] = other
}

// describe takes over answers of DescribeInstanceTypes.
func (m *merger) describe(a answers, date string) error {
	infos, err := a.read()
	if err != nil {
		return fmt.Errorf("%s: %w", a.name, err)
	}
	count, filled, changed := 0, 0, 0
	for i := range infos {
		t := i.Type()
		if m.facts[t] == nil {
			log.Printf("%s is left out: service/ec2 does not list it yet", t)
			continue
		}
		count++
		for f := range instancetype.Facts() {
			text := i.Value(f)
			if text == "" {
				continue
			}
			answer := fact{text, source{"DescribeInstanceTypes", date}}
			old, known := m.facts[t][f]
			switch {
			case !known:
				m.fill(t, f, answer)
			case contradicts(f, old.value, text):
				m.settle(t, f, answer)
			default:
				m.facts[t][f] = answer
				m.agree(t, f)
			}
			switch now, ok := m.facts[t][f]; {
			case ok && !known:
				filled++
			case ok && now.value != old.value:
				changed++
			}
		}
	}
	log.Printf("%s: types: %d, facts filled: %d, facts changed: %d", a.name, count, filled, changed)
	return nil
}

// contradicts reports whether two values cannot both be right, at whatever time
// they were read. Of network cards, index and interfaces count: EC2 raises
// bandwidths and adds figures.
func contradicts(f instancetype.Fact, a, b string) bool {
	if f == instancetype.FactNetworkCards {
		return !slices.Equal(frames(a), frames(b))
	}
	return a != b && (f.Age() == instancetype.Structural || seldom(f))
}

// seldom reports whether EC2 has revised the fact, but for two or three types
// only: a difference is more likely a mistake.
func seldom(f instancetype.Fact) bool {
	switch f {
	case instancetype.FactDefaultCores, instancetype.FactMemoryMiB, instancetype.FactENA:
		return true
	default:
		return false
	}
}

// frames are index and interfaces of network cards; nil for what are none,
// which has no place in the table.
func frames(cards string) (list [][2]any) {
	if json.Unmarshal([]byte(cards), &list) != nil {
		return nil
	}
	return list
}

// agree notes that an answer agrees with what is recorded.
func (m *merger) agree(t types.InstanceType, f instancetype.Fact) {
	if a := m.allowed[subject{t, f.String()}]; a != nil {
		a.agreed = true
	}
}

// taken reports whether an answer has been taken in place of the recorded fact.
func (m *merger) taken(t types.InstanceType, f instancetype.Fact) bool {
	a := m.allowed[subject{t, f.String()}]
	return a != nil && a.used && a.choice == takeNew
}

// verdict is an error if sources disagree, or a line of the allow list is not
// needed any more.
func (m *merger) verdict() error {
	var errs []error
	if len(m.faults) > 0 {
		slices.Sort(m.faults)
		errs = append(errs, fmt.Errorf("sources disagree: settle each with a line of %s: type, fact, %s, %s or %s, and "+
			"why\n%s",
			allowFile, keepOld, takeNew, neither, strings.Join(m.faults, "\n")))
	}
	var useless []string
	for s, a := range m.allowed {
		switch {
		case m.facts[s.typ] == nil:
			useless = append(useless, fmt.Sprintf("%s %s: service/ec2 does not list the type", s.typ, s.fact))
		case !a.used && a.choice == takeNew:
			useless = append(useless, fmt.Sprintf("%s %s: nothing is new", s.typ, s.fact))
		case !a.used && a.agreed:
			useless = append(useless, fmt.Sprintf("%s %s: the sources agree by now", s.typ, s.fact))
		}
	}
	if len(useless) > 0 {
		slices.Sort(useless)
		errs = append(errs, fmt.Errorf("lines of %s to delete\n%s", allowFile, strings.Join(useless, "\n")))
	}
	return errors.Join(errs...)
}
