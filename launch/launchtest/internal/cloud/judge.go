package cloud

import (
	"errors"
	"strings"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
	"github.com/ec2launch/ec2launch/validate"
)

// judge refuses what the rules refuse of a request that launches instances or
// describes how to: with the error code of the first violation, and the messages
// of all.
func (g *Region) judge(in any) error {
	if g.Judge == nil {
		return nil
	}
	report, _ := g.Judge.CheckCall(in) // It has nothing to say of other requests.
	err := report.Err()
	if err == nil {
		return nil
	}
	refused, ok := errors.AsType[*validate.Error](err)
	if !ok || len(refused.Violations) == 0 {
		return wire.Refuse("InvalidParameterValue", "%v", err)
	}
	code := "InvalidParameterValue"
	var messages []string
	for _, v := range refused.Violations {
		if len(messages) == 0 && v.Code != "" {
			code = v.Code
		}
		messages = append(messages, v.String())
	}
	return wire.Refuse(code, "%s", strings.Join(messages, "\n"))
}
