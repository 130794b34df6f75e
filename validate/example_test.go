package validate_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// request is what the examples check: ten instances with a large volume.
func request() *ec2.RunInstancesInput {
	return &ec2.RunInstancesInput{
		ImageId:      aws.String("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeM5Large,
		MinCount:     aws.Int32(10),
		MaxCount:     aws.Int32(10),
		BlockDeviceMappings: []types.BlockDeviceMapping{{
			DeviceName: aws.String("/dev/sdf"),
			Ebs:        &types.EbsBlockDevice{VolumeType: "gp3", VolumeSize: aws.Int32(2000), Iops: aws.Int32(1_000_000)},
		}},
	}
}

// show prints what a validator of the library's rules and options finds.
func show(opts ...validate.Option) {
	v, err := validate.NewValidator(launch.Rules(), opts...)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(request()))
}

// A validator is made once, of the library's rules and options, and checks any
// number of requests, also at once.
func ExampleNewValidator() {
	v, err := validate.NewValidator(launch.Rules(), validate.In(validate.Spring2023))
	if err != nil {
		fmt.Println(err)
		return
	}
	report := v.Check(request())
	fmt.Print(report)
	fmt.Println(report.Err() != nil)
	// Output:
	// BlockDeviceMappings[0].Ebs.Iops = 1000000: gp3 volumes take 3000 to 16000 IOPS [volume-iops-range; Override gp3-iops-max]
	// true
}

// Every fault of a rule or an option is named, and where it is a slip, what was
// probably meant.
func ExampleNewValidator_faults() {
	_, err := validate.NewValidator(launch.Rules(),
		validate.Skip("volume-iops-rnge"),
		validate.Override("gp3-iops", 1_000_000),
		validate.Also(&validate.Rule{ID: "house-count-limit", Members: []string{"MaxCount"}, Tag: "max=5"}),
	)
	fmt.Println(err)
	// Output:
	// validate: rule "house-count-limit": a Summary must say what must hold
	// validate: rule "house-count-limit": a Source must be named
	// validate: rule "house-count-limit": a Code must say what EC2 would answer
	// validate: Skip: no rule has the ID "volume-iops-rnge"; did you mean "volume-iops-range"?
	// validate: Override: no rule has the limit "gp3-iops"; did you mean "gp3-iops-max"?
}

// A rule with all that is mandatory, and no more.
func ExampleRule() {
	show(
		validate.Skip("volume-iops-range"),
		validate.Also(&validate.Rule{
			ID:      "house-count-limit",
			Summary: "a launch must have at most 5 instances",
			Source:  validate.Source{Page: "https://wiki.example.com/launches#count"},
			Code:    "UnauthorizedOperation",
			Members: []string{"MaxCount"},
			Tag:     "max=5",
		}),
	)
	// Output:
	// MaxCount = 10: a launch must have at most 5 instances [house-count-limit]
}

// A Check looks at the request as a whole, and reports at members that the rule
// names. Below severity error, it needs no code.
func ExampleRule_check() {
	show(
		validate.Skip("volume-iops-range"),
		validate.Also(&validate.Rule{
			ID:       "house-snapshot-required",
			Summary:  "a data volume should be made of a snapshot",
			Source:   validate.Source{Page: "https://wiki.example.com/volumes"},
			Severity: validate.SeverityWarning,
			Members:  []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
			When:     []string{"BlockDeviceMappings[].Ebs"},
			Check: func(p *validate.Pass) {
				for i, m := range p.Input.BlockDeviceMappings {
					if m.Ebs != nil && m.Ebs.SnapshotId == nil {
						p.Reportf(p.At("BlockDeviceMappings[].Ebs.SnapshotId", i), "should name one of this week's snapshots")
					}
				}
			},
		}),
	)
	// Output:
	// warning: BlockDeviceMappings[0].Ebs.SnapshotId: should name one of this week's snapshots [house-snapshot-required]
}

