package tags

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// A place is where a tag stands: in which specification, and where in that.
type place struct{ specification, tag int }

// key and value are the paths of the tag's members.
func (at place) key() string {
	return validate.At("TagSpecifications[].Tags[].Key", at.specification, at.tag)
}

func (at place) value() string {
	return validate.At("TagSpecifications[].Tags[].Value", at.specification, at.tag)
}

// each yields every tag of a request.
func each(in *ec2.RunInstancesInput) iter.Seq2[place, *types.Tag] {
	return func(yield func(place, *types.Tag) bool) {
		for i := range in.TagSpecifications {
			tags := in.TagSpecifications[i].Tags
			for j := range tags {
				if !yield(place{i, j}, &tags[j]) {
					return
				}
			}
		}
	}
}

// repeats compares in pairs up to this length, which a valid list of tags never
// exceeds, and by a map above it.
const fewNames = 64

// repeats yields the positions of the names that stand at an earlier position
// too, and the first such position. Empty names are passed over.
func repeats[E any](list []E, name func(*E) string) iter.Seq2[int, int] {
	return func(yield func(i, first int) bool) {
		if len(list) > fewNames {
			seen := make(map[string]int, len(list))
			for i := range list {
				n := name(&list[i])
				first, again := seen[n]
				if !again {
					seen[n] = i
				} else if n != "" && !yield(i, first) {
					return
				}
			}
			return
		}
		for i := range list {
			n := name(&list[i])
			for j := range i {
				if n != "" && name(&list[j]) == n {
					if !yield(i, j) {
						return
					}
					break
				}
			}
		}
	}
}
