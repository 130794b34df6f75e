package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// A merger adds what other sources say to the recorded facts and collects what they disagree on.
type merger struct {
	facts   recorded
	allowed map[subject]*allowance
	faults  []string
}

// settle decides between the recorded fact and another one that contradicts it, or would fill what was left unknown
// on purpose.
func (m *merger) settle(t types.InstanceType, f instancetype.Fact, other fact) {
	a := m.allowed[subject{t, f.String()}]
	if a == nil {
		old := m.facts[t][f]
		m.faults = append(m.faults, fmt.Sprintf("%s %s: %s according to %s, but %s according to %s",
			t, f, old.value, old.source, other.value, other.source))
		return
	}
	a.used = true
	switch a.choice {
	case takeNew:
		m.facts[t][f] = other
	case neither:
		delete(m.facts[t], f)
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
func (m *merger) describe(text []byte, date string) error {
	answers, err := readAnswers(text)
	if err != nil {
		return fmt.Errorf("-describe: %w", err)
	}
	for i := range instancetype.FromDescribe(answers).All() {
		t := i.Type()
		if m.facts[t] == nil {
			log.Printf("%s is left out: service/ec2 does not list it yet", t)
			continue
		}
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
			case old.value != text && f.Age() == instancetype.Structural:
				m.settle(t, f, answer)
			default:
				m.facts[t][f] = answer
			}
		}
	}
	return nil
}

// readAnswers reads what the AWS CLI prints: one answer, or several in a row.
func readAnswers(text []byte) ([]types.InstanceTypeInfo, error) {
	var all []types.InstanceTypeInfo
	for d := json.NewDecoder(bytes.NewReader(text)); ; {
		var answer struct{ InstanceTypes []types.InstanceTypeInfo }
		if err := d.Decode(&answer); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("answer with InstanceTypes wanted: %w", err)
		}
		all = append(all, answer.InstanceTypes...)
	}
	if len(all) == 0 {
		return nil, errors.New("no InstanceTypes in it: want the output of aws ec2 describe-instance-types --output json")
	}
	return all, nil
}

// verdict is an error if sources disagree, or a line of the allow list settles nothing.
func (m *merger) verdict() error {
	faults := m.faults
	for s, a := range m.allowed {
		if !a.used {
			faults = append(faults, fmt.Sprintf("%s %s: the sources agree by now: delete the line of %s", s.typ, s.fact, allowFile))
		}
	}
	if len(faults) == 0 {
		return nil
	}
	slices.Sort(faults)
	return fmt.Errorf("%d disagreements: settle each with a line of %s\n%s", len(faults), allowFile, strings.Join(faults, "\n"))
}
