package validate

import (
	"cmp"
	"slices"
)

// maxReported bounds the violations that a report holds.
const maxReported = 100

// findings collects what the rules report during one check.
type findings struct {
	all     []finding
	counts  [3]int // by severity
	omitted int
}

// A finding is a violation with its place in the order of the request.
type finding struct {
	Violation
	place []int
}

// full reports whether there are as many of a severity as a report can hold.
func (f *findings) full(s Severity) bool { return f.counts[s] >= maxReported }

// count counts a violation of a severity and reports whether there is room for
// it.
func (f *findings) count(s Severity) bool {
	if f.full(s) {
		f.omitted++
		return false
	}
	f.counts[s]++
	return true
}

// violations returns the findings in the order of the request. At one path,
// errors come first, then warnings, then advice; within these, the order is
// that of the rules.
func (f *findings) violations() []Violation {
	if len(f.all) == 0 {
		return nil
	}
	slices.SortStableFunc(f.all, func(a, b finding) int {
		return cmp.Or(slices.Compare(a.place, b.place), cmp.Compare(a.Severity, b.Severity))
	})
	f.trim()
	vs := make([]Violation, len(f.all))
	for i := range f.all {
		vs[i] = f.all[i].Violation
	}
	return vs
}

// trim drops what is too much, the mildest first and from the end, so that no
// crowd of warnings hides an error.
func (f *findings) trim() {
	for s := SeverityAdvice; s > SeverityError; s-- {
		for i := len(f.all) - 1; i >= 0 && len(f.all) > maxReported; i-- {
			if f.all[i].Severity == s {
				f.all = slices.Delete(f.all, i, i+1)
				f.omitted++
			}
		}
	}
}
