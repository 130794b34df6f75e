package main

import (
	"iter"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// examples lays every example of every rule on launches over the rich request,
// and yields those that set no other members than this.
func examples() iter.Seq2[string, *ec2.RunInstancesInput] {
	spec := must(rich().Build())
	known := members.Of(spec.Input())
	return func(yield func(string, *ec2.RunInstancesInput) bool) {
		for _, r := range launch.Rules() {
			if !slices.Contains(r.Subjects(), validate.Launch) {
				continue
			}
			for _, x := range slices.Concat(r.Good, r.Bad) {
				var opts []clijson.Option
				if x.Base64 {
					opts = append(opts, clijson.Base64UserData())
				}
				in := spec.Input()
				if err := clijson.DecodeFragment(in, strings.NewReader(x.Spec), opts...); err != nil {
					panic(r.ID + ": " + err.Error())
				}
				if set := members.Of(in); known.Has(&set) && !yield(r.ID, in) {
					return
				}
			}
		}
	}
}

// expressed counts the rules that the examples break, and those of them all of
// whose examples a judge refuses.
func expressed(accepts func(*ec2.RunInstancesInput) bool) (judged, broken int) {
	missed := map[string]bool{}
	for _, in := range examples() {
		accepted := accepts(in)
		for _, v := range rules.Check(in).Violations {
			missed[v.Rule] = missed[v.Rule] || accepted
		}
	}
	for _, m := range missed {
		if !m {
			judged++
		}
	}
	return judged, len(missed)
}
