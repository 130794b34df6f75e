// Package houserule shows the rules of a house beside those of EC2: how to
// write them, test them by their own examples, and use them.
package houserule_test

import (
	"fmt"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// approvedTypes is data alone. A team extends it by
// validate.Allow("house-instance-type", "c6i.large").
var approvedTypes = &validate.Rule{
	ID:      "house-instance-type-values",
	Summary: "an instance must be of an approved type",
	Source:  validate.Source{Shape: "RunInstances", Member: "InstanceType"},
	Code:    "UnauthorizedOperation",
	Members: []string{"InstanceType"},
	Values: &validate.Values{
		ID:      "house-instance-type",
		Summary: "approved instance types",
		Source:  validate.Source{Shape: "RunInstances", Member: "InstanceType"},
		Sets:    []validate.ValueSet{{Values: []string{"m6i.large", "m6i.xlarge"}}},
	},
	Good: []validate.Example{{Spec: `{"InstanceType":"m6i.xlarge",` + owned + `}`}},
	Bad:  []validate.Example{{Spec: `{"InstanceType":"m5.large",` + owned + `}`, At: "InstanceType"}},
}

// ownerTag looks at the request as a whole.
var ownerTag = &validate.Rule{
	ID:      "house-owner-tag-required",
	Summary: "instances must have an owner tag",
	Source:  validate.Source{Guide: "Using_Tags"},
	Code:    "UnauthorizedOperation",
	Members: []string{"TagSpecifications"},
	Check: func(p *validate.Pass) {
		for _, s := range p.Input.TagSpecifications {
			for _, tag := range s.Tags {
				if s.ResourceType == types.ResourceTypeInstance && aws.ToString(tag.Key) == "owner" {
					return
				}
			}
		}
		p.Reportf("TagSpecifications", "must tag the instance with owner, the address of the team")
	},
	Good: []validate.Example{{Spec: `{` + owned + `}`}},
	Bad:  []validate.Example{{Spec: `{}`, At: "TagSpecifications"}},
}

// owned is the part of an example that satisfies ownerTag.
const owned = `"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"shop@example.com"}]}]`

// TestRules runs the examples of the rules, also against EC2's own.
func TestRules(t *testing.T) {
	rules := []*validate.Rule{approvedTypes, ownerTag}
	ruletest.Style(t, rules)
	ruletest.Run(t, rules, validate.Also(launch.Rules()...))
}

func Example() {
	house, err := validate.NewValidator(launch.Rules(), validate.Also(approvedTypes, ownerTag))
	if err != nil {
		fmt.Println(err)
		return
	}
	base := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeC6iLarge)
	_, err = base.BuildWith(house)
	fmt.Println(err)

	_, err = base.InstanceType(types.InstanceTypeM6iLarge).
		Tags(tags.Instance(tags.T{"owner": "shop@example.com"})).
		BuildWith(house)
	fmt.Println(err)
	// Output:
	// invalid launch request: 2 rules broken
	// 	InstanceType = "c6i.large": must be one of m6i.large, m6i.xlarge [house-instance-type-values; Allow house-instance-type]
	// 	TagSpecifications: must tag the instance with owner, the address of the team [house-owner-tag-required]
	// <nil>
}
