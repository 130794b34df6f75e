package validate

import "slices"

// A Limit is a figure that AWS changes over time, or that a house sets for itself.
// Rules read it through [Pass.Limit], which knows the edition and what the user
// overrides; no rule holds such a figure itself.
//
// ID and Figures are mandatory. Summary and Source are for documentation, and no
// message shows them. The first Figure of a house should leave out Since, so that it
// holds in every edition that a user may ask for: before the first, [NewValidator]
// refuses a [Range] of a house, and a Check has no figure. Others may follow that
// differ from an edition on, such as [Autumn2026]. [Latest] should date none: it is
// another edition after an update.
type Limit struct {
	ID      string   // stable, kebab-case: "gp3-iops-max"; the name that [Override] takes
	Summary string   // what is limited, with the unit: "highest IOPS of a gp3 volume"
	Source  Source   // the passage that states it
	Figures []Figure // oldest edition first, one for each that changes it

	origin *Limit // what a copy was made of, by which rules know it; nil for an original
}

// original is the limit that rules read, of which l may be a copy. Who gives a copy
// another ID has made a limit of it.
func (l *Limit) original() *Limit {
	if l.origin != nil && l.origin.ID == l.ID {
		return l.origin
	}
	return l
}

// A Figure is what a [Limit] is from an edition on.
type Figure struct {
	Since Edition // the first that states it; zero is the oldest
	N     int64   // in the unit that the limit's Summary names; not negative
}

// In returns the figure documented in an edition; ok is false before the first.
func (l *Limit) In(e Edition) (n int64, ok bool) {
	if l == nil {
		return 0, false
	}
	for _, f := range l.Figures {
		if f.Since <= e {
			n, ok = f.N, true
		}
	}
	return n, ok
}

func (l *Limit) clone() *Limit {
	if l == nil {
		return nil
	}
	c := *l
	c.origin = l.original()
	c.Figures = slices.Clone(l.Figures)
	return &c
}

func cloned(limits []*Limit) []*Limit {
	copies := slices.Clone(limits)
	for i, l := range copies {
		copies[i] = l.clone()
	}
	return copies
}

// A Range is a documented range, both ends included. An end that is nil, or
// that an edition does not state, is open. A request that leaves the member out
// passes; a Check can demand one.
type Range struct{ Min, Max *Limit }
