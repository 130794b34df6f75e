package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var templateTextIgnored = &validate.Rule{
	ID: "template-text-ignored",
	Summary: "an empty text should not stand in a request for what its launch template gives: a launch can take " +
		"nothing away from a template",
	Reading:  "What an empty text does is stated nowhere; the page excludes null.",
	Source:   validate.Source{Guide: "use-launch-templates-to-control-launching-instances"},
	Severity: validate.SeverityWarning,
	On:       []validate.Subject{validate.FromTemplate},
	Given: []string{
		"Request.ImageId", "Request.KernelId", "Request.KeyName", "Request.RamdiskId", "Request.UserData",
	},
	Reads: []string{
		"LaunchTemplateData.ImageId", "LaunchTemplateData.KernelId", "LaunchTemplateData.KeyName",
		"LaunchTemplateData.RamDiskId", "LaunchTemplateData.UserData",
	},
	Check: func(p *validate.Pass) {
		in := validate.CallOf[validate.TemplatedLaunch](p)
		if in.LaunchTemplateData == nil {
			return
		}
		data, request := in.LaunchTemplateData, in.Request
		for _, text := range [...]struct {
			member, of     string
			request, given *string
		}{
			{"Request.ImageId", "LaunchTemplateData.ImageId", request.ImageId, data.ImageId},
			{"Request.KernelId", "LaunchTemplateData.KernelId", request.KernelId, data.KernelId},
			{"Request.KeyName", "LaunchTemplateData.KeyName", request.KeyName, data.KeyName},
			{"Request.RamdiskId", "LaunchTemplateData.RamDiskId", request.RamdiskId, data.RamDiskId},
			{"Request.UserData", "LaunchTemplateData.UserData", request.UserData, data.UserData},
		} {
			if text.request != nil && *text.request == "" && aws.ToString(text.given) != "" {
				p.Conflictf(text.member, []string{text.of},
					"should not be empty: a launch can take nothing away; use a version of the template without it, "+
						"or leave it out to take the template's")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"Request":{"KeyName":"me"},"LaunchTemplateData":{"KeyName":"team"}}`},
		{Spec: `{"Request":{"UserData":""}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Request":{"ImageId":""},"LaunchTemplateData":{"ImageId":"ami-0abcdef1234567890"}}`,
			At:   "Request.ImageId",
		},
		{
			Spec: `{"Request":{"KernelId":""},"LaunchTemplateData":{"KernelId":"aki-12345678"}}`,
			At:   "Request.KernelId",
		},
		{Spec: `{"Request":{"KeyName":""},"LaunchTemplateData":{"KeyName":"team"}}`, At: "Request.KeyName"},
		{
			Spec: `{"Request":{"RamdiskId":""},"LaunchTemplateData":{"RamDiskId":"ari-12345678"}}`,
			At:   "Request.RamdiskId",
		},
		{
			Spec: `{"Request":{"UserData":""},"LaunchTemplateData":{"UserData":"IyEvYmluL3NoCg=="}}`,
			At:   "Request.UserData",
		},
	},
}
