package rules

// What the examples of volumes begin and end with.
const (
	sdf       = `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{`
	xvda      = `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{`
	templated = `{"LaunchTemplate":{"LaunchTemplateName":"database"},"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",
		"Ebs":{`
	end = `}}]}`
)
