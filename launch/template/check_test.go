package template_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/validate"
)

// stored completes a fragment to the data of a template.
func stored(t *testing.T, fragment string) *types.RequestLaunchTemplateData {
	t.Helper()
	data := decode[types.RequestLaunchTemplateData](t, fragment)
	if data.ImageId == nil {
		data.ImageId = new("ami-0abcdef1234567890")
	}
	if data.InstanceType == "" && data.InstanceRequirements == nil {
		data.InstanceType = types.InstanceTypeM6iLarge
	}
	return data
}

// launched completes a fragment to the request of an instance from a template.
func launched(t *testing.T, fragment string) *ec2.RunInstancesInput {
	t.Helper()
	in := decode[ec2.RunInstancesInput](t, fragment)
	if in.LaunchTemplate == nil {
		in.LaunchTemplate = &types.LaunchTemplateSpecification{LaunchTemplateName: new("web"), Version: new("3")}
	}
	in.MinCount = new(int32(1))
	if in.MaxCount == nil {
		in.MaxCount = new(int32(1))
	}
	return in
}

// check judges a request together with a template.
func check(t *testing.T, v *validate.Validator, data, request string) validate.Report {
	t.Helper()
	m, err := template.Merge(stored(t, data), template.Raw(launched(t, request)))
	if err != nil {
		t.Fatal(err)
	}
	return m.Check(v)
}

// refusals are the violations of severity error.
func refusals(report validate.Report) []validate.Violation {
	return slices.DeleteFunc(slices.Clone(report.Violations), func(v validate.Violation) bool {
		return v.Severity != validate.SeverityError
	})
}

func TestConflictsNameBothSides(t *testing.T) {
	v := standard(t)
	for _, tt := range []struct{ name, data, request, rule, path, with, names string }{
		{
			"subnet in the request, interfaces in the template",
			`{"NetworkInterfaces":[{"DeviceIndex":0}]}`, `{"SubnetId":"subnet-0123456789abcdef0"}`,
			"top-level-interface-conflict", "SubnetId", "LaunchTemplateData.NetworkInterfaces",
			"the request says SubnetId, the launch template LaunchTemplateData.NetworkInterfaces",
		},
		{
			"groups in the template, interfaces in the request",
			`{"SecurityGroupIds":["sg-0123456789abcdef0"]}`, `{"NetworkInterfaces":[{"DeviceIndex":0}]}`,
			"top-level-interface-conflict", "LaunchTemplateData.SecurityGroupIds", "NetworkInterfaces",
			"the request says NetworkInterfaces, the launch template LaunchTemplateData.SecurityGroupIds",
		},
		{
			"the type of the request does not suit what the template asks for",
			`{"InstanceType":"t3.micro","CreditSpecification":{"CpuCredits":"standard"}}`, `{"InstanceType":"m6i.large"}`,
			"credit-type-unsupported", "LaunchTemplateData.CreditSpecification", "",
			"the request says InstanceType, the launch template LaunchTemplateData.CreditSpecification",
		},
		{
			"hibernation in the template, an enclave in the request",
			`{"InstanceType":"m6i.xlarge","HibernationOptions":{"Configured":true},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda",` +
				`"Ebs":{"VolumeSize":100,"Encrypted":true}}]}`,
			`{"EnclaveOptions":{"Enabled":true}}`,
			"hibernation-enclave-conflict", "LaunchTemplateData.HibernationOptions.Configured", "EnclaveOptions.Enabled",
			"the request says EnclaveOptions.Enabled, the launch template LaunchTemplateData.HibernationOptions.Configured",
		},
		{
			"a public address in the template, a second interface in the request",
			`{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":true}]}`,
			`{"NetworkInterfaces":[{"DeviceIndex":1}]}`,
			"public-ip-interfaces-conflict", "LaunchTemplateData.NetworkInterfaces[0].AssociatePublicIpAddress",
			"", "the request says NetworkInterfaces, the launch template LaunchTemplateData.NetworkInterfaces[0].",
		},
		{
			"several instances with the address of the template",
			`{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.10"}]}`, `{"MaxCount":3}`,
			"interface-ip-instances-conflict", "LaunchTemplateData.NetworkInterfaces[0].PrivateIpAddress", "MaxCount",
			"the request says MaxCount, the launch template LaunchTemplateData.NetworkInterfaces[0].PrivateIpAddress",
		},
		{
			"the same, with an interface of the request that has no part in it",
			`{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.10"}]}`, `{"MaxCount":3,"NetworkInterfaces":[{"DeviceIndex":1}]}`,
			"interface-ip-instances-conflict", "LaunchTemplateData.NetworkInterfaces[0].PrivateIpAddress", "MaxCount",
			"(the request says MaxCount, the launch template LaunchTemplateData.NetworkInterfaces[0].PrivateIpAddress)",
		},
		{
			"the type of the request has fewer cores than the template asks for",
			`{"InstanceType":"m6i.4xlarge","CpuOptions":{"CoreCount":6,"ThreadsPerCore":2}}`, `{"InstanceType":"m6i.large"}`,
			"cpu-core-count-unsupported", "LaunchTemplateData.CpuOptions.CoreCount", "",
			"the request says InstanceType, the launch template LaunchTemplateData.CpuOptions.CoreCount",
		},
		{
			"requirements in the template",
			`{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":4096}}}`, `{}`,
			"template-requirements-unsupported", "LaunchTemplateData.InstanceRequirements", "", "RunInstances",
		},
	} {
		report := check(t, v, tt.data, tt.request)
		if !slices.ContainsFunc(refusals(report), func(v validate.Violation) bool {
			return v.Rule == tt.rule && v.Path == tt.path && (tt.with == "" || slices.Contains(v.With, tt.with)) &&
				strings.Contains(v.Message, tt.names)
		}) {
			t.Errorf("%s: want %s at %s with %s and %q, got\n%v", tt.name, tt.rule, tt.path, tt.with, tt.names, report)
		}
	}
}

