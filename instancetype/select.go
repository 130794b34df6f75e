package instancetype

import (
	"errors"
	"fmt"
)

// Select returns the types of a catalogue that meet every criterion, in the
// order of [Compare]. A type of which the answer to a criterion is [Unknown] is
// left out, unless the criterion is wrapped in [OrUnknown]. [Explain] says why
// a type was.
//
// The criteria cover the filters of amazon-ec2-instance-selector, with [Where]
// for generations ([ParseName] knows them) and for ratios, except which types a
// Region or zone offers and at what price. Those are no facts of a type: ask
// EC2 about the ones selected. Its suites of opinions, such as what is flexible
// or suits a service, are left to the user.
func Select(c Catalogue, criteria ...Criterion) ([]Info, error) {
	if err := check(criteria); err != nil {
		return nil, err
	}
	var selected []Info
	for i := range Infos(c) {
		if meets(i, criteria) {
			selected = append(selected, i)
		}
	}
	return selected, nil
}

// Explain lists the criteria that the type does not meet and what stands there
// instead, as in "VCpuInfo.DefaultVCpus: want 2 to 8, is 96". For a type that
// meets all it is empty.
func Explain(i Info, criteria ...Criterion) ([]string, error) {
	if err := check(criteria); err != nil {
		return nil, err
	}
	var reasons []string
	for _, c := range criteria {
		if c.holds(i) != Yes {
			reasons = append(reasons, c.want+", is "+c.found(i))
		}
	}
	return reasons, nil
}

func meets(i Info, criteria []Criterion) bool {
	for _, c := range criteria {
		if c.holds(i) != Yes {
			return false
		}
	}
	return true
}

func check(criteria []Criterion) error {
	var faults []error
	for n, c := range criteria {
		if err := c.check(); err != nil {
			faults = append(faults, fmt.Errorf("criterion %d: %w", n+1, err))
		}
	}
	return errors.Join(faults...)
}
