package main

import (
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/template"
)

// A template is referred to by its ID or by its name, a profile by its name or
// by its ARN.
func main() {
	template.ID("lt-0123456789abcdef0").Name("web") // want "has no field or method Name"
	template.Name("web").ID("lt-0123456789abcdef0") // want "has no field or method ID"
	template.ID("lt-0123456789abcdef0", "web")      // want "too many arguments"
	profile.Name("web").ARN("arn")                  // want "has no field or method ARN"
}
