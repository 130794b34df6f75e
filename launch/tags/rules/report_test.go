package rules

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestAMistakeIsReportedOnceAlsoWithAdvice(t *testing.T) {
	for _, tt := range []struct {
		name, spec string
		want       []string
	}{
		{
			"reserved key",
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"aws:x"}]}]}`,
			[]string{"tag-key-reserved TagSpecifications[0].Tags[0].Key"},
		},
		{
			"secret in name and form",
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"token","Value":"AKIAIOSFODNN7EXAMPLE"}]}]}`,
			[]string{"tag-value-secret-format TagSpecifications[0].Tags[0].Value"},
		},
		{
			"two empty keys",
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Value":"a"},{"Key":""}]}]}`,
			[]string{"tag-key-required TagSpecifications[0].Tags[0].Key", "tag-key-required TagSpecifications[0].Tags[1].Key"},
		},
		{
			"two nameless specifications",
			`{"TagSpecifications":[{"Tags":[{"Key":"a"}]},{"Tags":[{"Key":"a"}]}]}`,
			[]string{
				"tag-resource-type-required TagSpecifications[0].ResourceType",
				"tag-resource-type-required TagSpecifications[1].ResourceType",
			},
		},
		{
			"Spot by its options alone",
			`{"InstanceMarketOptions":{"SpotOptions":{"MaxPrice":"0.5"}},` +
				`"TagSpecifications":[{"ResourceType":"spot-instances-request","Tags":[{"Key":"a"}]}]}`,
			nil,
		},
		{
			"another market",
			`{"InstanceMarketOptions":{"MarketType":"capacity-block"},` +
				`"TagSpecifications":[{"ResourceType":"spot-instances-request","Tags":[{"Key":"a"}]}]}`,
			[]string{"tag-spot-request-unsupported TagSpecifications[0].ResourceType InstanceMarketOptions.MarketType"},
		},
		{"type that EC2 came to tag", `{"TagSpecifications":[{"ResourceType":"elastic-ip","Tags":[{"Key":"a"}]}]}`, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ruletest.Broken(ruletest.Check(t, Rules(), tt.spec, validate.Advise(),
				validate.Allow("tag-resource-type", "elastic-ip")))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("violations (-want +got):\n%s", diff)
			}
		})
	}
}

// A tag without a key is no other's twin, and no rule fails on it.
func TestTagsWithoutKeysBesideADecomposedOne(t *testing.T) {
	report := ruletest.Validator(t, Rules()).Check(&ec2.RunInstancesInput{TagSpecifications: []types.TagSpecification{{
		ResourceType: types.ResourceTypeInstance,
		Tags:         []types.Tag{{Key: new("Cafe\u0301"), Value: new("x")}, {Value: new("x")}, {Value: new("x")}},
	}}})
	for _, v := range report.Violations {
		if strings.Contains(v.Message, "failed") || v.Rule == "tag-key-normal-unique" {
			t.Error(v)
		}
	}
}
