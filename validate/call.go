package validate

import (
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/members"
)

// CheckCall is [Validator.Check] for every call that launches instances or
// describes how to. It takes a pointer to the input of RunInstances,
// CreateLaunchTemplate, CreateLaunchTemplateVersion, CreateFleet,
// RequestSpotInstances or RequestSpotFleet, or to one of their parts:
// types.RequestLaunchTemplateData and types.InstanceRequirementsRequest; and a
// pointer to a [TemplatedLaunch], which package template makes; or any of these
// without the pointer. Of anything else, covered is false and the report empty.
//
// What such a call says of a launch is judged by the same rules as a
// RunInstances request, and reported under the call's own paths:
// "LaunchTemplateData.BlockDeviceMappings[0].Ebs.Iops". Where something else may
// supply what is left out, rules on absent members are silent (see
// [Pass.Templated]).
//
// EC2 stores a launch template that no instance can be launched from. Such a
// template is invalid here, and the message says that it is the launch that
// fails.
func (v *Validator) CheckCall(in any) (report Report, covered bool) {
	in = pointed(in)
	if request, ok := in.(*ec2.RunInstancesInput); ok {
		return v.Check(request), true
	}
	switch {
	case !Covers(in):
		return Report{}, false
	case v == nil || v.edition == 0:
		return v.refuse("validator-required", "ValidationError", "there is no validator: NewValidator makes one"), true
	case reflect.ValueOf(in).IsNil():
		return v.refuse("request-required", "MissingParameter", "there is no request to check"), true
	case members.ElementsIn(in, maxElements) > maxElements:
		return v.refuseSize(), true
	}
	p := v.pass()
	for _, part := range partsOf(in) {
		p.judge(in, part)
	}
	return v.report(p), true
}

// pointed returns a pointer to a copy of a structure, and pointers as they are.
func pointed(in any) any {
	if in == nil || reflect.TypeOf(in).Kind() != reflect.Struct {
		return in
	}
	p := reflect.New(reflect.TypeOf(in))
	p.Elem().Set(reflect.ValueOf(in))
	return p.Interface()
}

// Covers reports whether [Validator.CheckCall] checks structures of the type of in,
// which may be a pointer to one or the structure itself. What it holds does not
// matter.
func Covers(in any) bool {
	switch pointed(in).(type) {
	case *ec2.RunInstancesInput, *ec2.CreateLaunchTemplateInput, *ec2.CreateLaunchTemplateVersionInput,
		*ec2.CreateFleetInput, *ec2.RequestSpotInstancesInput, *ec2.RequestSpotFleetInput,
		*types.RequestLaunchTemplateData, *types.InstanceRequirementsRequest, *TemplatedLaunch:
		return true
	}
	return false
}

// judge runs the rules of one part of a call.
func (p *Pass) judge(call any, part part) {
	before := len(p.found.all)
	p.forget()
	p.Input, p.Call, p.partial, p.merged, p.stored = nil, nil, part.partial, part.merged, part.stored
	p.chosen, p.subnets = part.chosen, part.subnets
	if part.subject == Launch {
		p.Input = part.structure.(*ec2.RunInstancesInput)
		p.runAll(p.plan(members.Judge(p.Input, &p.validator.tests)))
	} else {
		p.Call = part.structure
		p.runAll(p.planCall(part.subject))
	}
	for i := range p.found.all[before:] {
		f := &p.found.all[before+i]
		part.place(f, call)
		if part.stored && f.Severity == SeverityError && !p.validator.House(f.Rule) {
			f.Message += butStored
		}
	}
}

// planCall lists the rules to run on p.Call.
func (p *Pass) planCall(s Subject) (rules []*compiled) {
	for _, r := range p.validator.calls[s] {
		if r.set(p.Call) {
			rules = append(rules, r)
		}
	}
	return rules
}

// CallOf returns the structure that a rule with On judges, of the type that its
// [Subject] has.
func CallOf[T any](p *Pass) *T { return p.Call.(*T) }

// addCall adds a rule on a subject other than a launch.
func (c *config) addCall(v *Validator, r compiled, on Subject) {
	add := func(one compiled, all, oneOf []string) {
		one.set = func(call any) bool {
			isSet := func(m string) bool { return members.SetIn(call, m) }
			return !slices.ContainsFunc(all, func(m string) bool { return !isSet(m) }) &&
				(len(oneOf) == 0 || slices.ContainsFunc(oneOf, isSet))
		}
		v.calls[on] = append(v.calls[on], &one)
	}
	if r.Check != nil {
		add(r, r.When, r.Given)
		return
	}
	for _, member := range r.Members {
		visit, kind := members.ValuesIn(on.Type(), member)
		f := c.newFieldCheck(r, member, kind)
		if f == nil {
			return
		}
		r.field = f
		r.check = func(p *Pass) { visit(p.Call, &f.holds, (*fieldVisitor)(p)) }
		add(r, append([]string{member}, r.When...), nil)
	}
}
