// Package members knows the members of a RunInstances request by their paths:
// all that there are, and those that a given request sets.
//
// A path is spelled as AWS names the members, with [] for any element of a
// list: "BlockDeviceMappings[].Ebs.Iops".
package members

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

//go:generate go run ../sdkgen members members_gen.go

// A Set says which members a request sets, in whichever element of a list.
// A pointer is set when it is not nil, a list when it has an element, and an
// enumeration when it is not empty.
type Set [words]uint64

func (s *Set) add(i int) { s[i/64] |= 1 << (i % 64) }

// Has reports whether all members of t are in s.
func (s *Set) Has(t *Set) bool {
	for i := range s {
		if t[i]&^s[i] != 0 {
			return false
		}
	}
	return true
}

// Paths lists every member, in the order of the SDK's structs.
func Paths() []string { return slices.Clone(paths[:]) }

// SetOf returns the set of the given paths; ok is false at the first that is
// unknown.
func SetOf(known ...string) (s Set, unknown string, ok bool) {
	for _, p := range known {
		i := slices.Index(paths[:], p)
		if i < 0 {
			return Set{}, p, false
		}
		s.add(i)
	}
	return s, "", true
}

// A Visitor is shown the values of a member.
type Visitor interface {
	// Visit gets a *string, *int32 or *bool into the request, and the positions
	// in the lists on the way to it, of which there are that many.
	Visit(value any, at Position, lists int)
}

// A Position holds the positions in the lists on the way to a value.
type Position [4]int

// Values returns the function that shows a visitor every value that a request
// sets of the member at a path: the texts, numbers and switches there, and of a
// list of texts each element. ok is false for what is none of these.
func Values(path string) (visit func(in *ec2.RunInstancesInput, v Visitor), ok bool) {
	i := slices.Index(paths[:], path)
	if i < 0 || visits[i] == nil {
		return nil, false
	}
	return visits[i], true
}
