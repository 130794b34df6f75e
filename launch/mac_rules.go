package launch

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// mac reports whether t is an EC2 Mac type. All its names begin so.
func mac(t types.InstanceType) bool { return strings.HasPrefix(string(t), "mac") }

var instanceTypeHostRequired = &validate.Rule{
	ID:      "instance-type-host-required",
	Summary: "Mac instances run on Dedicated Hosts only: Tenancy must be host, or HostResourceGroupArn given",
	Source:  validate.Source{Guide: "ec2-mac-instances"},
	Code:    "InvalidParameterCombination",
	Members: []string{"Placement.Tenancy", "InstanceType", "Placement.HostId", "Placement.HostResourceGroupArn"},
	When:    []string{"InstanceType"},
	Check: func(p *validate.Pass) {
		if !mac(p.Input.InstanceType) {
			return
		}
		var tenancy types.Tenancy
		if place := p.Input.Placement; place != nil {
			if place.HostId != nil || place.HostResourceGroupArn != nil {
				return // rules on these members demand the right tenancy
			}
			tenancy = place.Tenancy
		}
		if tenancy == types.TenancyDefault || tenancy == types.TenancyDedicated || tenancy == "" && !p.Templated() {
			p.Conflictf("Placement.Tenancy", []string{"InstanceType"}, "must be host: %s runs on Dedicated Hosts only", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"mac2.metal","Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`},
		{Spec: `{"InstanceType":"mac2.metal","Placement":{"HostResourceGroupArn":"arn:aws:resource-groups:us-west-2:111122223333:group/hosts"}}`},
		{Spec: `{"InstanceType":"mac2.metal","LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"mac2.metal"}`, At: "Placement.Tenancy"},
		{Spec: `{"InstanceType":"mac-m4.metal","Placement":{"AvailabilityZone":"us-east-1a"}}`, At: "Placement.Tenancy"},
		{Spec: `{"InstanceType":"mac1.metal","Placement":{"Tenancy":"dedicated"},"LaunchTemplate":{"LaunchTemplateName":"web"}}`, At: "Placement.Tenancy"},
	},
}

var instanceTypeHostLimit = &validate.Rule{
	ID:       "instance-type-host-limit",
	Summary:  "a request for Mac instances with a HostId should be for one, since a Dedicated Host holds one",
	Reading:  "EC2 may launch one of them and no more, so the rule only warns.",
	Source:   validate.Source{Guide: "ec2-mac-instances"},
	Severity: validate.SeverityWarning,
	Code:     "InsufficientCapacityOnHost",
	Members:  []string{"MaxCount", "InstanceType", "Placement.HostId"},
	When:     []string{"MaxCount", "InstanceType", "Placement.HostId"},
	Check: func(p *validate.Pass) {
		if mac(p.Input.InstanceType) && *p.Input.MaxCount > 1 {
			p.Conflictf("MaxCount", []string{"InstanceType", "Placement.HostId"},
				"should be 1 with HostId, since a host holds one %s; leave HostId out to use several hosts", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"mac2.metal","Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`},
		{Spec: `{"InstanceType":"mac2.metal","MaxCount":2,"Placement":{"Tenancy":"host"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"mac2.metal","MinCount":2,"MaxCount":2,"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`, At: "MaxCount"},
	},
}
