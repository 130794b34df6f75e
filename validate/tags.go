package validate

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

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

// An ownTag is a format of this package. The built-in tags are laxer than EC2:
// ipv4 takes IPv4-mapped IPv6 addresses, ascii takes NUL, and none knows IDs.
type ownTag func(s, param string) bool

func newTags() tags {
	t := tags{validator.New(validator.WithRequiredStructEnabled()), map[string]ownTag{
		"ec2id":         func(s, prefix string) bool { return format.ID(prefix, s) },
		"ec2arn":        func(s, service string) bool { _, _, ok := format.ARN(service, s); return ok },
		"ec2text":       func(s, lengths string) bool { return format.Text(s) && within(s, lengths) },
		"ec2chars":      func(s, lengths string) bool { return within(s, lengths) },
		"ec2asciitext":  func(s, lengths string) bool { return format.ASCII(s) && format.Text(s) && within(s, lengths) },
		"ec2ascii":      func(s, lengths string) bool { return format.Printable(s) && within(s, lengths) },
		"ec2ipv4":       func(s, _ string) bool { a, ok := format.IPv4(s); return ok && format.Host(a) },
		"ec2ipv6":       func(s, _ string) bool { a, ok := format.IPv6(s); return ok && format.Host(a) },
		"ec2ipv4prefix": func(s, _ string) bool { _, ok := format.Prefix(s, 28, false); return ok },
		"ec2ipv6prefix": func(s, _ string) bool { _, ok := format.Prefix(s, 80, true); return ok },
	}}
	for name, holds := range t.own {
		err := t.v.RegisterValidation(name, func(f validator.FieldLevel) bool {
			return holds(f.Field().String(), f.Param())
		})
		if err != nil {
			panic(err) // the names above are well formed
		}
	}
	return t
}

// within reports whether s has as many characters as "MIN-MAX" allows; an
// empty parameter allows any number.
func within(s, lengths string) bool {
	if lengths == "" {
		return true
	}
	least, most, _ := strings.Cut(lengths, "-")
	low, errLow := strconv.Atoi(least)
	high, errHigh := strconv.Atoi(most)
	if errLow != nil || errHigh != nil {
		panic("lengths must read MIN-MAX, not " + lengths)
	}
	n := utf8.RuneCountInString(s)
	return low <= n && n <= high
}

// compile returns the test that a tag stands for, on pointers to values of a
// type. A misspelt tag, which validator reports by panicking on first use, is
// an error.
func (t tags) compile(tag string, of reflect.Type) (holds func(pointer reflect.Value) bool, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("tag %q on a %s: %v", tag, of, fault)
		}
	}()
	holds = func(pointer reflect.Value) bool { return t.v.Var(value(pointer), tag) == nil }
	name, param, _ := strings.Cut(tag, "=")
	if own := t.own[name]; own != nil && of.Kind() == reflect.String && !strings.ContainsAny(tag, ",|") {
		holds = func(pointer reflect.Value) bool { return own(pointer.Elem().String(), param) }
	}
	holds(reflect.New(of))
	return holds, nil
}

// value unpacks what validator would have to copy to the heap otherwise.
func value(pointer reflect.Value) any {
	switch v := pointer.Elem(); v.Kind() {
	case reflect.Int32:
		return int32(v.Int())
	case reflect.Bool:
		return v.Bool()
	}
	return pointer.Interface()
}
