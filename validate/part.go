package validate

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/project"
)

// A part is a structure of a call that the rules of one subject judge.
type part struct {
	subject   Subject
	structure any      // what they judge, a pointer
	partial   bool     // something else may supply what it leaves out
	merged    bool     // what its launch template supplies is in it
	stored    bool     // it is the data of a launch template
	chosen    bool     // EC2 chooses its instance type, by requirements
	subnets   []string // those that its SubnetId lists, where it lists several
	// at is the path in the call of what the structure was made of, and made
	// its type; renamed are paths that stand elsewhere in the call.
	at      string
	made    reflect.Type
	renamed map[string]string
}

// butStored says what is special about a launch template that no instance can be
// launched from.
const butStored = " (EC2 may store the template all the same, but not launch from it)"

// partsOf divides a call that is covered, in the order in which its parts are
// judged.
func partsOf(call any) []part {
	switch in := call.(type) {
	case *ec2.CreateLaunchTemplateInput:
		return append(whole(CreateLaunchTemplate, in), templateData(ifSet(in).LaunchTemplateData, "LaunchTemplateData")...)
	case *ec2.CreateLaunchTemplateVersionInput:
		return append(whole(CreateLaunchTemplateVersion, in), templateData(ifSet(in).LaunchTemplateData, "LaunchTemplateData")...)
	case *types.RequestLaunchTemplateData:
		return templateData(in, "")
	case *types.InstanceRequirementsRequest:
		return requirements(in, "")
	case *ec2.CreateFleetInput:
		return append(whole(CreateFleet, in), fleet(ifSet(in))...)
	case *ec2.RequestSpotInstancesInput:
		return append(whole(RequestSpotInstances, in), spotRequest(ifSet(in))...)
	case *ec2.RequestSpotFleetInput:
		return append(whole(RequestSpotFleet, in), spotFleet(ifSet(in).SpotFleetRequestConfig)...)
	case *TemplatedLaunch:
		return append(whole(FromTemplate, in), effective(ifSet(in))...)
	}
	return nil
}

