package validate

import (
	"fmt"
	"reflect"

	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/internal/format"
)

// tags runs go-playground/validator on single values. Its walk over structs is
// not used: [members.Of] has found the set members already, at a hundredth of
// the cost.
type tags struct{ v *validator.Validate }

// newTags knows the built-in tags and those that EC2 is stricter in: the
// built-in ipv4 takes IPv4-mapped IPv6 addresses, ascii takes NUL, and max counts characters.
func newTags() tags {
	v := validator.New(validator.WithRequiredStructEnabled())
	for name, holds := range map[string]func(s, param string) bool{
		"ec2id":    func(s, prefix string) bool { return format.ID(prefix, s) },
		"ec2arn":   func(s, service string) bool { _, _, ok := format.ARN(service, s); return ok },
		"ec2text":  func(s, _ string) bool { return format.Text(s) },
		"ec2ascii": func(s, _ string) bool { return format.Printable(s) },
		"ec2ipv4":  func(s, _ string) bool { a, ok := format.IPv4(s); return ok && format.Host(a) },
		"ec2ipv6":  func(s, _ string) bool { a, ok := format.IPv6(s); return ok && format.Host(a) },
		"ec2ipv4prefix": func(s, _ string) bool {
			_, ok := format.Prefix(s, 28, false)
			return ok
		},
		"ec2ipv6prefix": func(s, _ string) bool {
			_, ok := format.Prefix(s, 80, true)
			return ok
		},
	} {
		err := v.RegisterValidation(name, func(f validator.FieldLevel) bool {
			return holds(f.Field().String(), f.Param())
		})
		if err != nil {
			panic(err) // the names above are well formed
		}
	}
	return tags{v}
}

// try makes a misspelt tag, which validator reports by panicking on first use, an error.
func (t tags) try(tag string, of reflect.Type) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("tag %q on a %s: %v", tag, of, fault)
		}
	}()
	_ = t.v.Var(reflect.New(of).Interface(), tag)
	return nil
}

// holds reports whether the value that p points to satisfies the tag.
func (t tags) holds(p reflect.Value, tag string) bool {
	return t.v.Var(p.Interface(), tag) == nil
}
