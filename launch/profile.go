package launch

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// A Profile refers to an IAM instance profile, by name or by ARN, never both:
// [ProfileName] or [ProfileARN]. The zero Profile refers to none, of which the
// rule profile-required warns.
type Profile struct {
	spec types.IamInstanceProfileSpecification
}

// ProfileName refers to an instance profile of the account by its name.
func ProfileName(name string) Profile {
	return Profile{types.IamInstanceProfileSpecification{Name: new(name)}}
}

// ProfileARN refers to an instance profile by its ARN,
// "arn:aws:iam::111122223333:instance-profile/web".
func ProfileARN(arn string) Profile {
	return Profile{types.IamInstanceProfileSpecification{Arn: new(arn)}}
}

// Profile sets the IAM instance profile. The default is none: the instance has
// no credentials of its own.
func (b Builder) Profile(p Profile) Builder {
	b.in.IamInstanceProfile = &p.spec
	return b
}
