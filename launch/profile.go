package launch

import "github.com/ec2launch/ec2launch/launch/profile"

// Profile sets the IAM instance profile, in place of an earlier one. The default
// is none: the instance has no credentials of its own. The zero Profile takes an
// earlier one back.
func (b Builder) Profile(p profile.Profile) Builder {
	p.Apply(&b.in)
	return b
}
