package template_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/internal/sdktest"
	"github.com/ec2launch/ec2launch/launch/template"
)

// Whatever the two sides say, nothing fails, nothing is changed, and all that is
// merged comes from somewhere.
func TestAnyTwoSidesCombine(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	words := []string{"", "x", "ami-0123456789abcdef0", "m5.large", "gp3", "/dev/sdf", "/dev/sdg", "instance", "resolve:ssm:x", "é\x00", strings.Repeat("y", 300)}
	filler := sdktest.Filler{
		Text:   func() string { return words[r.IntN(len(words))] },
		Number: func() int64 { return int64(r.IntN(4)) - 1 },
		Switch: func() bool { return r.IntN(2) == 0 },
		Time:   func() time.Time { return time.Unix(r.Int64N(1<<33), 0) },
	}
	v := standard(t)
	for range 60 {
		data, in := new(types.RequestLaunchTemplateData), new(ec2.RunInstancesInput)
		for _, side := range []any{data, in} {
			filler.Fill(reflect.ValueOf(side).Elem())
			thin(r, reflect.ValueOf(side).Elem())
		}
		dataBefore, inBefore := sdkcopy.OfAny(data), sdkcopy.OfAny(in)
		m, err := template.Merge(data, template.Raw(in))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range m.Check(v).Violations {
			if strings.Contains(f.Message, "rule itself failed") || strings.HasPrefix(f.Path, "Effective") || strings.HasPrefix(f.Path, "Request") {
				t.Errorf("%s: %s: %s", f.Path, f.Rule, f.Message)
			}
		}
		merged := m.Input()
		walk(reflect.ValueOf(merged).Elem(), "", func(path string) {
			if m.Origin(path) == (template.Origin{}) {
				t.Errorf("%s comes from neither side", path)
			}
		})
		h := template.Inherit(data, data)
		if m.String() == "" || h.Data() == nil {
			t.Error("nothing is made")
		}
		if !reflect.DeepEqual(dataBefore, data) || !reflect.DeepEqual(inBefore, in) {
			t.Fatal("a side is changed")
		}
	}
}

// walk visits the paths of all values below v.
func walk(v reflect.Value, path string, visit func(string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			visit(path)
			return
		}
		for f := range v.Type().Fields() {
			if f.IsExported() {
				walk(v.FieldByIndex(f.Index), strings.TrimPrefix(path+"."+f.Name, "."), visit)
			}
		}
	default:
		if v.Kind() != reflect.String || v.Len() > 0 || v.Type() == reflect.TypeFor[string]() {
			visit(path)
		}
	}
}

// thin unsets a random part of the members below v.
func thin(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if r.IntN(3) == 0 {
			v.SetZero()
		} else if !v.IsNil() {
			thin(r, v.Elem())
		}
	case reflect.Slice:
		v.SetLen(r.IntN(v.Len() + 1))
		for i := range v.Len() {
			thin(r, v.Index(i))
		}
	case reflect.Struct:
		for f := range v.Type().Fields() {
			if f.IsExported() {
				thin(r, v.FieldByIndex(f.Index))
			}
		}
	}
}

func TestMergedIsSafeForConcurrentUse(t *testing.T) {
	m := merge(t, `{"IamInstanceProfile":{"Name":"a"},"KeyName":"team","UserData":"aGk="}`, `{"IamInstanceProfile":{"Arn":"b"},"KeyName":""}`)
	v := standard(t)
	want := m.Check(v).String()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := m.Check(v).String(); got != want || m.String() == "" || len(m.Unsure()) != 2 || m.Origin("KeyName").Template == "" || m.Input() == nil {
				t.Errorf("got %s", got)
			}
		})
	}
	all.Wait()
}
