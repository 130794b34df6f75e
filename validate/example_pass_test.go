package validate_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

// A rule may ask what is known of the instance type, and names the facts that
// it asks for. What is not known breaks nothing.
func ExamplePass_InstanceType() {
	show(
		validate.Skip("volume-iops-range"),
		validate.Also(&validate.Rule{
			ID:      "house-vcpu-limit",
			Summary: "a launch must not take more vCPUs than the house has budget for",
			Source:  validate.Source{Page: "https://wiki.example.com/budget"},
			Code:    "UnauthorizedOperation",
			Members: []string{"InstanceType"},
			Reads:   []string{"MaxCount"},
			Facts:   []instancetype.Fact{instancetype.FactVCPUs},
			Check: func(p *validate.Pass) {
				each, known := p.InstanceType().VCPUs()
				if total := int64(each) * int64(aws.ToInt32(p.Input.MaxCount)); known && total > 16 {
					p.Reportf("InstanceType", "must not take more than 16 vCPUs in all, and takes %d", total)
				}
			},
		}),
	)
	// Output:
	// InstanceType = "m5.large": must not take more than 16 vCPUs in all, and takes 20 [house-vcpu-limit; Facts]
}

// A house that wants to know all that it launches refuses types that no
// catalogue lists.
func ExamplePass_LookupInstanceType() {
	v, err := validate.NewValidator(nil, validate.Also(&validate.Rule{
		ID:      "house-instance-type-unknown",
		Summary: "the instance type must be known",
		Source:  validate.Source{Page: "https://wiki.example.com/types"},
		Code:    "UnauthorizedOperation",
		Members: []string{"InstanceType"},
		Check: func(p *validate.Pass) {
			if _, known := p.LookupInstanceType(); !known && !p.Templated() {
				p.Reportf("InstanceType", "must be one that is known")
			}
		},
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{InstanceType: "m99.large"}))
	fromTemplate := &ec2.RunInstancesInput{
		LaunchTemplate: &types.LaunchTemplateSpecification{LaunchTemplateName: aws.String("web"), Version: aws.String("7")},
	}
	fmt.Print(v.Check(fromTemplate))
	// Output:
	// InstanceType = "m99.large": must be one that is known [house-instance-type-unknown]
}

// A figure that depends on the request is looked up by the check, which says
// which figure decided.
func ExamplePass_Limit() {
	page := validate.Source{Page: "https://wiki.example.com/launches#count"}
	figure := func(id string, n int64) *validate.Limit {
		return &validate.Limit{
			ID:      id,
			Summary: "most instances of a launch",
			Source:  page,
			Figures: []validate.Figure{{N: n}},
		}
	}
	onDemand, spot := figure("house-count-max", 5), figure("house-spot-count-max", 8)
	rule := validate.Also(&validate.Rule{
		ID:      "house-count-limit",
		Summary: "a launch must have no more instances than the house allows",
		Source:  page,
		Code:    "UnauthorizedOperation",
		Members: []string{"MaxCount"},
		Reads:   []string{"InstanceMarketOptions.MarketType"},
		Limits:  []*validate.Limit{onDemand, spot},
		Check: func(p *validate.Pass) {
			figure := onDemand
			if m := p.Input.InstanceMarketOptions; m != nil && m.MarketType == types.MarketTypeSpot {
				figure = spot
			}
			if most, ok := p.Limit(figure); ok && int64(aws.ToInt32(p.Input.MaxCount)) > most {
				p.Beyond(figure).Reportf("MaxCount", "must be at most %d", most)
			}
		},
	})
	show(validate.Skip("volume-iops-range"), rule)
	show(validate.Skip("volume-iops-range"), rule, validate.Override("house-count-max", 10))
	// Output:
	// MaxCount = 10: must be at most 5 [house-count-limit; Override house-count-max]
}

// What does not go together is reported at one member, and names the others.
func ExamplePass_Conflictf() {
	v, err := validate.NewValidator(nil, validate.Also(&validate.Rule{
		ID:      "house-spot-protection-conflict",
		Summary: "Spot Instances must not be protected from termination",
		Source:  validate.Source{Page: "https://wiki.example.com/spot"},
		Code:    "UnauthorizedOperation",
		Members: []string{"DisableApiTermination"},
		Reads:   []string{"InstanceMarketOptions.MarketType"},
		Check: func(p *validate.Pass) {
			m := p.Input.InstanceMarketOptions
			if aws.ToBool(p.Input.DisableApiTermination) && m != nil && m.MarketType == types.MarketTypeSpot {
				p.Conflictf("DisableApiTermination", []string{"InstanceMarketOptions.MarketType"}, "must not be true for Spot")
			}
		},
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	report := v.Check(&ec2.RunInstancesInput{
		DisableApiTermination: aws.Bool(true),
		InstanceMarketOptions: &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot},
	})
	for _, found := range report.Violations {
		fmt.Println(found.Path, "and", found.With, found.Message)
	}
	// Output:
	// DisableApiTermination and [InstanceMarketOptions.MarketType] must not be true for Spot
}

// EC2 stores the data of a launch template without looking at all of it, which
// a rule may say.
func ExamplePass_Stored() {
	v, err := validate.NewValidator(nil, validate.Also(&validate.Rule{
		ID:      "house-key-name-required",
		Summary: "a key must be named",
		Source:  validate.Source{Page: "https://wiki.example.com/keys"},
		Code:    "UnauthorizedOperation",
		Members: []string{"KeyName"},
		Check: func(p *validate.Pass) {
			switch {
			case aws.ToString(p.Input.KeyName) != "":
			case p.Stored():
				p.Reportf("KeyName", "must be in the template")
			case !p.Templated():
				p.Reportf("KeyName", "must be given")
			}
		},
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(request()))
	report, _ := v.CheckCall(&ec2.CreateLaunchTemplateInput{LaunchTemplateData: &types.RequestLaunchTemplateData{}})
	fmt.Print(report)
	// Output:
	// KeyName: must be given [house-key-name-required]
	// LaunchTemplateData.KeyName: must be in the template [house-key-name-required]
}
