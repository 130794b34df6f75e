package validate

import (
	"fmt"
	"strings"
)

// An Edition names one published state of EC2's documentation. The figures of a
// rule are those of the edition a [Validator] speaks for. Editions are ordered,
// the oldest first: [Spring2023], [Autumn2026]. The zero Edition is none.
//
// An Edition reads and prints as its name: "2023", "2026".
type Edition uint8

const (
	// Spring2023 is the RunInstances reference of spring 2023, to the letter.
	Spring2023 Edition = iota + 1
	// Autumn2026 is the documentation in the SDK of autumn 2026.
	Autumn2026

	// Latest is the newest edition, and the default.
	Latest = Autumn2026
)

// editions names every edition. The compiler refuses a row after [Latest].
var editions = [Latest + 1]string{
	Spring2023: "2023",
	Autumn2026: "2026",
}

// Editions lists all editions, oldest first.
func Editions() []Edition {
	all := make([]Edition, 0, Latest)
	for e := Edition(1); e <= Latest; e++ {
		all = append(all, e)
	}
	return all
}

// known reports whether e is an edition at all.
func (e Edition) known() bool { return 0 < e && e <= Latest }

// String returns the name of the edition.
func (e Edition) String() string {
	if e.known() {
		return editions[e]
	}
	return fmt.Sprintf("Edition(%d)", uint8(e))
}

// ParseEdition finds an edition by its name. "latest" is [Latest].
func ParseEdition(name string) (Edition, error) {
	if name == "latest" {
		return Latest, nil
	}
	for _, e := range Editions() {
		if e.String() == name {
			return e, nil
		}
	}
	return 0, fmt.Errorf("unknown edition %q: must be one of %s, latest", name, strings.Join(editions[1:], ", "))
}

// MarshalText returns the name of the edition.
func (e Edition) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText is [ParseEdition]. On an error, e is unchanged.
func (e *Edition) UnmarshalText(text []byte) error {
	read, err := ParseEdition(string(text))
	if err == nil {
		*e = read
	}
	return err
}
