package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var placementAffinityValues = &validate.Rule{
	ID:      "placement-affinity-values",
	Summary: "Affinity must be default or host",
	Reading: "The values are those of ModifyInstancePlacement; one page capitalises them, so their case is no " +
		"error.",
	Source:    validate.Source{Shape: "Placement", Member: "Affinity"},
	Code:      "InvalidAffinity",
	CodeBasis: validate.Documented,
	Members:   []string{"Placement.Affinity"},
	Values:    affinities,
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","Affinity":"default"}}`},
		{Spec: `{"Placement":{"Tenancy":"host","Affinity":"host","HostId":"h-0123456789abcdef0"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","Affinity":"off"}}`, At: "Placement.Affinity"},
		{Spec: `{"Placement":{"Tenancy":"host","Affinity":""}}`, At: "Placement.Affinity"},
		{Spec: `{"Placement":{"Tenancy":"host","Affinity":"hoſt"}}`, At: "Placement.Affinity"},
	},
}

var placementAffinityFormat = &validate.Rule{
	ID:       "placement-affinity-format",
	Summary:  "Affinity should be in lower case",
	Source:   validate.Source{Shape: "ModifyInstancePlacement", Member: "Affinity"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidAffinity",
	Given:    []string{"Placement.Affinity"},
	Check: func(p *validate.Pass) {
		for _, a := range []types.Affinity{types.AffinityDefault, types.AffinityHost} {
			if given := *p.Input.Placement.Affinity; given != string(a) && format.EqualFold(given, string(a)) {
				p.Reportf("Placement.Affinity", "should be written in lower case: %s", a)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","Affinity":"host"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","Affinity":"Host"}}`, At: "Placement.Affinity"},
	},
}

var placementAffinityTenancyRequired = &validate.Rule{
	ID:      "placement-affinity-tenancy-required",
	Summary: "Affinity must come with tenancy host, or with a host or a group of hosts",
	Reading: "EC2 refuses Affinity alone. Launches with a HostId and no tenancy are in use, and what it makes of " +
		"Affinity beside a host resource group is neither documented nor reported.",
	Source:    validate.Source{Shape: "Placement", Member: "Affinity"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"Placement.Affinity"},
	Reads:     []string{"Placement.Tenancy", "Placement.HostId", "Placement.HostResourceGroupArn"},
	Check: func(p *validate.Pass) {
		place := p.Input.Placement
		switch {
		case place.HostResourceGroupArn != nil || place.HostId != nil:
		case place.Tenancy == "" && !p.Templated():
			p.Reportf("Placement.Affinity", "must come with Tenancy host")
		case offHost(place.Tenancy):
			p.Conflictf("Placement.Affinity", []string{"Placement.Tenancy"},
				"must not be given with Tenancy %s; set Tenancy to host or drop Affinity", place.Tenancy)
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","Affinity":"host"}}`},
		{Spec: `{"Placement":{"Affinity":"host",` + hosts + `}}`},
		{Spec: `{"Placement":{"Affinity":"host","HostId":"h-0123456789abcdef0"}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"Placement":{"Affinity":"host"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"Affinity":"default"}}`, At: "Placement.Affinity"},
		{Spec: `{"Placement":{"Affinity":"host","Tenancy":"default"}}`, At: "Placement.Affinity"},
		{Spec: `{"Placement":{"Affinity":"host","Tenancy":"dedicated"}}`, At: "Placement.Affinity"},
	},
}
