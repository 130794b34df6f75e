package account

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/validate"
)

// Preflight does all that can be done before a launch: it fetches what the
// launch names, checks the launch against it by all rules and the options given,
// and, if that finds no error, asks EC2 by a dry run, which launches nothing.
//
// The report is one for all. If EC2 refuses the dry run, it has a violation of
// the rule "dry-run", with EC2's own code and message. If the account did not
// answer all that it was asked, it has one advice of the rule "account-unread",
// whether or not advice is asked for: the message lists the codes and the calls.
// [Fetch] and [Check] by themselves tell more of them, and take options.
//
// The error says that the answer is not known: the context has ended, an option
// is wrong, or EC2 did not answer the dry run.
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
	report.Violations = append(report.Violations, unread(snapshot)...)
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
		Rule: "dry-run", Code: refusal.Answer.Code, Message: refused(refusal), Basis: validate.Observed,
	})
	return report, nil
}

// refused tells of a refusal: the code, EC2's message as far as the launcher
// prints it, and what to do.
func refused(refusal *launcher.Error) string {
	code, action := refusal.Answer.Code, strings.TrimSuffix(refusal.Answer.Action, ".")
	if first, rest, ok := strings.Cut(action, " "); ok {
		action = strings.ToLower(first) + " " + rest
	}
	_, said, _ := strings.Cut(refusal.Error(), "api error "+code+": ")
	return fmt.Sprintf("EC2 answers %s: %q; %s", line(code), line(said), action)
}

// unread tells of the calls that failed, in one violation; nil where none did.
func unread(s *Snapshot) []validate.Violation {
	calls := map[string][]string{}
	for _, u := range s.Unread() {
		code := cmp.Or(u.Code, "no answer")
		calls[code] = append(calls[code], u.Call)
	}
	if len(calls) == 0 {
		return nil
	}
	var parts []string
	for _, code := range slices.Sorted(maps.Keys(calls)) {
		parts = append(parts, code+" for "+strings.Join(distinct(calls[code]), ", "))
	}
	return []validate.Violation{{
		Rule: "account-unread", Severity: validate.SeverityAdvice,
		Message: line("is not checked against all of the account, which did not tell it: " + strings.Join(parts, "; ")),
	}}
}

// maxText bounds what a message repeats of EC2's answers.
const maxText = 1 << 10

// line makes one line of bounded length of a text.
func line(text string) string {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "") + "…"
	}
	return format.Plain(text)
}
