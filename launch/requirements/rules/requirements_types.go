package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// typeLists are the lists of instance types, with wildcards.
var typeLists = []string{"AllowedInstanceTypes", "ExcludedInstanceTypes"}

var requirementsTypesConflict = &validate.Rule{
	ID:      "requirements-types-conflict",
	Summary: "AllowedInstanceTypes must not be given with ExcludedInstanceTypes",
	Source:  validate.Source{Shape: "InstanceRequirementsRequest", Member: "AllowedInstanceTypes"},
	Code:    "InvalidParameterCombination",
	On:      on,
	Given:   []string{"ExcludedInstanceTypes"},
	When:    []string{"AllowedInstanceTypes"},
	Check: func(p *validate.Pass) {
		p.Conflictf("ExcludedInstanceTypes", []string{"AllowedInstanceTypes"},
			"must not be given with AllowedInstanceTypes; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: `{"AllowedInstanceTypes":["m5.*","c5*.*"]}`},
		{Spec: `{"ExcludedInstanceTypes":["t*"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"AllowedInstanceTypes":["m5.*"],"ExcludedInstanceTypes":["m5.large"]}`, At: "ExcludedInstanceTypes"},
	},
}

var requirementsTypesLimit = &validate.Rule{
	ID:      "requirements-types-limit",
	Summary: "a list of instance types must not be longer than EC2 takes",
	Source:  validate.Source{Shape: "InstanceRequirementsRequest", Member: "AllowedInstanceTypes"},
	Code:    "InvalidParameterValue",
	On:      on,
	Given:   typeLists,
	Limits:  []*validate.Limit{typesMax},
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		most, ok := p.Limit(typesMax)
		for i, list := range [...][]string{r.AllowedInstanceTypes, r.ExcludedInstanceTypes} {
			if ok && int64(len(list)) > most {
				p.Beyond(typesMax).Reportf(typeLists[i],
					"must have at most %d elements, and has %d; an asterisk stands for several types", most, len(list))
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"AllowedInstanceTypes":[` + types400 + `]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"AllowedInstanceTypes":[` + types400 + `,"m5.*"]}`, At: "AllowedInstanceTypes"},
		{Spec: `{"ExcludedInstanceTypes":[` + types400 + `,"m5.*"]}`, At: "ExcludedInstanceTypes"},
	},
}

var requirementsTypesLength = &validate.Rule{
	ID:      "requirements-types-length",
	Summary: "an instance type in a list must be as long as EC2 takes",
	Source:  validate.Source{Shape: "InstanceRequirementsRequest", Member: "AllowedInstanceTypes"},
	Code:    "InvalidParameterValue",
	On:      on,
	Members: typeLists,
	Range:   &validate.Range{Min: typeMin, Max: typeMax},
	Good: []validate.Example{
		{Spec: `{"AllowedInstanceTypes":["*"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"AllowedInstanceTypes":["m5.*",""]}`, At: "AllowedInstanceTypes[1]"},
		{Spec: `{"ExcludedInstanceTypes":["` + characters30 + `m"]}`, At: "ExcludedInstanceTypes[0]"},
	},
}

var requirementsTypesFormat = &validate.Rule{
	ID:      "requirements-types-format",
	Summary: "an instance type in a list must be made of letters, digits and . * -",
	Source:  validate.Source{Shape: "InstanceRequirementsRequest", Member: "AllowedInstanceTypes"},
	Code:    "InvalidParameterValue",
	On:      on,
	Given:   typeLists,
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		for i, list := range [...][]string{r.AllowedInstanceTypes, r.ExcludedInstanceTypes} {
			for j, t := range list {
				if !format.MadeOf(t, ".*-") {
					p.Reportf(p.At(typeLists[i]+"[]", j), "must have only letters, digits and . * -, as in m5a.*")
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"AllowedInstanceTypes":["u-6tb1.metal","*3*"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"AllowedInstanceTypes":["m5.large","m5,c5"]}`, At: "AllowedInstanceTypes[1]"},
		{Spec: `{"ExcludedInstanceTypes":["m?.large"]}`, At: "ExcludedInstanceTypes[0]"},
	},
}
