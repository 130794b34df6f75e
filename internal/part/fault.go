package part

import (
	"slices"
	"strings"
)

// A Fault is an argument that a method of a builder cannot use.
type Fault struct {
	Method  string // that was given it: "IPv6"
	Path    string // of the member that it was given for, below that of the part
	Message string // "IPv6 must be given IPv6 addresses, not 10.0.0.5"
	Missing bool   // nothing was given
}

// Faults are those of a part. They are never written to: what changes them
// returns a copy.
type Faults []Fault

// Of replaces the faults of a method, whose last call alone counts.
func (f Faults) Of(method string, faults ...Fault) Faults {
	if len(f) == 0 && len(faults) == 0 {
		return f
	}
	kept := slices.DeleteFunc(slices.Clone(f), func(one Fault) bool { return one.Method == method })
	for _, one := range faults {
		one.Method = method
		kept = append(kept, one)
	}
	return kept
}

// Err returns f, as an error where there is any.
func (f Faults) Err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// Error joins the messages.
func (f Faults) Error() string {
	texts := make([]string, len(f))
	for i, one := range f {
		texts[i] = one.Message
	}
	return strings.Join(texts, "; ")
}

// Below is the path of a member of what stands at a path.
func Below(path, member string) string {
	return strings.Trim(path+"."+member, ".")
}
