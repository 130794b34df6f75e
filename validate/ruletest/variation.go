package ruletest

import (
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// show prints a request on one line.
func show(in any) string {
	text, err := clijson.EncodeCall(in)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// copyOf copies a request.
func copyOf(in any) any {
	if launch, ok := in.(*ec2.RunInstancesInput); ok {
		return new(sdkcopy.RunInstancesInput(*launch))
	}
	return sdkcopy.OfAny(in)
}

// set lists the members that a request sets.
func set(in any) (paths []string) {
	launch, isLaunch := in.(*ec2.RunInstancesInput)
	if !isLaunch {
		paths = members.PathsIn(reflect.TypeOf(in).Elem())
		return slices.DeleteFunc(paths, func(path string) bool { return !members.SetIn(in, path) })
	}
	all := members.Of(launch)
	for _, path := range members.Paths() {
		if one := members.SetOf(path); all.Has(&one) {
			paths = append(paths, path)
		}
	}
	return paths
}

// visit calls f with the member at a path of each structure of a request that
// has it.
func visit(in any, path string, f func(reflect.Value)) {
	members.Walk(reflect.ValueOf(in).Elem(), path, func(m reflect.Value, _ []int) { f(m) })
}

// masked returns copies of a request without a member: without any of its
// values, and without each alone where there are several.
func (r request) masked(path string) []request {
	n := 0
	visit(r.in, path, func(reflect.Value) { n++ })
	var all []request
	for only := -1; only < n && (only < 0 || n > 1 && n < 10); only++ {
		c := copyOf(r.in)
		at := 0
		visit(c, path, func(m reflect.Value) {
			if only < 0 || at == only {
				m.SetZero()
			}
			at++
		})
		all = append(all, request{c, r.account})
	}
	return all
}

// A pool holds, by the path of a member, values that requests have there.
type pool map[string][]reflect.Value

// mostOf bounds the values that are tried of a member.
func mostOf(m reflect.Value) int {
	if m.Kind() == reflect.Slice {
		return 64
	}
	return 8
}

// add takes the values of a request.
func (p pool) add(r request) {
	for _, path := range set(r.in) {
		visit(copyOf(r.in), path, func(m reflect.Value) {
			same := func(v reflect.Value) bool { return reflect.DeepEqual(v.Interface(), m.Interface()) }
			if !m.IsZero() && len(p[path]) < mostOf(m) && !slices.ContainsFunc(p[path], same) {
				p[path] = append(p[path], m)
			}
		})
	}
}

// grafted returns copies of a request with each value of the pool, at a member
// that the request leaves out.
func (p pool) grafted(r request, path string) []request {
	missing := false
	visit(r.in, path, func(m reflect.Value) { missing = missing || m.IsZero() })
	if !missing {
		return nil
	}
	var all []request
	for _, value := range p[path] {
		c := copyOf(r.in)
		visit(c, path, func(m reflect.Value) {
			if m.IsZero() {
				m.Set(value)
			}
		})
		all = append(all, request{c, r.account})
	}
	return all
}
