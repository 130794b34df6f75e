package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var requirementsStorageAdvice = &validate.Rule{
	ID:       "requirements-storage-advice",
	Summary:  "beside LocalStorage excluded, nothing should be asked of local storage: no instance type has both",
	Source:   validate.Source{Shape: "InstanceRequirementsRequest", Member: "LocalStorage"},
	Severity: validate.SeverityAdvice,
	On:       on,
	Given:    []string{"LocalStorageTypes", "TotalLocalStorageGB.Min"},
	When:     []string{"LocalStorage"},
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		if r.LocalStorage != types.LocalStorageExcluded {
			return
		}
		if len(r.LocalStorageTypes) > 0 {
			p.Conflictf("LocalStorageTypes", []string{"LocalStorage"},
				"should not be given where local storage is excluded")
		}
		if s := r.TotalLocalStorageGB; s != nil && s.Min != nil && *s.Min > 0 {
			p.Conflictf("TotalLocalStorageGB.Min", []string{"LocalStorage"},
				"should not be given where local storage is excluded")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LocalStorage":"required","LocalStorageTypes":["ssd"],"TotalLocalStorageGB":{"Min":100}}`},
		{Spec: `{"LocalStorage":"excluded","TotalLocalStorageGB":{"Min":0}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LocalStorage":"excluded","LocalStorageTypes":["ssd"]}`, At: "LocalStorageTypes"},
		{Spec: `{"LocalStorage":"excluded","TotalLocalStorageGB":{"Min":1}}`, At: "TotalLocalStorageGB.Min"},
	},
}
