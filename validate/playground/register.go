package playground

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/validate"
)

// Register gives v the tags and the struct validations of this package, judged
// by rules, which may hold rules of a house too. For each of the translators,
// Translate of a FieldError gives the message of the rule, which is English,
// behind the Field and a colon.
//
// It fails, and leaves v as it is, on a v or rules that are nil or zero, on a
// translator that is nil, and where v has one of the tags already, which
// validator would replace without a word. So it fails when called twice. Like
// all that sets v up, it must not run while v is in use.
func Register(v *validator.Validate, rules *validate.Validator, translators ...ut.Translator) error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf("playground: "+format, args...)) }
	if !knows(v, "required") {
		faults = append(faults, errNoValidator)
	}
	if rules.Edition() == 0 {
		fault("there are no rules to judge by; validate.NewValidator makes a Validator of them")
	}
	if slices.ContainsFunc(translators, func(t ut.Translator) bool { return t == nil }) {
		fault("a translator is nil")
	}
	var taken []string
	for _, t := range tags {
		if knows(v, t.name) {
			taken = append(taken, t.name)
		}
	}
	if len(taken) > 0 {
		fault("the validator has these tags already, and must not: %s", strings.Join(taken, ", "))
	}
	if len(faults) > 0 {
		return errors.Join(faults...)
	}
	registerStructs(v, rules, translators)
	return registerTags(v, rules, translators)
}

var errNoValidator = errors.New("playground: there is no validator; validator.New makes one")

// knows reports whether v has a tag. Of one that it has not, it panics as soon
// as it reads it.
func knows(v *validator.Validate, tag string) (known bool) {
	defer func() { known = recover() == nil }()
	return v.Var(nil, "omitempty,"+tag) == nil
}
