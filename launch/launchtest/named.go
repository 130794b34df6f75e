package launchtest

import (
	"regexp"
	"slices"
	"strings"
)

// named returns the instances with the given IDs in the order of their launch, or all instances if no ID is given. Like
// EC2 it refuses the lot for one ID that is malformed or unknown.
func (g *region) named(ids []string) ([]*instance, error) {
	if len(ids) == 0 {
		return g.instances, nil
	}
	var named []*instance
	var unknown []string
	for _, id := range ids {
		if !instanceID.MatchString(id) {
			return nil, refusal("InvalidInstanceID.Malformed",
				"Invalid id: %q (expecting \"i-...\" with 8 or 17 hexadecimal digits)", clip(id))
		}
		if i, ok := g.byID[id]; ok && g.visible(i) {
			named = append(named, i)
		} else {
			unknown = append(unknown, id)
		}
	}
	switch {
	case len(unknown) == 1:
		return nil, refusal("InvalidInstanceID.NotFound", "The instance ID '%s' does not exist", unknown[0])
	case len(unknown) > 1:
		return nil, refusal("InvalidInstanceID.NotFound", "The instance IDs '%s' do not exist",
			strings.Join(unknown, ", "))
	}
	slices.SortFunc(named, func(a, b *instance) int { return a.number - b.number })
	return slices.Compact(named), nil
}

// instanceID matches the documented form of instance IDs.
var instanceID = regexp.MustCompile(`^i-([0-9a-f]{8}|[0-9a-f]{17})$`)
