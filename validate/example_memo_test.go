package validate_test

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

// capacity is how many GiB all volumes of a request have. Rules that ask for it
// have it added up once a request.
var capacity = validate.Memo[int64]{Fill: func(p *validate.Pass, sum *int64) {
	*sum = 0
	for _, m := range p.Input.BlockDeviceMappings {
		if m.Ebs != nil {
			*sum += int64(aws.ToInt32(m.Ebs.VolumeSize))
		}
	}
}}

func ExampleMemo() {
	show(validate.Skip("volume-iops-range"), validate.Also(&validate.Rule{
		ID:      "house-volume-size-limit",
		Summary: "the volumes of an instance must have 500 GiB at most",
		Source:  validate.Source{Page: "https://wiki.example.com/volumes"},
		Code:    "UnauthorizedOperation",
		Members: []string{"BlockDeviceMappings"},
		Check: func(p *validate.Pass) {
			if gib := *capacity.Of(p); gib > 500 {
				p.Reportf("BlockDeviceMappings", "must have 500 GiB at most, and have %d", gib)
			}
		},
	}))
	// Output:
	// BlockDeviceMappings: must have 500 GiB at most, and have 2000 [house-volume-size-limit]
}
