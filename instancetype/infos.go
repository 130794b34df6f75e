package instancetype

import (
	"iter"
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Infos yields every type that the catalogue knows, in the order of [Compare].
// Of a catalogue from outside this package, it finds the types whose names are
// in the embedded table.
func Infos(c Catalogue) iter.Seq[Info] {
	return func(yield func(Info) bool) {
		names := map[types.InstanceType]bool{}
		collect(c, names)
		for _, t := range slices.SortedFunc(maps.Keys(names), Compare) {
			if i, ok := c.Lookup(t); ok && !yield(i) {
				return
			}
		}
	}
}

func collect(c Catalogue, names map[types.InstanceType]bool) {
	switch c := c.(type) {
	case overlay:
		collect(c.upper, names)
		collect(c.lower, names)
	case *Live:
		for t := range c.records {
			names[t] = true
		}
	default:
		for t := range Types() {
			names[t] = true
		}
	}
}
