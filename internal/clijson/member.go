package clijson

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/internal/nearest"
)

// memberList is what a struct of the request holds, in the SDK's order.
type memberList []reflect.StructField

func (l memberList) index(name string) int {
	return slices.IndexFunc(l, func(f reflect.StructField) bool { return f.Name == name })
}

func (l memberList) names() []string {
	names := make([]string, len(l))
	for i, f := range l {
		names[i] = f.Name
	}
	return names
}

// memberLists holds the members of every struct that a request can reach.
var memberLists = sync.OnceValue(func() map[reflect.Type]memberList {
	lists := make(map[reflect.Type]memberList)
	var visit func(reflect.Type)
	visit = func(t reflect.Type) {
		switch {
		case t.Kind() == reflect.Pointer, t.Kind() == reflect.Slice:
			visit(t.Elem())
		case t.Kind() != reflect.Struct, t == timeType, lists[t] != nil:
		default:
			lists[t] = memberList{}
			for f := range t.Fields() {
				if f.IsExported() {
					lists[t] = append(lists[t], f)
					visit(f.Type)
				}
			}
		}
	}
	visit(reflect.TypeFor[ec2.RunInstancesInput]())
	return lists
})

func membersOf(t reflect.Type) memberList { return memberLists()[t] }

// suggestion says what the unknown name at the end of p may stand for: a member of nearly that name, or the same member
// in another place.
func suggestion(p path, known memberList) string {
	name := p[len(p)-1].name
	near := nearest.Names(name, known.names(), 2)
	if len(near) > 0 && strings.EqualFold(near[0], name) {
		near = near[:1]
	}
	if len(near) > 0 {
		return fmt.Sprintf(`; did you mean "%s"?`, strings.Join(near, `" or "`))
	}
	var places []string
	for _, m := range members.Paths() {
		dot := strings.LastIndexByte(m, '.')
		switch {
		case m[dot+1:] != name:
		case dot < 0:
			places = append(places, "the request itself")
		default:
			places = append(places, m[:dot])
		}
	}
	if len(places) == 0 || len(places) > 2 {
		return ""
	}
	return "; it belongs in " + strings.Join(places, " or ")
}
