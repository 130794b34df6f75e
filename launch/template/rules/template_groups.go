package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var templateGroupsAdvice = &validate.Rule{
	ID: "template-groups-advice",
	Summary: "a request that describes an interface of its launch template should repeat the security groups: whether " +
		"EC2 keeps the template's is not stated",
	Reading: "The sentence on nested parameters keeps them, and a report suggests it. Otherwise the interface has the " +
		"default group of its VPC.",
	Source:   validate.Source{Guide: "launch-instances-from-launch-template"},
	Severity: validate.SeverityAdvice,
	On:       []validate.Subject{validate.FromTemplate},
	Given:    []string{"Request.NetworkInterfaces"},
	Members:  []string{"Request.NetworkInterfaces[].Groups"},
	When:     []string{"LaunchTemplateData.NetworkInterfaces[].Groups"},
	Reads: []string{
		"Request.NetworkInterfaces[].DeviceIndex", "Request.NetworkInterfaces[].NetworkCardIndex",
		"LaunchTemplateData.NetworkInterfaces[].DeviceIndex", "LaunchTemplateData.NetworkInterfaces[].NetworkCardIndex",
	},
	Check: func(p *validate.Pass) {
		in := validate.CallOf[validate.TemplatedLaunch](p)
		for i, ours := range in.Request.NetworkInterfaces {
			for j, theirs := range in.LaunchTemplateData.NetworkInterfaces {
				same := ours.DeviceIndex != nil && theirs.DeviceIndex != nil && *ours.DeviceIndex == *theirs.DeviceIndex &&
					aws.ToInt32(ours.NetworkCardIndex) == aws.ToInt32(theirs.NetworkCardIndex)
				if same && len(theirs.Groups) > 0 && len(ours.Groups) == 0 {
					p.Conflictf(p.At("Request.NetworkInterfaces[].Groups", i),
						[]string{p.At("LaunchTemplateData.NetworkInterfaces[].Groups", j)},
						"should repeat the security groups: whether EC2 keeps what only the launch template says of the "+
							"interface is not stated")
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"Request":{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]},` +
				`"LaunchTemplateData":{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"Groups":["sg-0123456789abcdef0"]}]}}`,
		},
		{
			Spec: `{"Request":{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"Groups":["sg-0123456789abcdef0"]}]},` +
				`"LaunchTemplateData":{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["sg-0123456789abcdef0"]}]}}`,
		},
		{
			Spec: `{"Request":{"NetworkInterfaces":[{"DeviceIndex":1,"NetworkCardIndex":1}]},` +
				`"LaunchTemplateData":{"NetworkInterfaces":[{"DeviceIndex":1,"NetworkCardIndex":2,` +
				`"Groups":["sg-0123456789abcdef0"]}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Request":{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]},` +
				`"LaunchTemplateData":{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["sg-0123456789abcdef0"]}]}}`,
			At: "Request.NetworkInterfaces[0].Groups",
		},
	},
}
