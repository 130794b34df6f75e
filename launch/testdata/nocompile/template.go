package main

import "github.com/ec2launch/ec2launch/launch"

// A template is referred to by its ID or by its name, a profile by its name or
// by its ARN.
func main() {
	launch.TemplateID("lt-0123456789abcdef0").Name("web") // want "has no field or method Name"
	launch.TemplateName("web").ID("lt-0123456789abcdef0") // want "has no field or method ID"
	launch.TemplateID("lt-0123456789abcdef0", "web")      // want "too many arguments"
	launch.ProfileName("web").ARN("arn")                  // want "has no field or method ARN"
}
