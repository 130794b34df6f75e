package validate

import "fmt"

// An Edition names one published state of EC2's documentation. The figures of a
// rule are those of the edition a [Validator] speaks for. The zero Edition is
// none.
type Edition uint8

const (
	// Spring2023 is the RunInstances reference of spring 2023, to the letter.
	Spring2023 Edition = iota + 1
	// Autumn2026 is the documentation in service/ec2 v1.344.1.
	Autumn2026

	// Latest is the newest edition, and the default.
	Latest = Autumn2026
)

// String returns the name of the edition in reports: "2023" or "latest".
func (e Edition) String() string {
	switch e {
	case Spring2023:
		return "2023"
	case Latest:
		return "latest"
	}
	return fmt.Sprintf("Edition(%d)", uint8(e))
}

// ParseEdition is the inverse of [Edition.String].
func ParseEdition(name string) (Edition, error) {
	for _, e := range Editions() {
		if e.String() == name {
			return e, nil
		}
	}
	return 0, fmt.Errorf("unknown edition %q: must be one of 2023, latest", name)
}

// Editions lists all editions, oldest first.
func Editions() []Edition { return []Edition{Spring2023, Autumn2026} }
