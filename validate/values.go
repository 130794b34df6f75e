package validate

import "slices"

// Values are the values of an enumeration, which AWS extends over time, or those
// that a house allows. A user adds to them with [Allow]. A request that leaves the
// member out passes; a Check can demand one.
//
// ID and Sets are mandatory; Summary and Source are for documentation. The first
// ValueSet of a house should leave out Since, as the first Figure of a [Limit].
type Values struct {
	ID      string     // stable, kebab-case: "market-type"; the name that [Allow] takes
	Summary string     // what the values are: "types of an EBS volume"
	Source  Source     // the passage that lists them
	Sets    []ValueSet // oldest edition first; each holds the whole set
	AnyCase bool       // the documentation writes them in several cases, so that theirs is not judged
}

// A ValueSet is what [Values] hold from an edition on.
type ValueSet struct {
	Since  Edition  // the first that states it; zero is the oldest
	Values []string // the whole set, as the reference lists it; none is empty
}

// In returns the values documented in an edition, nil before the first.
func (v *Values) In(e Edition) []string { return slices.Clone(v.in(e)) }

// in is In without the copy.
func (v *Values) in(e Edition) []string {
	if v == nil {
		return nil
	}
	var in []string
	for _, s := range v.Sets {
		if s.Since <= e {
			in = s.Values
		}
	}
	return in
}

func (v *Values) clone() *Values {
	if v == nil {
		return nil
	}
	c := *v
	c.Sets = slices.Clone(v.Sets)
	for i := range c.Sets {
		c.Sets[i].Values = slices.Clone(c.Sets[i].Values)
	}
	return &c
}