// ifSet returns what p points to, the zero value if that is nothing.
func ifSet[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// whole is the call itself.
func whole(s Subject, in any) []part {
	return []part{{subject: s, structure: in, made: reflect.TypeOf(in).Elem()}}
}

// launchPart makes a launch of one instance of what describes it.
func launchPart(from any, at string, partial bool) part {
	in := &ec2.RunInstancesInput{MinCount: new(int32(1)), MaxCount: new(int32(1))}
	project.Onto(in, from)
	return part{structure: in, at: at, made: reflect.TypeOf(from).Elem(), partial: partial}
}

// effective is the launch that a request and its template make. Where the
// template has requirements in the place of an instance type, which RunInstances
// refuses, it is one that a fleet completes.
func effective(in TemplatedLaunch) []part {
	if in.Effective == nil {
		return nil
	}
	requires := ifSet(in.LaunchTemplateData).InstanceRequirements != nil && in.Effective.InstanceType == ""
	return []part{{
		structure: in.Effective, at: "Effective", made: reflect.TypeFor[ec2.RunInstancesInput](),
		partial: requires, merged: !requires, chosen: requires,
	}}
}

func requirements(in *types.InstanceRequirementsRequest, at string) []part {
	if in == nil {
		return nil
	}
	return []part{{
		subject: InstanceRequirements, structure: in, at: at, made: reflect.TypeFor[types.InstanceRequirementsRequest](),
	}}
}

// spotFleetRequirements are those that Spot Fleet has in a type of its own, with
// the same members. It takes a range without Min for one without lower limit.
func spotFleetRequirements(in *types.InstanceRequirements, at string) []part {
	if in == nil {
		return nil
	}
	same := new(types.InstanceRequirementsRequest)
	project.Onto(same, in)
	if r := same.VCpuCount; r != nil && r.Min == nil {
		r.Min = new(int32(0))
	}
	if r := same.MemoryMiB; r != nil && r.Min == nil {
		r.Min = new(int32(0))
	}
	return requirements(same, at)
}

func templateData(in *types.RequestLaunchTemplateData, at string) []part {
	if in == nil {
		return nil
	}
	data := launchPart(in, at, true)
	data.stored, data.chosen = true, in.InstanceRequirements != nil
	return append([]part{data}, requirements(in.InstanceRequirements, below(at, "InstanceRequirements"))...)
}

// fleet lists the overrides and the user data, each of which a launch template
// completes.
func fleet(in ec2.CreateFleetInput) (parts []part) {
	for i, config := range in.LaunchTemplateConfigs {
		if t := config.LaunchTemplateSpecification; t != nil && t.LaunchTemplateSpecificationUserData != nil {
			parts = append(parts, userData(t, fmt.Sprintf("LaunchTemplateConfigs[%d].LaunchTemplateSpecification", i)))
		}
		for j, override := range config.Overrides {
			at := fmt.Sprintf("LaunchTemplateConfigs[%d].Overrides[%d]", i, j)
			launch := launchPart(&override, at, true)
			launch.chosen = override.InstanceRequirements != nil
			launch.inZone(override.AvailabilityZone, override.AvailabilityZoneId)
			parts = append(parts, launch)
			parts = append(parts, requirements(override.InstanceRequirements, below(at, "InstanceRequirements"))...)
		}
	}
	return parts
}

// userData is what a fleet gives beside a template.
func userData(t *types.FleetLaunchTemplateSpecificationRequest, at string) part {
	data := launchPart(t, at, true)
	data.structure.(*ec2.RunInstancesInput).UserData = t.LaunchTemplateSpecificationUserData
	data.renamed = map[string]string{"UserData": below(at, "LaunchTemplateSpecificationUserData")}
	return data
}

// spotRequest is a whole launch. Type, InstanceInterruptionBehavior and
// ValidUntil do not combine as they do in RunInstances, and have rules of their
// own.
func spotRequest(in ec2.RequestSpotInstancesInput) []part {
	if in.LaunchSpecification == nil {
		return nil
	}
	launch := launchPart(in.LaunchSpecification, "LaunchSpecification", false)
	request := launch.structure.(*ec2.RunInstancesInput)
	if n := in.InstanceCount; n != nil && *n > 0 {
		request.MinCount, request.MaxCount = n, n
	}
	launch.renamed = map[string]string{"MinCount": "InstanceCount", "MaxCount": "InstanceCount"}
	launch.onSpot()
	return []part{launch}
}

func spotFleet(in *types.SpotFleetRequestConfigData) (parts []part) {
	if in == nil {
		return nil
	}
	for i, specification := range in.LaunchSpecifications {
		at := fmt.Sprintf("SpotFleetRequestConfig.LaunchSpecifications[%d]", i)
		if id := specification.SubnetId; id != nil && *id == "" {
			specification.SubnetId = nil // tools send it empty for none, and EC2 takes it so
		}
		launch := launchPart(&specification, at, false)
		launch.chosen = specification.InstanceRequirements != nil
		launch.withGroups(specification.SecurityGroups)
		launch.onSpot()
		parts = append(parts, launch)
		parts = append(parts, spotFleetRequirements(specification.InstanceRequirements, below(at, "InstanceRequirements"))...)
	}
	for i, config := range in.LaunchTemplateConfigs {
		for j, override := range config.Overrides {
			at := fmt.Sprintf("SpotFleetRequestConfig.LaunchTemplateConfigs[%d].Overrides[%d]", i, j)
			launch := launchPart(&override, at, true)
			launch.chosen = override.InstanceRequirements != nil
			launch.inZone(override.AvailabilityZone, override.AvailabilityZoneId)
			parts = append(parts, launch)
			parts = append(parts, spotFleetRequirements(override.InstanceRequirements, below(at, "InstanceRequirements"))...)
		}
	}
	return parts
}

// onSpot makes a Spot Instance of the launch, and leaves out what only a fleet
// can have: several zones, separated by commas.
func (p *part) onSpot() {
	in := p.structure.(*ec2.RunInstancesInput)
	in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot}
	if place := in.Placement; place != nil {
		if several(place.AvailabilityZone) {
			place.AvailabilityZone = nil
		}
		if several(place.AvailabilityZoneId) {
			place.AvailabilityZoneId = nil
		}
	}
	p.withSubnets()
}

