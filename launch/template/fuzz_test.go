package template_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/internal/sdktest"
	"github.com/ec2launch/ec2launch/launch/template"
)

// A chooser decides by arbitrary bytes, and by zero behind their end.
type chooser struct{ data []byte }

func (c *chooser) next() int {
	if len(c.data) == 0 {
		return 0
	}
	b := c.data[0]
	c.data = c.data[1:]
	return int(b)
}

// fill sets the members that the bytes choose.
func (c *chooser) fill(v reflect.Value) {
	words := []string{"", "x", "/dev/sdf", "/dev/xvda", "instance", "volume", "Name", "é\x00", "10.0.0.1"}
	sdktest.Filler{
		Text:   func() string { return words[c.next()%len(words)] },
		Number: func() int64 { return int64(c.next()%5) - 1 },
		Switch: func() bool { return c.next()%2 == 0 },
		Time:   func() time.Time { return time.Unix(int64(c.next())<<28, 0).UTC() },
	}.Fill(v)
	c.thin(v)
}

func (c *chooser) thin(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if c.next()%3 == 0 {
			v.SetZero()
		} else {
			c.thin(v.Elem())
		}
	case reflect.Slice:
		v.SetLen(c.next() % (v.Len() + 1))
		for i := range v.Len() {
			c.thin(v.Index(i))
		}
	case reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() && v.Type() != reflect.TypeFor[time.Time]() {
				c.thin(member)
			}
		}
	}
}

// FuzzMerge merges an arbitrary template with an arbitrary request: neither is
// changed, the same comes of it twice, each value at the top of the request
// counts, and a template without data leaves the request as it is.
func FuzzMerge(f *testing.F) {
	f.Add([]byte{}, []byte{})
	f.Add([]byte("\x01\x02\x05\x07\x0b\x0d\x11\x13\x17\x01\x02\x05\x07\x0b\x0d\x11\x13\x17"), []byte("\x17\x13\x11\x0d\x0b\x07\x05\x02\x01"))
	f.Fuzz(func(t *testing.T, theirs, mine []byte) {
		data, in := new(types.RequestLaunchTemplateData), new(ec2.RunInstancesInput)
		(&chooser{theirs}).fill(reflect.ValueOf(data).Elem())
		(&chooser{mine}).fill(reflect.ValueOf(in).Elem())
		dataBefore, inBefore := sdkcopy.OfAny(data), sdkcopy.OfAny(in)
		merged, err := template.Merge(data, template.Raw(sdkcopy.OfAny(in).(*ec2.RunInstancesInput)))
		if err != nil {
			t.Fatal(err)
		}
		again, err := template.Merge(data, template.Raw(sdkcopy.OfAny(in).(*ec2.RunInstancesInput)))
		if err != nil || !reflect.DeepEqual(merged.Input(), again.Input()) || !cmp.Equal(merged.Unsure(), again.Unsure()) {
			t.Errorf("merged twice: %v", err)
		}
		if !reflect.DeepEqual(data, dataBefore) || !reflect.DeepEqual(in, inBefore) {
			t.Error("a side is changed")
		}
		for _, path := range merged.Unsure() {
			_ = merged.Origin(path).String()
		}
		of, into := reflect.ValueOf(in).Elem(), reflect.ValueOf(merged.Input()).Elem()
		for f, member := range of.Fields() {
			if value := reflect.Indirect(member); f.IsExported() && value.IsValid() && value.Kind() != reflect.Struct && value.Kind() != reflect.Slice && !value.IsZero() {
				if got := reflect.Indirect(into.FieldByIndex(f.Index)); !got.IsValid() || got.Interface() != value.Interface() {
					t.Errorf("%s of the request does not count", f.Name)
				}
			}
		}
		alone, err := template.Merge(nil, template.Raw(sdkcopy.OfAny(in).(*ec2.RunInstancesInput)))
		if in.LaunchTemplate = nil; err != nil || !reflect.DeepEqual(alone.Input(), in) {
			t.Errorf("without data: %v", err)
		}
	})
}