// A figure of the house's own is a Limit, so that whoever makes a validator can
// override it by its ID.
func ExampleLimit() {
	page := validate.Source{Page: "https://wiki.example.com/launches#count"}
	most := &validate.Limit{
		ID:      "house-count-max",
		Summary: "most instances of a launch",
		Source:  page,
		Figures: []validate.Figure{{N: 5}}, // in every edition
	}
	count := validate.Also(&validate.Rule{
		ID:      "house-count-limit",
		Summary: "a launch must have no more instances than the house allows",
		Source:  page,
		Code:    "UnauthorizedOperation",
		Members: []string{"MaxCount"},
		Range:   &validate.Range{Max: most},
	})
	show(validate.Skip("volume-iops-range"), count)
	show(validate.Skip("volume-iops-range"), count, validate.Override("house-count-max", 20))
	// Output:
	// MaxCount = 10: must be at most 5 [house-count-limit; Override house-count-max]
}

// A figure that AWS has changed has a Figure for each edition that changes it. In a
// house, only one that follows AWS's is dated.
func ExampleFigure() {
	most := &validate.Limit{
		ID:      "house-gp3-iops-max",
		Summary: "most IOPS of a gp3 volume, half of what AWS allows",
		Figures: []validate.Figure{
			{N: 8000},
			{Since: validate.Autumn2026, N: 40_000},
		},
	}
	rule := validate.Also(&validate.Rule{
		ID:      "house-iops-limit",
		Summary: "a volume must have no more IOPS than the house allows",
		Source:  validate.Source{Page: "https://wiki.example.com/volumes"},
		Code:    "UnauthorizedOperation",
		Members: []string{"BlockDeviceMappings[].Ebs.Iops"},
		Range:   &validate.Range{Max: most},
	})
	for _, edition := range []validate.Edition{validate.Spring2023, validate.Autumn2026} {
		show(validate.In(edition), validate.Skip("volume-iops-range"), rule)
	}
	// Output:
	// BlockDeviceMappings[0].Ebs.Iops = 1000000: must be at most 8000 [house-iops-limit; Override house-gp3-iops-max]
	// BlockDeviceMappings[0].Ebs.Iops = 1000000: must be at most 40000 [house-iops-limit; Override house-gp3-iops-max]
}

// AWS has raised a figure since, or the house sets a lower one.
func ExampleOverride() {
	show(validate.Override("gp3-iops-max", 1_000_000))
	show(validate.Override("gp3-iops-max", 10_000))
	// Output:
	// BlockDeviceMappings[0].Ebs.Iops = 1000000: gp3 volumes take 3000 to 10000 IOPS [volume-iops-range; Override gp3-iops-max]
}

// AWS has added a value since.
func ExampleAllow() {
	in := request()
	in.BlockDeviceMappings[0].Ebs = &types.EbsBlockDevice{VolumeType: "gp4", VolumeSize: aws.Int32(1000)}
	for _, opts := range [][]validate.Option{nil, {validate.Allow("volume-type", "gp4")}} {
		v, err := validate.NewValidator(launch.Rules(), opts...)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(v.Check(in).Violations))
	}
	// Output:
	// 1
	// 0
}

// A rule that does not fit a house is switched off.
func ExampleSkip() {
	show(validate.Skip("volume-iops-range"))
	// Output:
}

// Facts are live answers of DescribeInstanceTypes, which instancetype.Fetch
// asks for. A type that is newer than the library is known then.
func ExampleFacts() {
	live := instancetype.FromDescribe([]types.InstanceTypeInfo{{InstanceType: "m99.large", HibernationSupported: aws.Bool(false)}})
	v, err := validate.NewValidator(launch.Rules(), validate.Facts(live))
	if err != nil {
		fmt.Println(err)
		return
	}
	in := request()
	in.InstanceType, in.BlockDeviceMappings = "m99.large", nil
	fmt.Println(len(v.Check(in).Violations), "warnings, without them", len(launch.Check(in).Violations))
	// Output: 0 warnings, without them 1
}

// The rules of a house stand beside the library's, and fail closed.
func ExampleAlso() {
	show(validate.Skip("volume-iops-range"), validate.Also(&validate.Rule{
		ID:      "house-network-required",
		Summary: "the network must be named",
		Source:  validate.Source{Page: "https://wiki.example.com/networks"},
		Code:    "UnauthorizedOperation",
		Members: []string{"SubnetId"},
		Check: func(p *validate.Pass) {
			if *p.Input.SubnetId == "" { // panics where none is given
				p.Reportf("SubnetId", "must be given")
			}
		},
	}))
	// Output:
	// request: the rule itself failed: it panicked [house-network-required]
}
