package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// on is what all rules of the room judge.
var on = []validate.Subject{validate.CreateFleet}

func fleet(p *validate.Pass) *ec2.CreateFleetInput { return validate.CallOf[ec2.CreateFleetInput](p) }

// kind is the type of the fleet: maintain, unless the request says otherwise.
func kind(in *ec2.CreateFleetInput) types.FleetType {
	if in.Type == "" {
		return types.FleetTypeMaintain
	}
	return in.Type
}

// overrides calls f with each override and its positions.
func overrides(p *validate.Pass, f func(i, j int, o *types.FleetLaunchTemplateOverridesRequest)) {
	configs := fleet(p).LaunchTemplateConfigs
	for i := range configs {
		for j := range configs[i].Overrides {
			f(i, j, &configs[i].Overrides[j])
		}
	}
}

var fleetContextReserved = &validate.Rule{
	ID:       "fleet-context-reserved",
	Summary:  "Context should not be given: it is reserved",
	Source:   validate.Source{Shape: "CreateFleet", Member: "Context"},
	Severity: validate.SeverityWarning,
	On:       on,
	Given:    []string{"Context"},
	Check: func(p *validate.Pass) {
		p.Reportf("Context", "should not be given: it is reserved")
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Context":"x"}`, At: "Context"},
	},
}

var fleetTokenLength = &validate.Rule{
	ID:       "fleet-token-length",
	Summary:  "ClientToken should be as long as EC2 takes",
	Reading:  "The length is that of other calls that create fleets and templates.",
	Source:   validate.Source{Shape: "CreateFleet", Member: "ClientToken"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Members:  []string{"ClientToken"},
	Range:    &validate.Range{Max: tokenMax},
	Good: []validate.Example{
		{Spec: `{"ClientToken":"web-2026-11-27"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ClientToken":"` + characters64 + characters64 + `x"}`, At: "ClientToken"},
	},
}

var fleetTypeValues = &validate.Rule{
	ID:      "fleet-type-values",
	Summary: "Type must be instant, maintain or request",
	Source:  validate.Source{Shape: "CreateFleet", Member: "Type"},
	Code:    "InvalidParameter",
	On:      on,
	Members: []string{"Type"},
	Values:  fleetTypes,
	Good: []validate.Example{
		{Spec: `{"Type":"request"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Type":"daemon"}`, At: "Type"},
	},
}
