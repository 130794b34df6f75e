package validate

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// fieldCheck tests one member wherever it is set.
type fieldCheck struct {
	path  string
	lists int                              // on the way
	steps []int                            // indexes of the struct fields on the way
	leaf  reflect.Type                     // what a set member holds
	holds func(pointer reflect.Value) bool // of a pointer to a leaf
	fault func(pointer reflect.Value) string
}

// position holds the list positions on the way to a value.
type position struct {
	index [4]int
	n     int
}

// newFieldCheck compiles the way to a member. The path is a known one.
func newFieldCheck(path string) *fieldCheck {
	c := &fieldCheck{path: path, lists: strings.Count(path, "[]")}
	t := reflect.TypeFor[ec2.RunInstancesInput]()
	for step := range strings.SplitSeq(path, ".") {
		f, _ := t.FieldByName(strings.TrimSuffix(step, "[]"))
		c.steps = append(c.steps, f.Index[0])
		t = f.Type
		if t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
	}
	c.leaf = t
	return c
}

func (c *fieldCheck) check(p *Pass) {
	c.walk(p, reflect.ValueOf(p.Input).Elem(), 0, &position{})
}

func (c *fieldCheck) walk(p *Pass, v reflect.Value, step int, at *position) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		if step == len(c.steps) {
			c.test(p, v, at)
			return
		}
		v = v.Elem()
	case reflect.Slice:
		at.n++
		for i := range v.Len() {
			at.index[at.n-1] = i
			c.walk(p, v.Index(i), step, at)
		}
		at.n--
		return
	case reflect.String:
		if v.Len() > 0 || at.n > c.lists {
			c.test(p, v.Addr(), at)
		}
		return
	}
	c.walk(p, v.Field(c.steps[step]), step+1, at)
}

func (c *fieldCheck) test(p *Pass, pointer reflect.Value, at *position) {
	if c.holds(pointer) {
		return
	}
	path := c.path
	if at.n > c.lists {
		path += "[]"
	}
	p.Reportf(At(path, at.index[:at.n]...), "%s", c.fault(pointer))
}

// withTag tests by a validator tag; the rule's summary is the message.
func (c *fieldCheck) withTag(t tags, r *Rule) (err error) {
	c.fault = func(reflect.Value) string { return r.Summary }
	c.holds, err = t.compile(r.Tag, c.leaf)
	return err
}

// withValues tests by a list of values.
func (c *fieldCheck) withValues(allowed []string) error {
	if c.leaf.Kind() != reflect.String {
		return fmt.Errorf("%s: only strings have Values", c.path)
	}
	c.holds = func(pointer reflect.Value) bool { return slices.Contains(allowed, pointer.Elem().String()) }
	c.fault = func(pointer reflect.Value) string {
		return "must be one of " + strings.Join(allowed, ", ") + suggest(pointer.Elem().String(), allowed)
	}
	return nil
}