// A fault that one side makes alone is not blamed on the other.
func TestWhatOneSideSaysAloneIsNotBlamedOnTheOther(t *testing.T) {
	report := check(t, standard(t),
		`{"NetworkInterfaces":[{"DeviceIndex":1,"SubnetId":"subnet-xyz"}],"RamDiskId":"x","BlockDeviceMappings":[{"DeviceName":"/dev/sdf",
			"Ebs":{"VolumeSize":1,"VolumeType":"gp3"}},{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":1,"VolumeType":"gp3","Throughput":1}}]}`,
		`{"NetworkInterfaces":[{"DeviceIndex":0}],"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":100,"VolumeType":"gp3","Iops":5}},
			{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":2,"VolumeType":"gp3"}}]}`)
	var got []string
	for _, v := range report.Violations {
		got = append(got, v.Path)
		if strings.Contains(v.Message, "the request says") {
			t.Errorf("blamed on both: %v", v)
		}
	}
	want := []string{
		"BlockDeviceMappings[0].Ebs.Iops", "LaunchTemplateData.BlockDeviceMappings[1].Ebs.Throughput", "LaunchTemplateData.NetworkInterfaces[0].SubnetId", "LaunchTemplateData.RamDiskId",
		"LaunchTemplateData.RamDiskId",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("paths (-want +got):\n%s\n%v", diff, report)
	}
}

