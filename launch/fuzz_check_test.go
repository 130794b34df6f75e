package launch

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/validate"
)

// mistakes are wrong in every request, whatever else it holds, each at the one
// member that it sets.
var mistakes = map[string]func(*ec2.RunInstancesInput){
	"ClientToken":    func(in *ec2.RunInstancesInput) { in.ClientToken = new(strings.Repeat("x", 65)) },
	"AdditionalInfo": func(in *ec2.RunInstancesInput) { in.AdditionalInfo = new("\x00") },
	"KeyName":        func(in *ec2.RunInstancesInput) { in.KeyName = new("\x00") },
	"RamdiskId":      func(in *ec2.RunInstancesInput) { in.RamdiskId = new("ari-x") },
}

// FuzzAnAddedMistakeHidesNoOther adds a mistake to an arbitrary request and
// shows that it is reported, together with all that was reported elsewhere.
func FuzzAnAddedMistakeHidesNoOther(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		in := (&choices{data}).variation()
		for member, add := range mistakes {
			with := new(sdkcopy.RunInstancesInput(*in))
			add(with)
			before, after := Check(in), Check(with)
			if refused(after, member) == nil {
				t.Errorf("%s: the mistake is not reported:\n%s", member, after)
			}
			if after.Omitted > 0 {
				return
			}
			for _, v := range before.Violations {
				elsewhere := v.Path != member && !slices.Contains(v.With, member)
				if elsewhere && !slices.ContainsFunc(after.Violations, func(w validate.Violation) bool { return w.Rule == v.Rule && w.Path == v.Path }) {
					t.Errorf("%s: the mistake hides %v", member, v)
				}
			}
		}
	})
}

// FuzzCheckCall shows that no call makes a rule fail, that none is modified, and
// that the same call gets the same report.
func FuzzCheckCall(f *testing.F) {
	for i := range validate.Subjects() {
		f.Add(append([]byte{byte(i)}, strings.Repeat("\x01\x02\x05\x07\x0b\x0d\x11\x13\x17", 10)...))
	}
	v, err := validate.NewValidator(Rules(), validate.Advise(), validate.Strict())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &choices{data[:min(len(data), 80)]}
		subject := validate.Subjects()[int(c.next())%len(validate.Subjects())]
		call := reflect.New(subject.Type())
		c.fill(call.Elem())
		before := sdkcopy.OfAny(call.Interface())
		report, covered := v.CheckCall(call.Interface())
		if again, _ := v.CheckCall(before); !covered || report.String() != again.String() {
			t.Errorf("%v: two reports on one call:\n%s\n%s", subject, report, again)
		}
		for _, found := range report.Violations {
			if strings.HasPrefix(found.Message, "the rule itself failed") {
				t.Errorf("%v: %v", subject, found)
			}
		}
		if !reflect.DeepEqual(before, call.Interface()) {
			t.Errorf("%v: the check changed the call", subject)
		}
	})
}
