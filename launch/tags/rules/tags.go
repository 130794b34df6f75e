package rules

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// A place is where a tag stands: in which specification, and where in that.
type place struct{ specification, tag int }

// key and value are the paths of the tag's members.
func (at place) key(p *validate.Pass) string {
	return p.At("TagSpecifications[].Tags[].Key", at.specification, at.tag)
}

func (at place) value(p *validate.Pass) string {
	return p.At("TagSpecifications[].Tags[].Value", at.specification, at.tag)
}

// allTags yields every tag of a request.
func allTags(in *ec2.RunInstancesInput) iter.Seq2[place, *types.Tag] {
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
