package rules

import "github.com/ec2launch/ec2launch/validate"

var profileNameMax = &validate.Limit{
	ID:      "profile-name-max",
	Summary: "most characters of the name of an instance profile",
	Source:  validate.Source{Shape: "IamInstanceProfileSpecification", Member: "Name"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 128}},
}
