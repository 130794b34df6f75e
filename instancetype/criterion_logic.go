package instancetype

import (
	"slices"
	"strings"
)

// Not asks for the opposite. What is unknown stays unknown.
func Not(c Criterion) Criterion {
	if c.check() != nil {
		return c
	}
	holds := c.holds
	c.want = "not " + c.want
	c.holds = func(i Info) Answer {
		switch holds(i) {
		case Yes:
			return No
		case No:
			return Yes
		default:
			return Unknown
		}
	}
	return c
}

// OrUnknown is content with [Unknown] as well.
func OrUnknown(c Criterion) Criterion {
	if c.check() != nil {
		return c
	}
	holds := c.holds
	c.holds = func(i Info) Answer { return answerOf(holds(i) != No) }
	return c
}

// AnyOf asks that one of the criteria is met. It is [Unknown] where none is,
// but one might be.
func AnyOf(criteria ...Criterion) Criterion {
	if len(criteria) == 0 {
		return faulty("AnyOf() has no criteria")
	}
	wants := make([]string, len(criteria))
	for n, c := range criteria {
		if c.check() != nil {
			return c
		}
		wants[n] = c.want
	}
	criteria = slices.Clone(criteria)
	return Criterion{
		want: strings.Join(wants, "; or "),
		holds: func(i Info) Answer {
			best := No
			for _, c := range criteria {
				switch c.holds(i) {
				case Yes:
					return Yes
				case Unknown:
					best = Unknown
				}
			}
			return best
		},
		found: func(i Info) string {
			found := make([]string, len(criteria))
			for n, c := range criteria {
				found[n] = c.found(i)
			}
			return strings.Join(found, "; ")
		},
	}
}
