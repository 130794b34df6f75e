package validate_test

import (
	"fmt"
	"slices"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// ruleOf returns a rule of the library.
func ruleOf(id string) *validate.Rule {
	all := launch.Rules()
	return all[slices.IndexFunc(all, func(r *validate.Rule) bool { return r.ID == id })]
}

// What a rule says of itself, for a catalogue.
func ExampleRule_Named() {
	r := ruleOf("volume-iops-range")
	fmt.Println("judges", r.Subjects(), "since", r.Editions()[0])
	fmt.Println("constrains", slices.Collect(r.Constrained()))
	fmt.Println("names", slices.Collect(r.Named()))
	for l := range r.Figures() {
		fmt.Println("rests on", l.ID)
	}
	// Output:
	// judges [RunInstances] since 2023
	// constrains [BlockDeviceMappings[].Ebs.Iops]
	// names [BlockDeviceMappings[].Ebs.Iops BlockDeviceMappings[].Ebs.VolumeType]
	// rests on gp3-iops-min
	// rests on gp3-iops-max
	// rests on io-iops-min
	// rests on io1-iops-max
	// rests on io2-iops-max
}

// An example may hold in some of the editions of its rule only.
func ExampleExample() {
	r := &validate.Rule{
		Since: validate.Spring2023,
		Until: validate.Autumn2026,
		Bad: []validate.Example{
			{Spec: `{"MaxCount":0}`, At: "MaxCount"},
			{Spec: `{"MaxCount":1001}`, At: "MaxCount", Since: validate.Autumn2026},
		},
	}
	for _, x := range r.Bad {
		fmt.Println(x.Spec, x.Editions(r))
	}
	// Output:
	// {"MaxCount":0} [2023 2026]
	// {"MaxCount":1001} [2026]
}

// A source is a structure or member of the API reference, a page of the User
// Guide, or a page of one's own.
func ExampleSource() {
	for _, s := range []validate.Source{
		{Shape: "EbsBlockDevice", Member: "Iops"},
		{Guide: "hibernating-prerequisites"},
		{Page: "https://wiki.example.com/launches#count"},
	} {
		fmt.Println(s)
		fmt.Println(s.URL())
	}
	// Output:
	// EbsBlockDevice.Iops
	// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html
	// User Guide: hibernating-prerequisites
	// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hibernating-prerequisites.html
	// https://wiki.example.com/launches#count
	// https://wiki.example.com/launches#count
}

// A team takes the rules of its house, and is stricter with itself. Clones
// share nothing with what they were made of.
func ExampleClone() {
	house := []*validate.Rule{{ID: "house-snapshot-required", Severity: validate.SeverityWarning}}
	team := validate.Clone(house)
	team[0].Severity = validate.SeverityError
	fmt.Println(house[0].Severity, team[0].Severity)
	// Output:
	// warning error
}