// What only one reading of the documentation refuses warns, and names both
// sides.
func TestWhatNoPageSettlesIsNoError(t *testing.T) {
	v := standard(t)
	for _, tt := range []struct{ name, data, request, rule, path, names string }{
		{
			"a profile by name here, by ARN there",
			`{"IamInstanceProfile":{"Name":"web"}}`,
			`{"IamInstanceProfile":{"Arn":"arn:aws:iam::123456789012:instance-profile/batch"}}`,
			"profile-conflict", "LaunchTemplateData.IamInstanceProfile.Name",
			"the request says IamInstanceProfile.Arn, the launch template LaunchTemplateData.IamInstanceProfile.Name",
		},
		{
			"a profile by ARN here, by name there, and a device of both",
			`{"IamInstanceProfile":{"Arn":"arn:aws:iam::123456789012:instance-profile/batch"},
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1,"Encrypted":true}}]}`,
			`{"IamInstanceProfile":{"Name":"web"},"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":2}}]}`,
			"profile-conflict", "IamInstanceProfile.Name", "the launch template LaunchTemplateData.IamInstanceProfile.Arn",
		},
		{
			"an inherited figure that the new volume type does not take",
			`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":50,"VolumeType":"io2","Iops":5000}}]}`,
			`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp2"}}]}`,
			"volume-iops-unsupported", "LaunchTemplateData.BlockDeviceMappings[0].Ebs.Iops",
			"the request says BlockDeviceMappings[0].Ebs.VolumeType, the launch template LaunchTemplateData.BlockDeviceMappings[0].Ebs.Iops",
		},
		{
			"a figure that only the volume type of the template needs",
			`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":50,"Iops":500}}]}`,
			`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":60,"VolumeType":"io1"}}]}`,
			"volume-iops-required", "BlockDeviceMappings[0].Ebs.Iops", "",
		},
		{
			"the interface of a template that exists, with a subnet of the request",
			`{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			`{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			"existing-interface-subnet-conflict", "NetworkInterfaces[0].SubnetId",
			"the request says NetworkInterfaces[0].SubnetId, the launch template LaunchTemplateData.NetworkInterfaces[0].NetworkInterfaceId",
		},
		{
			"a zone by name here, by ID there",
			`{"Placement":{"AvailabilityZone":"eu-west-1a"}}`, `{"Placement":{"AvailabilityZoneId":"euw1-az2"}}`,
			"placement-zone-conflict", "Placement.AvailabilityZoneId",
			"the request says Placement.AvailabilityZoneId, the launch template LaunchTemplateData.Placement.AvailabilityZone",
		},
		{
			"a group by name here, by ID there",
			`{"Placement":{"GroupName":"a"}}`, `{"Placement":{"GroupId":"pg-0123456789abcdef0"}}`,
			"placement-group-conflict", "Placement.GroupId", "the launch template LaunchTemplateData.Placement.GroupName",
		},
		{
			"the preference of a reservation here, its target there",
			`{"CapacityReservationSpecification":{"CapacityReservationPreference":"none"}}`,
			`{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			"capacity-preference-conflict", "LaunchTemplateData.CapacityReservationSpecification.CapacityReservationPreference",
			"the request says CapacityReservationSpecification.CapacityReservationTarget,",
		},
	} {
		report := check(t, v, tt.data, tt.request)
		if err := report.Err(); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		found := 0
		for _, v := range report.Warnings() {
			if v.Rule == tt.rule && v.Path == tt.path && strings.Contains(v.Message, "no page settles it") && strings.Contains(v.Message, tt.names) {
				found++
			}
		}
		if found != 1 {
			t.Errorf("%s: want one warning of %s at %s with %q, got\n%v", tt.name, tt.rule, tt.path, tt.names, report)
		}
	}
}

// What every reading finds is an error, whatever else is in doubt.
func TestWhatIsWrongUnderEveryReadingIsAnError(t *testing.T) {
	report := check(t, standard(t),
		`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":50,"Encrypted":true}}],"IamInstanceProfile":{"Name":"a"},
			"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["sg-0123456789abcdef0"]}],"Placement":{"Tenancy":"dedicated"},"KeyName":"team"}`,
		`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":100,"Iops":5}}],"KeyName":"",
			"IamInstanceProfile":{"Arn":"arn:aws:iam::123456789012:instance-profile/b"},"Placement":{"GroupName":"a"},
			"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-xyz"}]}`)
	var got []string
	for _, v := range refusals(report) {
		got = append(got, v.Rule+" "+v.Path)
	}
	want := []string{"volume-iops-range BlockDeviceMappings[0].Ebs.Iops", "subnet-id-format NetworkInterfaces[0].SubnetId"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("errors (-want +got):\n%s\n%v", diff, report)
	}
}

// A house refuses what it refuses under any reading: it may be what EC2 launches.
func TestRulesOfAHouseRefuseUnderAnyReading(t *testing.T) {
	private := &validate.Rule{
		ID: "house-private", Summary: "instances must have no public address", Given: []string{"NetworkInterfaces[].AssociatePublicIpAddress"},
		Source: validate.Source{Page: "https://example.com/house"}, Code: "Unauthorized",
		Check: func(p *validate.Pass) {
			for i, nic := range p.Input.NetworkInterfaces {
				if nic.AssociatePublicIpAddress != nil && *nic.AssociatePublicIpAddress {
					p.Reportf(p.At("NetworkInterfaces[].AssociatePublicIpAddress", i), "must not be given")
				}
			}
		},
	}
	encrypted := &validate.Rule{
		ID: "house-encrypted", Summary: "volumes must be encrypted", Given: []string{"BlockDeviceMappings[].Ebs"},
		Source: validate.Source{Page: "https://example.com/house"}, Code: "Unauthorized",
		Reads: []string{"BlockDeviceMappings[].Ebs.Encrypted"},
		Check: func(p *validate.Pass) {
			for i, m := range p.Input.BlockDeviceMappings {
				if m.Ebs != nil && (m.Ebs.Encrypted == nil || !*m.Ebs.Encrypted) {
					p.Reportf(p.At("BlockDeviceMappings[].Ebs", i), "must be encrypted")
				}
			}
		},
	}
	v, err := validate.NewValidator(launch.Rules(), validate.Also(private, encrypted))
	if err != nil {
		t.Fatal(err)
	}
	report := check(t, v,
		`{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":true}],"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":50,"Encrypted":true}}]}`,
		`{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}],"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":60}}]}`)
	var got []string
	for _, v := range refusals(report) {
		got = append(got, v.Rule+" "+v.Path)
	}
	want := []string{"house-private LaunchTemplateData.NetworkInterfaces[0].AssociatePublicIpAddress", "house-encrypted BlockDeviceMappings[0].Ebs"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("errors (-want +got):\n%s\n%v", diff, report)
	}
}

// A page says that what the template says within a structure stays: a house is
// not told otherwise.
func TestRulesOfAHouseTakeStructuresAsDocumented(t *testing.T) {
	tokens := &validate.Rule{
		ID: "house-tokens", Summary: "HttpTokens must be required", Given: []string{"MetadataOptions"}, Reads: []string{"MetadataOptions.HttpTokens"},
		Source: validate.Source{Page: "https://example.com/house"}, Code: "Unauthorized",
		Check: func(p *validate.Pass) {
			if p.Input.MetadataOptions.HttpTokens != "required" {
				p.Reportf("MetadataOptions.HttpTokens", "must be required")
			}
		},
	}
	v, err := validate.NewValidator(launch.Rules(), validate.Also(tokens))
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []string{"", `,"SubnetId":"subnet-xyz"`} {
		report := check(t, v, `{"MetadataOptions":{"HttpTokens":"required"}}`, `{"MetadataOptions":{"HttpPutResponseHopLimit":1}`+wrong+`}`)
		for _, f := range report.Violations {
			if f.Rule == "house-tokens" {
				t.Errorf("with %q: %v", wrong, f)
			}
		}
	}
}

// Too much wrong to report hides no error.
func TestACrowdOfErrorsHidesNone(t *testing.T) {
	var devices []string
	for i := range 150 {
		devices = append(devices, `{"DeviceName":"/dev/sd`+string(rune('f'+i%10))+string(rune('a'+i/10))+`","Ebs":{"VolumeSize":1,"Iops":5,"VolumeType":"gp2"}}`)
	}
	report := check(t, standard(t), `{"BlockDeviceMappings":[`+strings.Join(devices, ",")+`],"IamInstanceProfile":{"Name":"a"}}`,
		`{"BlockDeviceMappings":[`+strings.ReplaceAll(strings.Join(devices, ","), `"VolumeSize":1,"Iops":5,`, `"VolumeSize":1,`)+`],
			"IamInstanceProfile":{"Arn":"arn:aws:iam::123456789012:instance-profile/b"},"SubnetId":"subnet-xyz"}`)
	if !slices.ContainsFunc(refusals(report), func(v validate.Violation) bool { return v.Path == "SubnetId" }) {
		t.Errorf("got %v", report)
	}
}

// A merged request is whole: what neither side gives is missing.
func TestNothingIsLeftForTheTemplateToSupply(t *testing.T) {
	v := standard(t)
	request := template.Raw(launched(t, `{"InstanceType":"m6i.large"}`))
	m, err := template.Merge(&types.RequestLaunchTemplateData{KeyName: new("team")}, request)
	if err != nil {
		t.Fatal(err)
	}
	report := m.Check(v)
	if len(report.Violations) != 1 || report.Violations[0].Rule != "image-required" || report.Violations[0].Path != "ImageId" {
		t.Errorf("got %v", report)
	}
}

// The reference to the template is judged as it is without the data.
func TestTheReferenceToTheTemplateIsJudged(t *testing.T) {
	for reference, want := range map[string]string{
		`{"LaunchTemplateName":"web","Version":"latest"}`:                        "template-version-values LaunchTemplate.Version",
		`{"LaunchTemplateName":"we b"}`:                                          "template-name-format LaunchTemplate.LaunchTemplateName",
		`{"LaunchTemplateId":"web"}`:                                             "template-id-format LaunchTemplate.LaunchTemplateId",
		`{"Version":"3"}`:                                                        "template-required LaunchTemplate",
		`{"LaunchTemplateId":"lt-0123456789abcdef0","LaunchTemplateName":"web"}`: "template-conflict LaunchTemplate.LaunchTemplateName",
		`{"LaunchTemplateName":"web","Version":"3"}`:                             "",
	} {
		var got []string
		for _, v := range check(t, standard(t), `{}`, `{"LaunchTemplate":`+reference+`}`).Violations {
			got = append(got, v.Rule+" "+v.Path)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, want %q", reference, got, want)
		}
	}
}

// Requirements are refused by a rule like any other, for that alone.
func TestRequirementsAreRefusedByARule(t *testing.T) {
	const requirements = `{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":4096}}}`
	report := check(t, standard(t), requirements, `{}`)
	if len(report.Violations) != 1 || report.Violations[0].Rule != "template-requirements-unsupported" || report.Err() == nil || report.Violations[0].URL == "" {
		t.Errorf("got %v", report)
	}
	skipped, err := validate.NewValidator(launch.Rules(), validate.Skip("template-requirements-unsupported"))
	if err != nil {
		t.Fatal(err)
	}
	if report := check(t, skipped, requirements, `{}`); len(report.Violations) != 0 {
		t.Errorf("skipped, and got %v", report)
	}
	report = check(t, standard(t), requirements, `{"InstanceType":"m6i.large"}`)
	if report.Err() != nil || len(report.Warnings()) != 1 || report.Warnings()[0].Rule != "template-requirements-type-unsupported" ||
		!strings.Contains(report.Warnings()[0].Message, "the request says InstanceType, the launch template LaunchTemplateData.InstanceRequirements") {
		t.Errorf("with a type in the request: %v", report)
	}
	m, err := template.Merge(decode[types.RequestLaunchTemplateData](t, requirements), template.Raw(launched(t, `{"InstanceType":"m6i.large"}`)))
	if err != nil {
		t.Fatal(err)
	}
	if got := refusals(m.Check(standard(t))); len(got) != 1 || got[0].Rule != "image-required" {
		t.Errorf("with a type in the request, and no image: %v", got)
	}
}

func TestAnEmptyTextOverOneOfTheTemplateWarns(t *testing.T) {
	report := check(t, standard(t), `{"KeyName":"team","UserData":"aGk="}`, `{"KeyName":"","UserData":""}`)
	var got []string
	for _, v := range report.Violations {
		got = append(got, v.Severity.String()+" "+v.Rule+" "+v.Path)
	}
	if want := []string{"warning template-text-ignored KeyName", "warning template-text-ignored UserData"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// An image that the launch looks up is an image.
func TestAnImageFromAParameterIsGiven(t *testing.T) {
	if report := check(t, standard(t), `{"ImageId":"resolve:ssm:golden-ami:3"}`, `{}`); len(report.Violations) > 0 {
		t.Errorf("got %v", report)
	}
}

func TestOrdinaryRequestsFromATemplateAreSilent(t *testing.T) {
	const data = `{"KeyName":"team","IamInstanceProfile":{"Name":"web"},"SecurityGroupIds":["sg-0123456789abcdef0"],
		"MetadataOptions":{"HttpTokens":"required","HttpPutResponseHopLimit":2},
		"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":50,"VolumeType":"gp3","DeleteOnTermination":true,"Encrypted":true}},
			{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":1}}],
		"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Owner","Value":"TeamB"}]}],"UserData":"IyEvYmluL3NoCg=="}`
	for _, request := range []string{
		`{}`,
		`{"InstanceType":"m7i.large","SubnetId":"subnet-0123456789abcdef0"}`,
		`{"MetadataOptions":{"HttpPutResponseHopLimit":1}}`,
		`{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":100}}]}`,
		`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":100}}]}`,
		`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdg","NoDevice":""}]}`,
		`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Owner","Value":"TeamA"}]}]}`,
		`{"IamInstanceProfile":{"Name":"batch"},"SecurityGroupIds":["sg-0123456789abcdef1"],"Placement":{"GroupName":"x"}}`,
	} {
		if report := check(t, standard(t), data, request); len(report.Violations) > 0 {
			t.Errorf("%s:\n%v", request, report)
		}
	}
	if report := check(t, standard(t), `{"InstanceType":"m6i.2xlarge","CpuOptions":{"CoreCount":2,"ThreadsPerCore":2}}`, `{"CpuOptions":{"ThreadsPerCore":1}}`); len(report.Violations) > 0 {
		t.Errorf("half of the CPU options in each:\n%v", report)
	}
	const nic = `{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["sg-0123456789abcdef0"],"Ipv6AddressCount":1}]}`
	if report := check(t, standard(t), nic, `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef1"]}]}`); len(report.Violations) > 0 {
		t.Errorf("an interface of both:\n%v", report)
	}
}

// However large the sides, and however much is in doubt, the work is bounded.
func TestLargeSidesAreJudgedInFewReadings(t *testing.T) {
	judged := 0
	v, err := validate.NewValidator(launch.Rules(), validate.Also(&validate.Rule{
		ID: "house-counts", Summary: "counts", Code: "x", Given: []string{"SecurityGroupIds"},
		Source: validate.Source{Page: "https://example.com/house"},
		Check:  func(*validate.Pass) { judged++ },
	}))
	if err != nil {
		t.Fatal(err)
	}
	const doubts, sides = 6, 2 // those below, and each side by itself
	for name, size := range map[string]struct {
		groups []string
		want   int
	}{
		"few groups": {[]string{"sg-2"}, 1<<doubts + sides},
		"many":       {slices.Repeat([]string{"sg-2"}, 20_000), 1 + doubts + 1 + sides},
		"long":       {[]string{strings.Repeat("x", 65<<10)}, 1 + doubts + 1 + sides},
	} {
		data := stored(t, `{"KernelId":"x","IamInstanceProfile":{"Name":"a"},"SecurityGroupIds":["sg-1"],
			"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Iops":1}}],
			"NetworkInterfaces":[{"DeviceIndex":0,"Description":"x"}],
			"SecondaryInterfaces":[{"DeviceIndex":1,"NetworkCardIndex":1}]}`)
		in := launched(t, `{"KernelId":"","IamInstanceProfile":{"Arn":"b"},
			"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1}}],
			"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"x"}],
			"SecondaryInterfaces":[{"DeviceIndex":1,"NetworkCardIndex":1,"SecondarySubnetId":"x"}]}`)
		in.SecurityGroupIds = size.groups
		m, err := template.Merge(data, template.Raw(in))
		if err != nil {
			t.Fatal(err)
		}
		judged = 0
		if report := m.Check(v); judged != size.want || report.Err() == nil {
			t.Errorf("%s: judged %d times, want %d; %d violations", name, judged, size.want, len(report.Violations))
			t.Log(m.Unsure())
		}
	}
}

// A message names the elements of either side by the paths that they have there.
func TestMessagesNameElementsAsTheSidesDo(t *testing.T) {
	for name, tt := range map[string]struct{ template, request, at, names string }{
		"a device on either side": {
			`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":20}}]}`,
			`{"BlockDeviceMappings":[{"DeviceName":"xvdf","Ebs":{"VolumeSize":30}}]}`,
			"BlockDeviceMappings[0].DeviceName", " LaunchTemplateData.BlockDeviceMappings[0].DeviceName;",
		},
		"a device twice in the request": {
			`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":20}}]}`,
			`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":30}},{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":30}}]}`,
			"BlockDeviceMappings[1].DeviceName", " BlockDeviceMappings[0].DeviceName;",
		},
		"a key twice in the request": {
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a"}]}]}`,
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"b"},{"Key":"b"}]}]}`,
			"TagSpecifications[0].Tags[1].Key", " TagSpecifications[0].Tags[0].Key ",
		},
		"a type twice in the request": {
			`{"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"a"}]}]}`,
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"b"}]},{"ResourceType":"instance","Tags":[{"Key":"c"}]}]}`,
			"TagSpecifications[1].ResourceType", " TagSpecifications[0].ResourceType",
		},
	} {
		report := check(t, standard(t), tt.template, tt.request)
		if !slices.ContainsFunc(report.Violations, func(f validate.Violation) bool {
			return f.Path == tt.at && strings.Contains(f.Message, tt.names)
		}) {
			t.Errorf("%s: want%q at %s, got %v", name, tt.names, tt.at, report)
		}
	}
}
