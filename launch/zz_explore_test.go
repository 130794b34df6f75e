package launch

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
)

func put(v reflect.Value, path string, x any) bool {
	step, rest, more := strings.Cut(path, ".")
	f := v.FieldByName(strings.TrimSuffix(step, "[]"))
	if f.Kind() == reflect.Slice {
		if f.Len() == 0 {
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
		}
		f = f.Index(0)
	}
	if f.Kind() == reflect.Pointer {
		if f.IsNil() {
			f.Set(reflect.New(f.Type().Elem()))
		}
		f = f.Elem()
	}
	if more {
		return put(f, rest, x)
	}
	xv := reflect.ValueOf(x)
	if f.Kind() != xv.Kind() {
		return false
	}
	f.Set(xv.Convert(f.Type()))
	return true
}

func TestExplore(t *testing.T) {
	v, _ := validate.NewValidator(Rules(), validate.Strict())
	hostile := map[string]string{
		"NUL": "a\x00b", "U+FFFF": "a\uffffb", "bad utf8": "a\xffb", "lone cont": "\x80", "surrogate": "\xed\xa0\x80", "nl": "a\r\nb", "bidi": "a\u202eb", "zw": "a\u200bb", "cyr": "\u0430mi-12345678", "1MB": strings.Repeat("a", 1<<20), "1MBdigits": strings.Repeat("1", 1<<20),"arabic":"\u0661\u0662","blank":" ", "empty":"", "verbs":"%s%n$(x){{.}}",
	}
	for _, path := range members.Paths() {
		in := new(ec2.RunInstancesInput)
		if !put(reflect.ValueOf(in).Elem(), path, "x") {
			continue
		}
		var ok []string
		for name, h := range hostile {
			in := &ec2.RunInstancesInput{ImageId: new("ami-12345678"), InstanceType: "m7i.large", MinCount: new(int32(1)), MaxCount: new(int32(1))}
			put(reflect.ValueOf(in).Elem(), path, h)
			r := v.Check(in)
			at := slices.ContainsFunc(r.Violations, func(v validate.Violation) bool { return v.Severity == 0 && strings.HasPrefix(strings.ReplaceAll(v.Path, "[0]", "[]"), path) })
			if !at {
				ok = append(ok, name)
			}
		}
		slices.Sort(ok)
		if len(ok) > 0 {
			fmt.Printf("%-90s %v\n", path, ok)
		}
	}
}
