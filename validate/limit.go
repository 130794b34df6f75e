package validate

// A Limit is a documented figure that AWS changes over time. Rules read it
// through [Pass.Limit], which knows the edition and what the user raised; no
// rule holds such a figure itself.
type Limit struct {
	ID      string   // stable, kebab-case: "gp3-iops-max"; the name that [Raise] takes
	Summary string   // what is limited, with the unit: "highest IOPS of a gp3 volume"
	Source  Source   // the passage that states it
	Figures []Figure // oldest edition first
}

// A Figure is what a [Limit] is from an edition on.
type Figure struct {
	Since Edition // the first that states it
	N     int64   // in the unit that the limit's summary names
}

// In returns the figure documented in an edition; ok is false before the first.
func (l *Limit) In(e Edition) (n int64, ok bool) {
	for _, f := range l.Figures {
		if f.Since <= e {
			n, ok = f.N, true
		}
	}
	return n, ok
}

// Values are the documented values of an enumeration, which AWS extends over
// time. A user adds to them with [Allow].
type Values struct {
	ID      string     // stable, kebab-case: "market-type"; the name that [Allow] takes
	Summary string     // what the values are: "types of an EBS volume"
	Source  Source     // the passage that lists them
	Sets    []ValueSet // oldest edition first; each holds the whole set
	AnyCase bool       // the documentation writes them in several cases, so that theirs is not judged
}

// A ValueSet is what [Values] hold from an edition on.
type ValueSet struct {
	Since  Edition  // the first that states it
	Values []string // the whole set, as the reference lists it
}

// In returns the values documented in an edition, nil before the first. The
// result is shared and must not be modified.
func (v *Values) In(e Edition) []string {
	var in []string
	for _, s := range v.Sets {
		if s.Since <= e {
			in = s.Values
		}
	}
	return in
}
