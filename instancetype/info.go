package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// Info is what is known about one instance type. It is a small value to be
// passed by value, immutable and safe for concurrent use. The zero Info knows
// nothing: every [Answer] is [Unknown], every ok is false, every list is nil.
//
// Facts of the embedded table and live facts read alike; [Info.Source] tells
// them apart.
type Info struct {
	live *record // layers of live facts, newest first; nil without
	row  uint16  // of the embedded table; 0 without
}

// Type is the name of the type, such as "m7i.large"; "" for the zero Info.
func (i Info) Type() types.InstanceType {
	if i.live != nil {
		return i.live.name
	}
	return nameOf(i.row)
}

// Known reports whether anything is recorded for the fact.
func (i Info) Known(f Fact) bool {
	return f.valid() && (i.layer(f) != nil || sourceSets[rows[i.row].sources][f] != 0)
}

// Source says where this type's fact was read. It is the zero Source for a fact
// that is not known.
func (i Info) Source(f Fact) Source {
	if !f.valid() {
		return Source{}
	}
	if r := i.layer(f); r != nil {
		return r.sources[r.source[f]]
	}
	return sources[sourceSets[rows[i.row].sources][f]]
}

// layer is the newest live layer that knows the fact, nil if none does.
func (i Info) layer(f Fact) *record {
	for r := i.live; r != nil; r = r.under {
		if r.knows(f) {
			return r
		}
	}
	return nil
}

func (i Info) answer(f Fact) Answer {
	if r := i.layer(f); r != nil {
		return r.answer(f)
	}
	return traitSets[rows[i.row].traits].answer(f)
}

func (i Info) set(f Fact) set {
	if r := i.layer(f); r != nil {
		return r.set(f)
	}
	return traitSets[rows[i.row].traits].set(f)
}

func (i Info) member(f Fact, name string) Answer {
	return i.set(f).contains(name, vocabularies[f-firstSet])
}

func (i Info) choice(f Fact) string { return i.set(f).only(vocabularies[f-firstSet]) }

func (i Info) text(f Fact) string {
	if r := i.layer(f); r != nil {
		return r.texts[f-firstText]
	}
	return words[rows[i.row].texts[f-firstText]]
}

func (i Info) int64(f Fact) (int64, bool) {
	if r := i.layer(f); r != nil {
		return r.numbers[f-firstNumber], true
	}
	code := rows[i.row].numbers[f-firstNumber]
	return int64(numbers[f-firstNumber][code]), code != 0
}

func (i Info) int32(f Fact) (int32, bool) {
	n, ok := i.int64(f)
	return int32(n), ok
}

func (i Info) float64(f Fact) (float64, bool) {
	n, ok := i.int64(f)
	return float64(n) / scale, ok
}

func listOf[T ~string](i Info, f Fact) []T {
	return members[T](i.set(f), vocabularies[f-firstSet])
}
