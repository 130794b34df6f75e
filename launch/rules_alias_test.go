package launch

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	blockdevice "github.com/ec2launch/ec2launch/blockdevice/rules"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// reached lists all that can be written to through exported fields, elements
// and the functions of rules that return limits, by the path to it.
func reached(v reflect.Value, path string, visit func(path string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			reached(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			reached(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() {
				reached(member, path+"."+f.Name, visit)
			}
		}
	case reflect.Func:
		if list, ok := v.Interface().(func() []*validate.Limit); ok && list != nil {
			reached(reflect.ValueOf(list()), path+"()", visit)
		}
	default:
		visit(path, v)
	}
}

// What is written through the rules that are handed out changes neither those
// that are handed out next, nor a check, nor a validator made afterwards.
func TestRulesThatAreHandedOutAreCopies(t *testing.T) {
	for name, rules := range map[string]func() []*validate.Rule{"launch": Rules, "blockdevice": blockdevice.Rules} {
		before := map[string]any{}
		reached(reflect.ValueOf(rules()), "", func(path string, v reflect.Value) { before[path] = v.Interface() })
		in, err := ruletest.Decode(`{"MinCount":3,"MaxCount":2,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":9,"Iops":1000000}}]}`)
		if err != nil {
			t.Fatal(err)
		}
		report := Check(in).String()

		written := rules()
		var undo []func()
		reached(reflect.ValueOf(written), "", func(path string, v reflect.Value) {
			if !v.CanSet() {
				return
			}
			was := reflect.ValueOf(v.Interface())
			undo = append(undo, func() { v.Set(was) }) // so that a failure here is the only one
			switch v.Kind() {
			case reflect.String:
				v.SetString("written")
			case reflect.Int64:
				v.SetInt(1)
			case reflect.Uint8:
				v.SetUint(1)
			case reflect.Bool:
				v.SetBool(!v.Bool())
			}
		})
		if len(undo) < 1000 && name == "launch" || len(undo) == 0 {
			t.Errorf("%s: only %d members were written to", name, len(undo))
		}
		changed := 0
		reached(reflect.ValueOf(rules()), "", func(path string, v reflect.Value) {
			if before[path] != v.Interface() && changed < 5 {
				changed++
				t.Errorf("%s: %s was %v and is %v", name, path, before[path], v)
			}
		})
		if got := Check(in).String(); got != report {
			t.Errorf("%s: the check was %s and is %s", name, report, got)
		}
		v, err := validate.NewValidator(Rules())
		if err != nil {
			t.Errorf("%s: no validator can be made: %v", name, err)
		} else if got := v.Check(in).String(); got != report {
			t.Errorf("%s: the check of a new validator is %s, want %s", name, got, report)
		}
		for _, f := range undo {
			f()
		}
	}
}

// A rule of a house that keeps the request, and writes to it during the check
// and afterwards, changes no Spec.
func TestARuleThatKeepsTheRequestReachesNoSpec(t *testing.T) {
	var kept []*ec2.RunInstancesInput
	spoiler := &validate.Rule{
		ID: "house-spoiler", Summary: "spoils", Source: validate.Source{Page: "https://example.com"}, Code: "InvalidParameterValue",
		Members: []string{"ImageId"},
		Check: func(p *validate.Pass) {
			kept = append(kept, p.Input)
			spoil(p.Input, new([]*ec2.RunInstancesInput), "spoilt")
		},
	}
	v, err := validate.NewValidator(Rules(), validate.Also(spoiler))
	if err != nil {
		t.Fatal(err)
	}
	b := everything().Edit(func(in *ec2.RunInstancesInput) { in.BlockDeviceMappings = nil })
	want := b.reveal()
	b.CheckWith(v)
	spec, err := m7i().UserDataText("text").BuildWith(v)
	if err != nil {
		t.Fatal(err)
	}
	data, err := m7i().TemplateData()
	if err != nil {
		t.Fatal(err)
	}
	before, dataBefore := spec.Fingerprint(), *data.ImageId
	for _, in := range kept {
		spoil(in, new([]*ec2.RunInstancesInput), "spoilt later")
	}
	if len(kept) != 2 || spec.Fingerprint() != before || *spec.Input().ImageId != "ami-0abcdef1234567890" || *data.ImageId != dataBefore {
		t.Errorf("the spec was reached: %v", spec)
	}
	if !FromInput(want).Equal(b) {
		t.Errorf("the builder was reached: %v", b)
	}
}
