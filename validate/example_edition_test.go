package validate_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// An edition is a state of AWS's documentation, by the name that flags and
// files use.
func ExampleParseEdition() {
	for _, name := range []string{"2023", "2026", "2019"} {
		edition, err := validate.ParseEdition(name)
		if err != nil {
			fmt.Println("there is no edition", name)
			continue
		}
		v, err := validate.NewValidator(launch.Rules(), validate.In(edition))
		fmt.Println(v.Edition(), err)
	}
	newest, err := validate.ParseEdition("latest")
	fmt.Println(newest == validate.Latest, err)
	// Output:
	// 2023 <nil>
	// 2026 <nil>
	// there is no edition 2019
	// true <nil>
}

// What the first two editions say of a figure.
func ExampleEditions() {
	for _, r := range launch.Rules() {
		for l := range r.Figures() {
			if l.ID != "gp3-iops-max" || r.ID != "volume-iops-range" {
				continue
			}
			for _, edition := range validate.Editions()[:2] {
				n, ok := l.In(edition)
				fmt.Println(edition, l.Summary, n, ok)
			}
		}
	}
	// Output:
	// 2023 most IOPS of a gp3 volume 16000 true
	// 2026 most IOPS of a gp3 volume 80000 true
}

// A house's own values, which each edition of its rule may state anew.
func ExampleValues() {
	page := validate.Source{Page: "https://wiki.example.com/types"}
	approved := &validate.Values{
		ID:      "house-instance-type",
		Summary: "approved instance types",
		Source:  page,
		Sets: []validate.ValueSet{
			{Since: validate.Spring2023, Values: []string{"m6i.large"}},
			{Since: validate.Autumn2026, Values: []string{"m7i.large", "m8i.large"}},
		},
	}
	fmt.Println(approved.In(validate.Spring2023), approved.In(validate.Latest))

	show(validate.Skip("volume-iops-range"), validate.Also(&validate.Rule{
		ID:      "house-instance-type-values",
		Summary: "an instance must be of an approved type",
		Source:  page,
		Code:    "UnauthorizedOperation",
		Members: []string{"InstanceType"},
		Values:  approved,
	}))
	// Output:
	// [m6i.large] [m7i.large m8i.large]
	// InstanceType = "m5.large": must be one of m7i.large, m8i.large [house-instance-type-values; Allow house-instance-type]
}

// What the validator checks beside launches.
func ExampleSubjects() {
	for _, s := range validate.Subjects() {
		fmt.Println(s, s.Type())
	}
	fmt.Println(validate.Covers(&ec2.CreateFleetInput{}), validate.Covers(&ec2.StopInstancesInput{}))
	// Output:
	// RunInstances ec2.RunInstancesInput
	// InstanceRequirements types.InstanceRequirementsRequest
	// CreateLaunchTemplate ec2.CreateLaunchTemplateInput
	// CreateLaunchTemplateVersion ec2.CreateLaunchTemplateVersionInput
	// CreateFleet ec2.CreateFleetInput
	// RequestSpotInstances ec2.RequestSpotInstancesInput
	// RequestSpotFleet ec2.RequestSpotFleetInput
	// TemplatedLaunch validate.TemplatedLaunch
	// true false
}
