package main

import (
	"context"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/validate"
)

// preflight looks at the account and asks EC2 by a dry run, and prints what both
// find. The error is why the launch would be refused.
func preflight(ctx context.Context, client *ec2.Client, spec launch.Spec, stdout io.Writer) error {
	report, err := account.Preflight(ctx, client, spec)
	if err != nil {
		return err
	}
	for _, v := range report.Violations {
		if v.Severity != validate.SeverityError {
			fmt.Fprintf(stdout, "%s: %s\n", v.Severity, v)
		}
	}
	return report.Err()
}
