package rules

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/repeats"
)

// groupList is a list of security groups, by ID or by name.
type groupList struct {
	owner
	member string
	groups []string
}

// groupLists yields all lists of security groups.
func groupLists(in *ec2.RunInstancesInput) iter.Seq[groupList] {
	return func(yield func(groupList) bool) {
		if !yield(groupList{request, "SecurityGroupIds", in.SecurityGroupIds}) ||
			!yield(groupList{request, "SecurityGroups", in.SecurityGroups}) {
			return
		}
		for i := range in.NetworkInterfaces {
			if !yield(groupList{owner(i), "Groups", in.NetworkInterfaces[i].Groups}) {
				return
			}
		}
	}
}

// count returns how many different groups a list has, as far as it may matter:
// a list no longer than enough is not searched for repetitions.
func (l groupList) count(enough int64) int64 {
	n := int64(len(l.groups))
	if n > enough {
		repeats.Each(len(l.groups), func(i int) (string, bool) { return l.groups[i], true }, func(int, int) { n-- })
	}
	return n
}
