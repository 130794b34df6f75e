package instancetype

import "strings"

// A Source says where a fact was read. The zero Source belongs to facts that
// are not known.
type Source struct {
	// Name is "DescribeInstanceTypes", or the document or package that was
	// read.
	Name string
	// Date is when it said so: "2026-08-02", or "2026-09" or "2026" where no
	// more is known.
	Date string
	// Live is true for what EC2 answered the user, rather than the table.
	Live bool
}

// After reports whether the source may be newer than a date of the same form,
// or its first part: "2023-05-31", "2023-05", "2023". A source of which only
// the month is known may be of any day in it; one without a date may be of any
// time.
//
// A fact that is newer than an edition of the documentation does not tell what
// that edition allowed, unless it is [Structural].
func (s Source) After(date string) bool {
	n := min(len(s.Date), len(date))
	return s.Date[:n] > date[:n] || s.Date[:n] == date[:n] && len(s.Date) < len(date)
}

// String returns name and date, and "(live)" after a live source.
func (s Source) String() string {
	words := make([]string, 0, 3)
	for _, w := range []string{s.Name, s.Date} {
		if w != "" {
			words = append(words, w)
		}
	}
	if s.Live {
		words = append(words, "(live)")
	}
	return strings.Join(words, " ")
}
