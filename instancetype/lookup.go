package instancetype

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype/internal/phash"
)

// Lookup finds a type in the embedded table, which has every type that the SDK
// listed when the table was generated. For a type that it does not have it
// returns the zero [Info], which knows nothing, and false.
func Lookup(t types.InstanceType) (Info, bool) {
	r := slots[phash.Slot(phash.Sum(string(t)), displacements[:], len(slots))]
	if r == 0 || nameOf(r) != t {
		return Info{}, false
	}
	return Info{row: r}, true
}

func nameOf(r uint16) types.InstanceType {
	if r == 0 {
		return ""
	}
	return types.InstanceType(names[nameEnds[r-1]:nameEnds[r]])
}

// All yields every type of the embedded table in the order of [Compare].
func All() iter.Seq[Info] {
	return func(yield func(Info) bool) {
		for r := range rows[1:] {
			if !yield(Info{row: uint16(r + 1)}) {
				return
			}
		}
	}
}

// Types yields the name of every type of the embedded table in the order of
// [Compare].
func Types() iter.Seq[types.InstanceType] {
	return func(yield func(types.InstanceType) bool) {
		for i := range All() {
			if !yield(i.Type()) {
				return
			}
		}
	}
}
