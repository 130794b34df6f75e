package account

import (
	"reflect"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/template"
)

// A Request is a launch to ask about. A launch.Spec is one; [Raw] makes one of a
// request of the SDK.
type Request interface {
	// Input returns the request, which is the caller's own.
	Input() *ec2.RunInstancesInput
}

// Raw makes a [Request] of a request of the SDK, valid or not.
func Raw(in *ec2.RunInstancesInput) Request { return template.Raw(in) }

// inputOf returns the request, nil where there is none.
func inputOf(r Request) *ec2.RunInstancesInput {
	if isNil(r) {
		return nil
	}
	return r.Input()
}

// isNil reports whether v is nil or a nil pointer.
func isNil(v any) bool {
	r := reflect.ValueOf(v)
	return !r.IsValid() || r.Kind() == reflect.Pointer && r.IsNil()
}

// A Lookup is one question to the account.
type Lookup struct {
	// Resource is the name of the [validate.Resource]: "Subnet".
	Resource string
	// Call is the operation, and with "ec2:" before it the permission that it
	// needs: "DescribeSubnets". Those of other services have a prefix already.
	Call string
	// IDs are what is asked for. An empty one stands for the default.
	IDs []string
}

// String returns the call and the IDs: "DescribeSubnets subnet-0a1b2c3d".
func (l Lookup) String() string {
	return strings.TrimSpace(l.Call + " " + strings.Join(l.IDs, " "))
}

// equal reports whether two look-ups are one.
func (l Lookup) equal(other Lookup) bool {
	return l.Resource == other.Resource && l.Call == other.Call && slices.Equal(l.IDs, other.IDs)
}

// Plan lists what [Fetch] asks about a request in its first rounds, without
// asking: what the request itself names. The launch template, if it names one,
// stands first, and may name more.
func Plan(r Request) []Lookup { return planOf(questions, inputOf(r)) }

func planOf(questions []question, in *ec2.RunInstancesInput) (plan []Lookup) {
	if in == nil {
		return nil
	}
	for _, q := range questions {
		if q.named != nil {
			plan = append(plan, q.lookUps(distinct(q.named(in)))...)
		}
	}
	return plan
}

// lookUps ask for things, all at once if that can be.
func (q question) lookUps(ids []string) (plan []Lookup) {
	if len(ids) == 0 {
		return nil
	}
	if !q.alone {
		return []Lookup{{q.resource, q.call, ids}}
	}
	for _, id := range ids {
		plan = append(plan, Lookup{q.resource, q.call, []string{id}})
	}
	return plan
}

// distinct drops repetitions, and keeps the order.
func distinct(ids []string) []string {
	var once []string
	for _, id := range ids {
		if !slices.Contains(once, id) {
			once = append(once, id)
		}
	}
	return once
}
