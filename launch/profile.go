package launch

import "github.com/ec2launch/ec2launch/launch/profile"

// Profile sets the IAM instance profile. The default is none: the instance has
// no credentials of its own.
func (b Builder) Profile(p profile.Profile) Builder {
	return b.apply("IamInstanceProfile", p)
}
