package launch

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A request is an SDK request whose user data is kept apart, behind a function,
// where no printer that walks structs by reflection can follow.
type request struct {
	in       ec2.RunInstancesInput // its UserData is nil
	userData func() *string        // base64; nil when there is none
}

// newRequest takes over in and hides its user data.
func newRequest(in ec2.RunInstancesInput) request {
	r := request{in: in}
	r.hide(in.UserData)
	r.in.UserData = nil
	return r
}

// hide sets the user data, base64-encoded.
func (r *request) hide(encoded *string) {
	r.userData = nil
	if encoded != nil {
		r.userData = func() *string { return encoded }
	}
}

// reveal returns a copy of the whole request, user data and all.
func (r request) reveal() *ec2.RunInstancesInput {
	in := sdkcopy.RunInstancesInput(r.in)
	if r.userData != nil {
		in.UserData = new(*r.userData())
	}
	return &in
}

// equal reports whether two requests are the same, member for member.
func (r *request) equal(other *request) bool {
	return sdkcopy.Equal(&r.in, &other.in) && r.sameUserData(other)
}

func (r *request) sameUserData(other *request) bool {
	if r.userData == nil || other.userData == nil {
		return r.userData == nil && other.userData == nil
	}
	return *r.userData() == *other.userData()
}
