package launch

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/validate"
)

// A Spec is a checked launch request that nothing can change any more: it
// shares no memory with the builder it came from, nor with anything it hands
// out. It is safe for concurrent use.
//
// Specs print redacted: no form of printing, logging or encoding shows the user
// data, except the methods whose names begin with Reveal.
//
// The zero Spec holds no request: no launcher takes it.
type Spec struct {
	request  *request // never written to
	warnings []validate.Violation
	imdsv2   bool // see [Builder.RequireIMDSv2]
}

// IsZero reports whether s holds no request.
func (s Spec) IsZero() bool { return s.request == nil }

// Input returns a copy of the request, which is the caller's to change; nil
// for the zero Spec. It holds the user data, base64-encoded, in clear.
func (s Spec) Input() *ec2.RunInstancesInput {
	if s.request == nil {
		return nil
	}
	return s.request.reveal()
}

// Warnings returns what the rules found that EC2 does not refuse, in the order
// of the request.
func (s Spec) Warnings() []validate.Violation {
	vs := slices.Clone(s.warnings)
	for i := range vs {
		vs[i].With, vs[i].Facts = slices.Clone(vs[i].With), slices.Clone(vs[i].Facts)
	}
	return vs
}

// Equal reports whether s and t are the same request, user data and client token
// included. An empty list is the same as none. Warnings do not count, nor does
// whether RequireIMDSv2 was called, which [FromSpec] remembers.
//
// [cmp.Diff] and its like compare by Equal, but show a spec as one line, cut where
// it is long and without the user data, so that specs which differ may look alike.
// A test that shows what differs, member by member, gives both inputs to
// launchtest.Diff.
//
// [cmp.Diff]: https://pkg.go.dev/github.com/google/go-cmp/cmp#Diff
func (s Spec) Equal(t Spec) bool {
	if s.IsZero() || t.IsZero() {
		return s.IsZero() && t.IsZero()
	}
	return s.request.equal(t.request)
}
