package account

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// parameterPrefix begins an image that a parameter names.
const parameterPrefix = "resolve:ssm:"

// An Option lets [Fetch] ask another service than EC2, through a function of the
// caller's, so that nobody imports a client that is not needed. Such a function
// returns nil for what does not exist, and an error where that is not known; it
// is called from several goroutines. An option of a nil function is nil, which
// Fetch refuses.
type Option func(*fetch)

// Parameters asks for the images that a request names as resolve:ssm:NAME. get
// returns the value of a Systems Manager parameter; NAME may end in a colon and
// a version or label, which ssm:GetParameter takes as it stands. A value that is
// no ID of an image names none.
func Parameters(get func(ctx context.Context, name string) (*string, error)) Option {
	if get == nil {
		return nil
	}
	return func(f *fetch) {
		f.questions = append(f.questions, question{
			resource: validate.Image.Name(), call: "ssm:GetParameter", first: true,
			named: func(in *ec2.RunInstancesInput) []string {
				if strings.HasPrefix(aws.ToString(in.ImageId), parameterPrefix) {
					return []string{*in.ImageId}
				}
				return nil
			},
			ask: func(ctx context.Context, api API, aliases []string) (map[string]any, error) {
				image, err := get(ctx, strings.TrimPrefix(aliases[0], parameterPrefix))
				switch {
				case err != nil:
					return nil, err
				case image == nil || !format.ID("ami", *image):
					return map[string]any{aliases[0]: nil}, nil
				}
				found, err := describeImages(ctx, api, []string{*image})
				if thing, there := found[*image]; there {
					found[aliases[0]] = thing
				}
				return found, err
			},
			notFound: []string{"InvalidAMIID.NotFound"},
		})
	}
}

// Profiles asks for the instance profile. get is given its name or ARN, and may
// answer by iam:GetInstanceProfile.
func Profiles(get func(ctx context.Context, nameOrARN string) (*validate.Profile, error)) Option {
	return lookUpEach(validate.InstanceProfile, "iam:GetInstanceProfile", get, func(in *ec2.RunInstancesInput) []string {
		if in.IamInstanceProfile == nil {
			return nil
		}
		return append(text(in.IamInstanceProfile.Arn), text(in.IamInstanceProfile.Name)...)
	})
}

// Keys asks for the keys that volumes are encrypted with. get is given what
// KmsKeyId holds, and may answer by kms:DescribeKey.
func Keys(get func(ctx context.Context, id string) (*validate.Key, error)) Option {
	return lookUpEach(validate.EncryptionKey, "kms:DescribeKey", get, func(in *ec2.RunInstancesInput) (ids []string) {
		for _, m := range in.BlockDeviceMappings {
			if m.Ebs != nil {
				ids = append(ids, text(m.Ebs.KmsKeyId)...)
			}
		}
		return ids
	})
}

// lookUpEach asks another service for things one by one.
func lookUpEach[T any](r validate.Resource[T], call string, get func(context.Context, string) (*T, error), named func(*ec2.RunInstancesInput) []string) Option {
	if get == nil {
		return nil
	}
	return func(f *fetch) {
		f.questions = append(f.questions, question{
			resource: r.Name(), call: call, named: named, alone: true,
			ask: func(ctx context.Context, _ API, ids []string) (map[string]any, error) {
				thing, err := get(ctx, ids[0])
				if err != nil || thing == nil {
					return map[string]any{}, err
				}
				return map[string]any{ids[0]: thing}, nil
			},
			lists: true,
		})
	}
}
