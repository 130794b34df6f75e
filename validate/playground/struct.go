package playground

import (
	"reflect"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/validate"
)

func registerStructs(v *validator.Validate, rules *validate.Validator, translators []ut.Translator) {
	registerStruct(v, rules, translators, "", partOf(setAll))
	registerStruct(v, rules, translators, "BlockDeviceMappings[0]", partOf(setMapping))
	registerStruct(v, rules, translators, "BlockDeviceMappings[0].Ebs", partOf(setVolume))
	registerStruct(v, rules, translators, "NetworkInterfaces[0]", partOf(setInterface))
	registerStruct(v, rules, translators, "LaunchTemplateData", templateOf)
}

// registerStruct has v judge structs of one type, which call puts at a path of
// the input of a call.
func registerStruct[T any](v *validator.Validate, rules *validate.Validator, translators []ut.Translator,
	path string, call func(T) any,
) {
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		if inJudged(sl) {
			return
		}
		var in any = (*ec2.RunInstancesInput)(nil) // which is refused, where the struct cannot be read
		if current := sl.Current(); current.CanInterface() {
			in = call(current.Interface().(T))
		}
		report(sl, within(rules, in, path), translators)
	}, *new(T))
}

// inJudged reports whether a struct is part of one that is judged, and the
// struct with it.
func inJudged(sl validator.StructLevel) bool {
	parent := reflect.Indirect(sl.Parent())
	if !parent.IsValid() || parent.Type() == sl.Current().Type() {
		return false // sl.Current is the outermost
	}
	return parent.Type() == reflect.TypeFor[ec2.RunInstancesInput]() ||
		parent.Type() == reflect.TypeFor[types.BlockDeviceMapping]()
}

// report reports violations as FieldErrors. Only a validator can make these,
// and a FieldError takes its message from the validator that made it, by its
// tag: so they are made by one that knows the messages of these very
// violations.
func report(sl validator.StructLevel, found []validate.Violation, translators []ut.Translator) {
	if len(found) == 0 {
		return
	}
	maker := validator.New()
	maker.RegisterStructValidation(func(sl validator.StructLevel) {
		for _, v := range found {
			sl.ReportError(v.Value, v.Path, v.Path, v.Rule, v.Code)
		}
	}, struct{}{})
	made, _ := maker.Struct(struct{}{}).(validator.ValidationErrors)

	messages := make(map[validator.FieldError]string, len(found))
	for i, v := range found {
		messages[made[i]] = named(v.Path, v.Message)
	}
	message := func(_ ut.Translator, fe validator.FieldError) string { return messages[fe] }
	for _, translator := range translators {
		for _, v := range found {
			_ = maker.RegisterTranslation(v.Rule, translator, noText, message) // noText does not fail
		}
	}
	sl.ReportValidationErrors("", "", made)
}
