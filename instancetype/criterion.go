package instancetype

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A Criterion is one thing that [Select] asks of an instance type. The zero
// Criterion, and one made of what makes no sense, such as the least number of a
// yes-or-no fact, is an error there.
type Criterion struct {
	want  string            // in words, the fact's name first
	holds func(Info) Answer // nil in a criterion that makes no sense
	found func(Info) string // what stands there instead, for Explain
	fault error
}

// check reports what makes the criterion useless.
func (c Criterion) check() error {
	if c.holds == nil && c.fault == nil {
		return errors.New("the zero Criterion asks nothing: make one with Is, AtLeast, Has, Where or their like")
	}
	return c.fault
}

// Where asks a question of your own; want says in words what a type that
// answers [Yes] has.
func Where(want string, question func(Info) Answer) Criterion {
	if question == nil {
		return faulty("Where(%q) has no question", want)
	}
	return Criterion{want: want, holds: question, found: func(i Info) string { return question(i).String() }}
}

// Is asks for a yes.
func Is(f Fact) Criterion { return answered(f, Yes) }

// IsNot asks for a no.
func IsNot(f Fact) Criterion { return answered(f, No) }

// AtLeast asks for a number that is not smaller than n, in the unit of the
// fact.
func AtLeast(f Fact, n float64) Criterion {
	return numbered(f, "at least "+decimal(n), func(x float64) bool { return x >= n })
}

// AtMost asks for a number that is not larger than n, in the unit of the fact.
func AtMost(f Fact, n float64) Criterion {
	return numbered(f, "at most "+decimal(n), func(x float64) bool { return x <= n })
}

// Between asks for a number from low to high, both included, in the unit of the
// fact.
func Between(f Fact, low, high float64) Criterion {
	if !(low <= high) {
		return faulty("%s: there is no number from %s to %s", f, decimal(low), decimal(high))
	}
	return numbered(f, decimal(low)+" to "+decimal(high), func(x float64) bool { return low <= x && x <= high })
}

// Has asks for a name: of a list such as [FactArchitectures] or
// [FactPlacementStrategies], that it is in it; of a choice such as [FactENA],
// or a text such as [FactManufacturer], that it is the one. A name that no type
// has because the list does not have it is an error in [Select].
func Has[T ~string](f Fact, name T) Criterion {
	switch f.kind() {
	case setKind, choiceKind:
		if list := vocabularies[f-firstSet]; !slices.Contains(list, string(name)) {
			return faulty("%s: %q is none of %s", f, string(name), quoted(list))
		}
		return of(f, string(name), func(i Info) Answer { return i.member(f, string(name)) })
	case textKind:
		return of(f, string(name), func(i Info) Answer { return answerOf(strings.EqualFold(i.text(f), string(name))) })
	default:
		return faulty("%s holds no names: %q cannot be asked of it", f, string(name))
	}
}

// Named asks for a name that matches the pattern of [path.Match]: "m7*.*",
// "*.metal*".
func Named(pattern string) Criterion {
	if _, err := path.Match(pattern, ""); err != nil {
		return faulty("Named(%q): %v", pattern, err)
	}
	return Criterion{
		want: fmt.Sprintf("name: want %s", pattern),
		holds: func(i Info) Answer {
			matches, _ := path.Match(pattern, string(i.Type()))
			return answerOf(matches)
		},
		found: func(i Info) string { return string(i.Type()) },
	}
}

// decimal is a number as people write it, never with an exponent.
func decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func quoted[T ~string](names []T) string {
	return strings.ReplaceAll(strings.Trim(fmt.Sprintf("%q", names), "[]"), " ", ", ")
}

func faulty(format string, args ...any) Criterion {
	return Criterion{fault: fmt.Errorf(format, args...)}
}

// of makes a criterion about one fact; holds is asked only where it is known.
func of(f Fact, want string, holds func(Info) Answer) Criterion {
	return Criterion{
		want: fmt.Sprintf("%s: want %s", f, want),
		holds: func(i Info) Answer {
			if !i.Known(f) {
				return Unknown
			}
			return holds(i)
		},
		found: func(i Info) string {
			if !i.Known(f) {
				return Unknown.String()
			}
			return i.Value(f)
		},
	}
}

func answered(f Fact, want Answer) Criterion {
	if f.kind() != answerKind {
		return faulty("%s is not a yes-or-no fact", f)
	}
	return of(f, fmt.Sprint(want == Yes), func(i Info) Answer { return answerOf(i.answer(f) == want) })
}

func numbered(f Fact, want string, holds func(float64) bool) Criterion {
	switch f.kind() {
	case numberKind:
		return of(f, want, func(i Info) Answer {
			n, _ := i.int64(f)
			return answerOf(holds(float64(n)))
		})
	case decimalKind:
		return of(f, want, func(i Info) Answer {
			n, _ := i.float64(f)
			return answerOf(holds(n))
		})
	default:
		return faulty("%s is not a number", f)
	}
}
