package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

// A groupList is a list of security groups, by ID or by name.
type groupList struct {
	owner
	member string
	groups []string
}

// A groupID is an entry of a list of security groups by ID.
type groupID struct {
	groupList
	at    int // its position in the list
	fault groupIDFault
}

// namedGroups are the security groups of a request.
type namedGroups struct {
	lists  []groupList // those with an entry
	faulty []groupID
}

var groups = validate.Memo[namedGroups]{
	Fill: func(p *validate.Pass, g *namedGroups) {
		g.lists, g.faulty = g.lists[:0], g.faulty[:0]
		g.addIDs(p, groupList{request, "SecurityGroupIds", p.Input.SecurityGroupIds})
		g.add(groupList{request, "SecurityGroups", p.Input.SecurityGroups})
		for i, nic := range interfaces(p.Input) {
			g.addIDs(p, groupList{owner(i), "Groups", nic.Groups})
		}
	},
	Forget: func(g *namedGroups) { clear(g.lists); clear(g.faulty) },
}

func (g *namedGroups) add(l groupList) {
	if len(l.groups) > 0 {
		g.lists = append(g.lists, l)
	}
}

func (g *namedGroups) addIDs(p *validate.Pass, l groupList) {
	g.add(l)
	for i, id := range l.groups {
		if !format.ID("sg", id) {
			g.faulty = append(g.faulty, groupID{l, i, faultOfGroupID(p, l.owner, id)})
		}
	}
}

// groupLists lists the lists of security groups that have an entry.
func groupLists(p *validate.Pass) []groupList { return groups.Of(p).lists }

// count returns how many different groups a list has, as far as it may matter:
// a list no longer than enough is not searched for repetitions.
func (l *groupList) count(enough int64) int64 {
	n := int64(len(l.groups))
	if n > enough {
		repeats.Each(len(l.groups), func(i int) (string, bool) { return l.groups[i], true }, func(int, int) { n-- })
	}
	return n
}
