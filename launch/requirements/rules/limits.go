package rules

import "github.com/ec2launch/ec2launch/validate"

var typesMax = &validate.Limit{
	ID:      "requirements-types-max",
	Summary: "most elements of a list of allowed or excluded instance types",
	Source:  validate.Source{Shape: "InstanceRequirementsRequest", Member: "AllowedInstanceTypes"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 400}},
}

var typeMin = &validate.Limit{
	ID:      "requirements-type-min",
	Summary: "fewest characters of an allowed or excluded instance type",
	Source:  validate.Source{Shape: "InstanceRequirementsRequest", Member: "AllowedInstanceTypes"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1}},
}

var typeMax = &validate.Limit{
	ID:      "requirements-type-max",
	Summary: "most characters of an allowed or excluded instance type",
	Source:  validate.Source{Shape: "InstanceRequirementsRequest", Member: "AllowedInstanceTypes"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 30}},
}

var referencesMax = &validate.Limit{
	ID:      "requirements-references-max",
	Summary: "most instance families of a performance baseline",
	Source:  validate.Source{Shape: "CpuPerformanceFactorRequest", Member: "References"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1}},
}

// Texts at the limits.
const (
	types10      = `"m5.*","m5.*","m5.*","m5.*","m5.*","m5.*","m5.*","m5.*","m5.*","m5.*"`
	types50      = types10 + "," + types10 + "," + types10 + "," + types10 + "," + types10
	types200     = types50 + "," + types50 + "," + types50 + "," + types50
	types400     = types200 + "," + types200
	characters30 = "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"
)
