package account

import (
	"context"
	"errors"
	"fmt"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/validate"
)

// Preflight does all that can be done before a launch: it fetches what the
// launch names, checks the launch against it by all rules and the options given,
// and, if that finds no error, asks EC2 by a dry run, which launches nothing.
//
// What the account did not say is not in the report: [Fetch] and [Check] by
// themselves tell it, and take options.
//
// The report is one for all. What EC2 answers to the dry run, if it refuses, is
// in it as a violation of the rule "dry-run", with EC2's own code. The error
// says that the answer is not known: the context has ended, an option is wrong,
// or EC2 did not answer the dry run.
func Preflight(ctx context.Context, client interface {
	API
	launcher.API
}, spec launch.Spec, opts ...validate.Option) (validate.Report, error) {
	v, err := validate.NewValidator(launch.Rules(), opts...)
	if err != nil {
		return validate.Report{}, err
	}
	snapshot, err := Fetch(ctx, client, spec)
	if err != nil {
		return validate.Report{}, err
	}
	report := Check(v, snapshot, spec)
	if report.Err() != nil {
		return report, nil
	}
	_, err = launcher.New(client).DryRun(ctx, spec)
	if err == nil {
		return report, nil
	}
	refusal, ok := errors.AsType[*launcher.Error](err)
	if !ok || refusal.Outcome != launcher.Refused || !refusal.Answer.Answered {
		return report, fmt.Errorf("account: the dry run was not answered: %w", err)
	}
	report.Violations = append(report.Violations, validate.Violation{
		Rule: "dry-run", Code: refusal.Answer.Code, Message: "EC2 refuses the launch: " + refusal.Answer.Action, Basis: validate.Observed,
	})
	return report, nil
}
