// Package profile refers to IAM instance profiles, which give the programs on
// an instance their credentials.
//
//	launch.FromImage(ami, t).Profile(profile.Name("web"))
package profile

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Profile refers to an IAM instance profile, by name or by ARN, never both:
// [Name] or [ARN]. The zero Profile refers to none.
type Profile struct {
	spec types.IamInstanceProfileSpecification
}

// Name refers to an instance profile of the account by its name.
func Name(name string) Profile {
	return Profile{types.IamInstanceProfileSpecification{Name: new(name)}}
}

// ARN refers to an instance profile by its ARN,
// "arn:aws:iam::111122223333:instance-profile/web".
func ARN(arn string) Profile {
	return Profile{types.IamInstanceProfileSpecification{Arn: new(arn)}}
}

// Apply writes p into a request, in place of what was there; the request shares
// nothing with p. The zero Profile leaves the request without
// IamInstanceProfile.
func (p Profile) Apply(in *ec2.RunInstancesInput) {
	in.IamInstanceProfile = nil
	if p != (Profile{}) {
		in.IamInstanceProfile = new(sdkcopy.IamInstanceProfileSpecification(p.spec))
	}
}

// String returns the members of a request that p sets, as JSON.
func (p Profile) String() string { return part.String(p) }

// Equal reports whether p and q say the same.
func (p Profile) Equal(q Profile) bool { return part.Equal(p, q) }
