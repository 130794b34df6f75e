// Package autoscaling checks what an Auto Scaling group launches before the
// group tries to: its launch template, and what each override of a mixed
// instances policy makes of it. EC2 looks at neither when they are created.
package autoscaling

import (
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/autoscaling/types"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// A Finding is what an override makes of the template: Override is its number,
// -1 for the template by itself.
type Finding struct {
	Override int
	Report   validate.Report
}

// Check judges the data of a group's launch template with every override of its
// mixed instances policy, which may be nil, and returns the reports that found
// something. An override that names a template of its own is not judged: fetch
// that template and check it likewise.
func Check(v *validate.Validator, data *ec2types.RequestLaunchTemplateData, policy *types.MixedInstancesPolicy) ([]Finding, error) {
	var found []Finding
	judge := func(override int, data *ec2types.RequestLaunchTemplateData) {
		if report, _ := v.CheckCall(data); len(report.Violations) > 0 {
			found = append(found, Finding{override, report})
		}
	}
	if policy == nil || policy.LaunchTemplate == nil || len(policy.LaunchTemplate.Overrides) == 0 {
		judge(-1, data)
		return found, nil
	}
	for i, o := range policy.LaunchTemplate.Overrides {
		if o.LaunchTemplateSpecification != nil {
			continue
		}
		launched, err := overridden(data, o)
		if err != nil {
			return nil, fmt.Errorf("override %d: %w", i, err)
		}
		judge(i, launched)
	}
	return found, nil
}

// overridden returns what the group launches by an override: its instance type
// or requirements take the place of what the template says of either.
func overridden(data *ec2types.RequestLaunchTemplateData, o types.LaunchTemplateOverrides) (*ec2types.RequestLaunchTemplateData, error) {
	launched := *data
	if o.InstanceType != nil {
		launched.InstanceType, launched.InstanceRequirements = ec2types.InstanceType(*o.InstanceType), nil
	}
	if o.InstanceRequirements != nil {
		requirements, err := requirements(o.InstanceRequirements)
		if err != nil {
			return nil, err
		}
		launched.InstanceRequirements = requirements
		if o.InstanceType == nil {
			launched.InstanceType = ""
		}
	}
	return &launched, nil
}

// requirements returns Auto Scaling's type of the requirements as EC2's, which
// has the same members.
func requirements(of *types.InstanceRequirements) (*ec2types.InstanceRequirementsRequest, error) {
	text, err := json.Marshal(of)
	if err != nil {
		return nil, err
	}
	same := new(ec2types.InstanceRequirementsRequest)
	return same, json.Unmarshal(text, same)
}
