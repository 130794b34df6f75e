package validate

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/internal/format"
)

// tags runs go-playground/validator on single values. Its walk over structs is
// not used: [members.Of] has found the set members already, at a hundredth of
// the cost.
type tags struct {
	v   *validator.Validate
	own map[string]ownTag
}

// An ownTag makes the test of a format of this package from the parameter of
// its tag. The built-in tags are laxer than EC2: ipv4 takes IPv4-mapped IPv6
// addresses, ascii takes NUL, and none knows IDs.
type ownTag func(param string) (holds func(s string) bool)

func newTags() tags {
	t := tags{validator.New(validator.WithRequiredStructEnabled()), map[string]ownTag{
		"ec2id": func(prefix string) func(string) bool {
			return func(s string) bool { return format.ID(prefix, s) }
		},
		"ec2arn": func(service string) func(string) bool {
			return func(s string) bool { _, _, ok := format.ARN(service, s); return ok }
		},
		"ec2chars":      counted(func(string) bool { return true }),
		"ec2text":       counted(format.Text),
		"ec2asciitext":  counted(func(s string) bool { return format.ASCII(s) && format.Text(s) }),
		"ec2ascii":      counted(format.Printable),
		"ec2ipv4":       bare(func(s string) bool { a, ok := format.IPv4(s); return ok && format.Host(a) }),
		"ec2ipv6":       bare(func(s string) bool { a, ok := format.IPv6(s); return ok && format.Host(a) }),
		"ec2ipv4prefix": bare(func(s string) bool { _, ok := format.Prefix(s, 28, false); return ok }),
		"ec2ipv6prefix": bare(func(s string) bool { _, ok := format.Prefix(s, 80, true); return ok }),
	}}
	for name, own := range t.own {
		err := t.v.RegisterValidation(name, func(f validator.FieldLevel) bool {
			return own(f.Param())(f.Field().String())
		})
		if err != nil {
			panic(err) // the names above are well formed
		}
	}
	return t
}

// bare is the tag of a format without a parameter.
func bare(holds func(s string) bool) ownTag {
	return func(string) func(string) bool { return holds }
}

// counted is the tag of a format whose parameter, if any, bounds the number of
// characters: MIN-MAX.
func counted(holds func(s string) bool) ownTag {
	return func(lengths string) func(string) bool {
		if lengths == "" {
			return holds
		}
		least, most, _ := strings.Cut(lengths, "-")
		low, errLow := strconv.Atoi(least)
		high, errHigh := strconv.Atoi(most)
		if errLow != nil || errHigh != nil {
			panic("lengths must read MIN-MAX, not " + lengths)
		}
		return func(s string) bool {
			n := utf8.RuneCountInString(s)
			return low <= n && n <= high && holds(s)
		}
	}
}

// compile returns the test that a tag stands for, on the values of a member. A
// misspelt tag, which validator reports by panicking on first use, is an error.
func (t tags) compile(tag, path string) (holds func(value any) bool, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("tag %q on %s: %v", tag, path, fault)
		}
	}()
	holds = func(value any) bool { return t.v.Var(unpack(value), tag) == nil }
	name, param, _ := strings.Cut(tag, "=")
	_, isText := zero(path).(*string)
	if own := t.own[name]; own != nil && isText && !strings.ContainsAny(tag, ",|") {
		test := own(param)
		holds = func(value any) bool { return test(*value.(*string)) }
	}
	holds(zero(path))
	return holds, nil
}

// unpack spares validator the copy to the heap that it makes of what a pointer
// points to.
func unpack(value any) any {
	switch v := value.(type) {
	case *int32:
		return *v
	case *bool:
		return *v
	}
	return value
}

// zero is what a member's values look like: a *string, *int32 or *bool.
func zero(path string) any {
	t := reflect.TypeFor[ec2.RunInstancesInput]()
	for step := range strings.SplitSeq(path, ".") {
		f, _ := t.FieldByName(strings.TrimSuffix(step, "[]"))
		t = f.Type
		if t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
	}
	switch t.Kind() {
	case reflect.Int32:
		return new(int32)
	case reflect.Bool:
		return new(bool)
	}
	return new(string)
}
