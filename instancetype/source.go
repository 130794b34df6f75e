package instancetype

import "strings"

// A Source says where a fact was read. The zero Source belongs to facts that are not known.
type Source struct {
	Name string // "DescribeInstanceTypes", or the document or package that was read
	Date string // when it said so: "2026-08-02"; "2026-09" where only the month is known
	Live bool   // an answer given to the user by EC2 itself rather than the embedded table
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
