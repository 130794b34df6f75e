package template

import (
	"reflect"
	"strings"
	"time"
)

// A method is how EC2 combines what two sides say of one member.
type method uint8

const (
	replace method = iota // the request's counts
	keep                  // the template's counts
	fields                // a structure, member by member
	join                  // a list of the elements of both sides
)

// A doubt is a question that the documentation leaves open. EC2 is taken to
// treat alike all that one doubt is about.
type doubt uint8

const (
	devices    doubt = 1 << iota // a device of both sides: member by member, or the request's alone
	interfaces                   // a network interface of both sides: the same
	profile                      // the name here, the ARN there: the request's alone, or both
	lists                        // elements without a key: the request's alone, or of both sides
	secondary                    // secondary interfaces: by index, or the request's alone
	texts                        // an empty text: as good as none, or one that counts
	structures                   // a structure: member by member, or the request's alone
	keyed                        // elements with a key: of both sides, or the request's alone
)

const (
	// answered are the doubts that the User Guide answers for RunInstances.
	answered = keyed
	// general is what a sentence on all structures answers, without an example:
	// the other reading refutes an error, and does not make one.
	general = structures
	// ruled is what the rule template-text-ignored warns of.
	ruled = texts
)

// A way is a method, and the other one that EC2 may have for all that is known;
// without a doubt there is none.
type way struct {
	method, other method
	doubt         doubt
}

// wayOf returns how EC2 combines what both sides say of a member. Its name is
// the same in a request and in template data, where it matters.
func wayOf(name string, request reflect.Value) way {
	switch {
	case len(keys(name)) > 0 && name == "SecondaryInterfaces":
		return way{join, replace, secondary}
	case len(keys(name)) > 0:
		return way{join, replace, keyed}
	case name == "IamInstanceProfile":
		return way{replace, fields, profile}
	case isStructure(request.Type()):
		return way{fields, replace, structures}
	case request.Kind() == reflect.Slice:
		return way{replace, join, lists}
	case isEmptyText(request):
		return way{keep, replace, texts}
	}
	return way{method: replace}
}

// elementWay returns how EC2 combines two elements of a list that have the same
// key. A NoDevice removes the whole device, "regardless of the assigned value"
// (BlockDeviceMapping in the API reference).
func elementWay(list string, request reflect.Value) way {
	switch {
	case list == "BlockDeviceMappings" && !request.FieldByName("NoDevice").IsNil():
		return way{method: replace}
	case list == "BlockDeviceMappings":
		return way{fields, replace, devices}
	case list == "NetworkInterfaces":
		return way{fields, replace, interfaces}
	case list == "SecondaryInterfaces":
		return way{fields, replace, secondary}
	}
	return way{fields, replace, keyed}
}

// adds reports whether the template says something in a structure that the
// request leaves out.
func adds(template, request reflect.Value) bool {
	for f := range template.Type().Fields() {
		if !f.IsExported() {
			continue
		}
		t, r := template.FieldByIndex(f.Index), request.FieldByIndex(f.Index)
		if given(t) && (!given(r) || isStructure(t.Type()) && adds(t.Elem(), r.Elem())) {
			return true
		}
	}
	return false
}

// given reports whether the SDK sends a value: of a structure, anything in it.
func given(v reflect.Value) bool {
	switch {
	case v.Kind() == reflect.Slice:
		return v.Len() > 0
	case v.IsZero():
		return false
	case !isStructure(v.Type()):
		return true
	}
	v = reflect.Indirect(v)
	for f := range v.Type().Fields() {
		if f.IsExported() && given(v.FieldByIndex(f.Index)) {
			return true
		}
	}
	return false
}

// isStructure tells structures, and pointers to them, from times and values.
func isStructure(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[time.Time]()
}

func isEmptyText(v reflect.Value) bool {
	text, ok := v.Interface().(*string)
	return ok && *text == ""
}

// above is the path of what holds the member or element at a path, "" at the
// top.
func above(path string) string { return path[:max(strings.LastIndexAny(path, ".["), 0)] }
