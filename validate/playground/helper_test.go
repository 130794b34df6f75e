package playground

import (
	"errors"
	"iter"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// registered returns a validator with the library's rules registered.
func registered(t testing.TB, translators ...ut.Translator) *validator.Validate {
	t.Helper()
	return registeredWith(t, ruletest.Validator(t, launch.Rules()), translators...)
}

func registeredWith(t testing.TB, rules *validate.Validator, translators ...ut.Translator) *validator.Validate {
	t.Helper()
	v := validator.New()
	if err := Register(v, rules, translators...); err != nil {
		t.Fatal(err)
	}
	return v
}

// fieldErrors returns what an error of a validator holds.
func fieldErrors(t testing.TB, err error) validator.ValidationErrors {
	t.Helper()
	errs, ok := errors.AsType[validator.ValidationErrors](err)
	if err != nil && !ok {
		t.Fatalf("%v is a %T", err, err)
	}
	return errs
}

// failedTags lists where which tags failed.
func failedTags(t testing.TB, err error) []string {
	t.Helper()
	var tags []string
	for _, fe := range fieldErrors(t, err) {
		tags = append(tags, fe.Namespace()+" "+fe.Tag())
	}
	return tags
}

// good and bad yield the examples of the library's rules in the latest edition.
func good(t testing.TB) requests {
	return examples(t, func(r *validate.Rule) []validate.Example { return r.Good })
}

func bad(t testing.TB) requests {
	return examples(t, func(r *validate.Rule) []validate.Example { return r.Bad })
}

// requests come with the rules that they are examples of.
type requests = iter.Seq2[*validate.Rule, *ec2.RunInstancesInput]

func examples(t testing.TB, of func(*validate.Rule) []validate.Example) requests {
	return func(yield func(*validate.Rule, *ec2.RunInstancesInput) bool) {
		for _, r := range launch.Rules() {
			if len(r.On) > 0 {
				continue // of a call that has no tags
			}
			for _, x := range of(r) {
				editions := x.Editions(r)
				if x.Base64 || len(editions) == 0 || editions[len(editions)-1] != validate.Latest {
					continue
				}
				if !yield(r, ruletest.Request(t, x.Spec)) {
					return
				}
			}
		}
	}
}

// texts returns the texts that a request has at a member, which may be a list.
func texts(member reflect.Value) []string {
	switch member = reflect.Indirect(member); member.Kind() {
	case reflect.String:
		return []string{member.String()}
	case reflect.Slice:
		return member.Interface().([]string)
	}
	return nil
}