// withSubnets launches into the first of a list of subnets, which lie in one VPC.
func (p *part) withSubnets() {
	in := p.structure.(*ec2.RunInstancesInput)
	if !several(in.SubnetId) {
		return
	}
	for id := range strings.SplitSeq(*in.SubnetId, ",") {
		if id = strings.TrimSpace(id); id != "" {
			p.subnets = append(p.subnets, id)
		}
	}
	if in.SubnetId = nil; len(p.subnets) > 0 {
		in.SubnetId = &p.subnets[0]
	}
}

// inZone places the launch in the zone that an override names beside its
// Placement.
func (p *part) inZone(zone, id *string) {
	in := p.structure.(*ec2.RunInstancesInput)
	p.withSubnets()
	if zone == nil && id == nil {
		return
	}
	place := ifSet(in.Placement)
	p.renamed = map[string]string{}
	if zone != nil && place.AvailabilityZone == nil && !several(zone) {
		place.AvailabilityZone = zone
		p.renamed["Placement.AvailabilityZone"] = below(p.at, "AvailabilityZone")
	}
	if id != nil && place.AvailabilityZoneId == nil && !several(id) {
		place.AvailabilityZoneId = id
		p.renamed["Placement.AvailabilityZoneId"] = below(p.at, "AvailabilityZoneId")
	}
	in.Placement = &place
}

// withGroups gives the launch the groups that a Spot Fleet names by structures.
func (p *part) withGroups(groups []types.GroupIdentifier) {
	in := p.structure.(*ec2.RunInstancesInput)
	p.renamed = map[string]string{}
	for i, g := range groups {
		at := below(p.at, fmt.Sprintf("SecurityGroups[%d]", i))
		if g.GroupId != nil {
			p.renamed[fmt.Sprintf("SecurityGroupIds[%d]", len(in.SecurityGroupIds))] = at + ".GroupId"
			in.SecurityGroupIds = append(in.SecurityGroupIds, *g.GroupId)
		}
		if g.GroupName != nil {
			p.renamed[fmt.Sprintf("SecurityGroups[%d]", len(in.SecurityGroups))] = at + ".GroupName"
			in.SecurityGroups = append(in.SecurityGroups, *g.GroupName)
		}
	}
	p.renamed["SecurityGroupIds"] = below(p.at, "SecurityGroups")
}

// several reports whether a text lists several values, separated by commas.
func several(list *string) bool { return list != nil && strings.Contains(*list, ",") }

// below is the path of a member of the structure at a path.
func below(at, member string) string {
	if at == "" || member == "" {
		return at + member
	}
	return at + "." + member
}

// path returns the path in the call of what stands at a path of the structure.
// ok is false where the call cannot say it.
func (p part) path(path string) (there string, ok bool) {
	if there, renamed := p.renamed[path]; renamed {
		return there, true
	}
	there, ok = project.Path(p.made, path)
	return below(p.at, there), ok
}

// place moves a finding from the structure to the call. What stands where the
// call has no place stands at the part as a whole.
func (p part) place(f *finding, call any) {
	if p.at == "" && p.made == p.subject.Type() {
		return
	}
	path, ok := p.path(f.Path)
	if !ok {
		path = p.at
	}
	f.Path = path
	with := f.With[:0]
	for _, w := range f.With {
		if there, ok := p.path(w); ok {
			f.Message = renamed(f.Message, w, there)
			with = append(with, there)
		}
	}
	f.With = with
	f.place, _, _ = locate(call, path)
}

// renamed has a message name an element by another path. The name of a member
// alone stays: it is not always meant as a path.
func renamed(message, path, there string) string {
	if !strings.Contains(path, "[") {
		return message
	}
	return strings.ReplaceAll(message, path, there)
}
