package rules

// requesting begins an example of RequestSpotInstances, up to where more
// members of the launch specification follow.
const requesting = `{"LaunchSpecification":{` + instance + `,`

// Beginnings of examples of RequestSpotFleet: up to where more members of the
// fleet, of its launch specification and of its first override follow.
const (
	fleet      = `{"SpotFleetRequestConfig":{` + role + `,"TargetCapacity":1,`
	specified  = fleet + `"LaunchSpecifications":[{` + instance + `}]`
	templated  = fleet + `"LaunchTemplateConfigs":[{` + template + `}]`
	specifying = fleet + `"LaunchSpecifications":[{` + instance + `,`
	overriding = fleet + `"LaunchTemplateConfigs":[{` + template + `,"Overrides":[`
)

// Parts of examples.
const (
	instance     = `"ImageId":"ami-0123456789abcdef0","InstanceType":"m5.large"`
	role         = `"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging-role"`
	requirements = `"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":4096}}`
	template     = `"LaunchTemplateSpecification":{"LaunchTemplateName":"web","Version":"1"}`
)
