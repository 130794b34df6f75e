package launch_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/internal/project"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// describing are the structures of calls that describe a launch, by their paths.
var describing = []string{
	"LaunchTemplateData",
	"LaunchTemplateConfigs[].Overrides[]",
	"LaunchSpecification",
	"SpotFleetRequestConfig.LaunchSpecifications[]",
	"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[]",
}

// standIn are members that stand in another place of the launch.
var standIn = []string{
	"InstanceCount",
	"LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateSpecificationUserData",
	"LaunchTemplateConfigs[].Overrides[].AvailabilityZone",
	"LaunchTemplateConfigs[].Overrides[].AvailabilityZoneId",
	"SpotFleetRequestConfig.LaunchSpecifications[].SecurityGroups[].GroupId",
	"SpotFleetRequestConfig.LaunchSpecifications[].SecurityGroups[].GroupName",
	"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].AvailabilityZone",
	"SpotFleetRequestConfig.LaunchTemplateConfigs[].Overrides[].AvailabilityZoneId",
}

// TestEveryMemberOfACallIsJudgedOrListed finds the members of calls that no rule
// can speak of: no rule on the call names them, and RunInstances has none that
// they stand for. A new one of the SDK needs a rule, or a reason to be listed.
func TestEveryMemberOfACallIsJudgedOrListed(t *testing.T) {
	named := map[validate.Subject]map[string]bool{}
	for _, r := range launch.Rules() {
		for _, s := range r.Subjects() {
			if named[s] == nil {
				named[s] = map[string]bool{}
			}
			for m := range r.Named() {
				named[s][m] = true
			}
		}
	}
	var unjudged []string
	for _, s := range validate.Subjects() {
		if s == validate.Launch || s == validate.FromTemplate {
			continue // whole, and made of what has a subject of its own
		}
		for _, path := range members.PathsIn(s.Type()) {
			if !leaf(s.Type(), path) || named[s][path] || isProjected(path) || slices.Contains(standIn, path) {
				continue
			}
			if _, requirement, ok := strings.Cut(path, "InstanceRequirements."); ok && named[validate.InstanceRequirements][requirement] {
				continue
			}
			unjudged = append(unjudged, s.String()+": "+path)
		}
	}
	golden(t, "testdata/unjudged.txt", strings.Join(unjudged, "\n")+"\n")
}

// leaf tells members with a value from structures.
func leaf(t reflect.Type, path string) bool {
	for _, other := range members.PathsIn(t) {
		if strings.HasPrefix(other, path+".") || strings.HasPrefix(other, path+"[].") {
			return false
		}
	}
	return true
}

// isProjected reports whether the launch that a call describes has a member.
func isProjected(path string) bool {
	return slices.ContainsFunc(describing, func(at string) bool {
		member, ok := strings.CutPrefix(path, at+".")
		if ok {
			_, ok = project.Path(validate.Launch.Type(), member)
		}
		return ok
	})
}
