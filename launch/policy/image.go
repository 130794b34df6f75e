package policy

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

func images(policy Policy) *validate.Rule {
	allowed := slices.Clone(policy.Images)
	return &validate.Rule{
		ID:      "policy-image-values",
		Summary: "the image must be one of those that the house allows",
		Source:  validate.Source{Shape: "RunInstances", Member: "ImageId"},
		Code:    code,
		Given:   []string{"ImageId"},
		Check: func(p *validate.Pass) {
			if !slices.Contains(allowed, *p.Input.ImageId) {
				p.Reportf("ImageId", "must be %s", oneOf(allowed))
			}
		},
		Good: []validate.Example{{Spec: `{"ImageId":null,"LaunchTemplate":{"LaunchTemplateName":"web"}}`}},
		Bad:  []validate.Example{{Spec: `{"ImageId":"ami-0fedcba9876543210"}`, At: "ImageId"}},
	}
}

func imageOwners(policy Policy) *validate.Rule {
	return asking("policy-image-owner-values", "the image must be of an owner that the house allows", "OwnerId", policy.ImageOwners,
		func(i *types.Image) []*string { return []*string{i.OwnerId, i.ImageOwnerAlias} })
}

func imageNames(policy Policy) *validate.Rule {
	return asking("policy-image-name-values", "the image must have a name that the house allows", "Name", policy.ImageNames,
		func(i *types.Image) []*string { return []*string{i.Name} })
}

// asking is a rule on what the account says of the image.
func asking(id, summary, member string, patterns []string, of func(*types.Image) []*string) *validate.Rule {
	patterns = slices.Clone(patterns)
	return &validate.Rule{
		ID:      id,
		Summary: summary,
		Source:  validate.Source{Shape: "Image", Member: member},
		Code:    code,
		Given:   []string{"ImageId"},
		Asks:    []validate.Asked{validate.Image},
		Check: func(p *validate.Pass) {
			found := validate.Image.Named(p, p.Input.ImageId)
			if found == nil {
				return
			}
			allowed := func(name *string) bool { return anyMatches(patterns, aws.ToString(name)) }
			if !slices.ContainsFunc(of(found), allowed) {
				p.Reportf("ImageId", "must be an image whose %s matches %s", member, oneOf(patterns))
			}
		},
		Good: []validate.Example{{Spec: `{}`, Account: `{"Image":{}}`}},
		Bad:  []validate.Example{{Spec: `{}`, Account: `{"Image":{"ami-0abcdef1234567890":{}}}`, At: "ImageId"}},
	}
}
