package rules

import "github.com/ec2launch/ec2launch/validate"

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
