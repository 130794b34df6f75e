package launch_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// base is a minimal valid request.
func base() launch.Builder {
	return launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
}

func build(t testing.TB, b launch.Builder) launch.Spec {
	t.Helper()
	spec, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

// containsPath reports whether a violation at path is among the causes of err.
func containsPath(err error, path string) bool {
	report, ok := errors.AsType[*validate.Error](err)
	return ok && slices.ContainsFunc(report.Violations, func(v validate.Violation) bool { return v.Path == path })
}
