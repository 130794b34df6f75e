package clijson_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// eachStruct calls visit once for every struct type that is reachable from t,
// but for time.Time.
func eachStruct(t reflect.Type, visit func(reflect.Type)) {
	seen := map[reflect.Type]bool{reflect.TypeFor[time.Time](): true}
	var walk func(reflect.Type)
	walk = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(t.Elem())
		case reflect.Struct:
			if seen[t] {
				return
			}
			seen[t] = true
			visit(t)
			for f := range t.Fields() {
				if f.IsExported() {
					walk(f.Type)
				}
			}
		}
	}
	walk(t)
}

// ignoredIn lists a value of each struct type reachable from v.
func ignoredIn(v any) (values []any) {
	eachStruct(reflect.TypeOf(v), func(t reflect.Type) { values = append(values, reflect.Zero(t).Interface()) })
	return values
}

// filled returns a request in which every member is set, each to another value.
func filled() *ec2.RunInstancesInput {
	n := 0
	var fill func(reflect.Value)
	fill = func(v reflect.Value) {
		n++
		switch v.Kind() {
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem())
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0))
			fill(v.Index(1))
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[time.Time]() {
				v.Set(reflect.ValueOf(time.Unix(int64(n), 123).UTC()))
				return
			}
			for f := range v.Type().Fields() {
				if f.IsExported() {
					fill(v.FieldByIndex(f.Index))
				}
			}
		case reflect.String:
			v.SetString(fmt.Sprintf("text %d \"<é>\u2028\\\n", n))
		case reflect.Bool:
			v.SetBool(n%2 == 0)
		default:
			v.SetInt(int64(n)) // panics for a kind that the package does not know either
		}
	}
	in := new(ec2.RunInstancesInput)
	fill(reflect.ValueOf(in).Elem())
	in.UserData = new("aGVsbG8=")
	return in
}

// skeleton returns a document that names every member, with the values of the
// CLI's skeleton.
func skeleton(t *testing.T) string {
	t.Helper()
	var value func(reflect.Type) any
	value = func(t reflect.Type) any {
		switch t.Kind() {
		case reflect.Pointer:
			return value(t.Elem())
		case reflect.Slice:
			return []any{value(t.Elem())}
		case reflect.String:
			return ""
		case reflect.Bool:
			return true
		case reflect.Struct:
			if t == reflect.TypeFor[time.Time]() {
				return "1970-01-01T00:00:00"
			}
			object := map[string]any{}
			for f := range t.Fields() {
				if f.IsExported() {
					object[f.Name] = value(f.Type)
				}
			}
			return object
		default:
			return 0
		}
	}
	doc, err := json.Marshal(value(reflect.TypeFor[ec2.RunInstancesInput]()))
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}
