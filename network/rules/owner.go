package rules

import (
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// An owner is what a setting belongs to: a network interface, by its position,
// or the request itself.
type owner int

const request owner = -1

// at returns the path of a member of the owner, as [validate.Pass.At] does.
func (o owner) at(p *validate.Pass, member string, index ...int) string {
	if o == request {
		return p.At(member, index...)
	}
	return p.At("NetworkInterfaces[]."+member, append([]int{int(o)}, index...)...)
}

// idFault says what the ID of a resource of EC2's must look like, and what is
// given in its place: the ID of another resource, or one without its hyphen.
func (o owner) idFault(prefix, id string) string {
	fault := "must be " + prefix + "- and 8 or 17 lower-case hexadecimal digits"
	if digits, ok := strings.CutPrefix(id, prefix+"_"); ok && format.ID(prefix, prefix+"-"+digits) {
		return fault + "; write a hyphen, not an underscore, after " + prefix
	}
	fault += format.Elsewhere(id)
	if o != request {
		fault = strings.Replace(fault, "SecurityGroupIds", "Groups", 1)
	}
	return fault
}
