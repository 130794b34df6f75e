package playground

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/en"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestRequestsThatBreakNoRulePass(t *testing.T) {
	v := registered(t)
	for r, in := range good(t) {
		if err := v.Struct(in); err != nil {
			t.Errorf("%s: %v", r.ID, err)
		}
	}
}

// What a FieldError says is what the violation says.
func TestErrorsOfARequestAreThoseOfTheRules(t *testing.T) {
	type said struct {
		Namespace, StructNamespace, Field, StructField, Tag, Param, Message string
		Value                                                               any
	}
	translators := ut.New(en.New(), de.New())
	english, _ := translators.GetTranslator("en")
	german, _ := translators.GetTranslator("de")
	rules := ruletest.Validator(t, launch.Rules())
	v := registeredWith(t, rules, english, german)
	for r, in := range bad(t) {
		var got, want []said
		for _, f := range rules.Check(in).Violations {
			if at := "RunInstancesInput." + f.Path; f.Severity == validate.SeverityError {
				want = append(want, said{at, at, f.Path, f.Path, f.Rule, f.Code, strings.TrimPrefix(f.Path+": ", ": ") + f.Message, f.Value})
			}
		}
		for _, fe := range fieldErrors(t, v.Struct(in)) {
			got = append(got, said{
				fe.Namespace(), fe.StructNamespace(), fe.Field(), fe.StructField(),
				fe.Tag(), fe.Param(), fe.Translate(english), fe.Value(),
			})
			if fe.Translate(german) != fe.Translate(english) {
				t.Errorf("%s: the translators differ: %s", r.ID, fe.Translate(german))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", r.ID, diff)
		}
	}
}

func TestEachErrorSaysItsOwnMessage(t *testing.T) {
	english, _ := ut.New(en.New()).GetTranslator("en")
	in := ruletest.Request(t, `{"BlockDeviceMappings":[
		{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":500,"VolumeType":"st1","Iops":3000}},
		{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":500,"VolumeType":"sc1","Iops":3000,"SnapshotId":"x"}}]}`)
	var got []string
	for _, fe := range fieldErrors(t, registered(t, english).Struct(in)) {
		message, _, _ := strings.Cut(fe.Translate(english), ";")
		got = append(got, message)
	}
	want := []string{
		"BlockDeviceMappings[0].Ebs.Iops: st1 volumes take no IOPS",
		"BlockDeviceMappings[1].Ebs.Iops: sc1 volumes take no IOPS",
		"BlockDeviceMappings[1].Ebs.SnapshotId: a snapshot ID must be snap- and 8 or 17 lower-case hexadecimal digits",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestErrorsWithoutTheirTranslatorSayWhatValidatorSays(t *testing.T) {
	english, _ := ut.New(en.New()).GetTranslator("en")
	errs := fieldErrors(t, registered(t).Struct(ruletest.Request(t, `{"SubnetId":"x"}`)))
	if len(errs) != 1 || errs[0].Translate(english) != errs[0].Error() {
		t.Error(errs)
	}
}

// A mapping is judged as a part of any request that holds it, and so must pass
// where one such request passes.
func TestPartsOfValidRequestsPass(t *testing.T) {
	v := registered(t)
	for r, in := range good(t) {
		for _, m := range in.BlockDeviceMappings {
			if err := v.Struct(m); err != nil {
				t.Errorf("%s: %v", r.ID, err)
			}
			if m.Ebs == nil {
				continue
			}
			if err := v.Struct(m.Ebs); err != nil {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
		for _, nic := range in.NetworkInterfaces {
			if err := v.Struct(nic); err != nil {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
	}
}

func TestPartsAreRefusedForNothingThatTheRequestIsNot(t *testing.T) {
	rules := ruletest.Validator(t, launch.Rules())
	v := registeredWith(t, rules)
	for r, in := range bad(t) {
		whole := rules.Check(in)
		var parts []any
		for _, m := range in.BlockDeviceMappings {
			parts = append(parts, m)
			if m.Ebs != nil {
				parts = append(parts, m.Ebs)
			}
		}
		for _, nic := range in.NetworkInterfaces {
			parts = append(parts, nic)
		}
		for _, part := range parts {
			for _, fe := range fieldErrors(t, v.Struct(part)) {
				if !slices.ContainsFunc(whole.Violations,
					func(f validate.Violation) bool { return f.Rule == fe.Tag() }) {
					t.Errorf("%s: a %T alone: %v", r.ID, part, fe)
				}
			}
		}
	}
}

func TestPartsOnTheirOwn(t *testing.T) {
	v := registered(t)
	volume := &types.EbsBlockDevice{VolumeType: types.VolumeTypeSt1, VolumeSize: new(int32(500)),
		Iops: new(int32(3000))}
	mapping := types.BlockDeviceMapping{DeviceName: new("sdf;"), Ebs: volume}
	nic := types.InstanceNetworkInterfaceSpecification{
		DeviceIndex:      new(int32(0)),
		Ipv6AddressCount: new(int32(1)),
		Ipv6Addresses:    []types.InstanceIpv6Address{{Ipv6Address: new("::1")}},
	}
	type house struct {
		Root    types.BlockDeviceMapping
		Volumes []types.BlockDeviceMapping `validate:"dive"`
		NIC     *types.InstanceNetworkInterfaceSpecification
		Absent  *types.EbsBlockDevice
	}
	mappings := []types.BlockDeviceMapping{{DeviceName: new("/dev/sdf")}, mapping}
	volumes := []types.EbsBlockDevice{*volume}
	for _, test := range []struct {
		name string
		err  error
		want []string
	}{
		{"volume", v.Struct(volume), []string{"EbsBlockDevice.Iops volume-iops-unsupported"}},
		{"mapping", v.Struct(mapping), []string{
			"BlockDeviceMapping.DeviceName device-name-format",
			"BlockDeviceMapping.Ebs.Iops volume-iops-unsupported",
		}},
		{"interface", v.Struct(&nic), []string{
			"InstanceNetworkInterfaceSpecification.Ipv6AddressCount ipv6-count-conflict",
			"InstanceNetworkInterfaceSpecification.Ipv6Addresses[0].Ipv6Address ipv6-address-format",
		}},
		{"all within a struct", v.Struct(house{mapping, mappings, &nic, nil}), []string{
			"house.Root.DeviceName device-name-format",
			"house.Root.Ebs.Iops volume-iops-unsupported",
			"house.Volumes[1].DeviceName device-name-format",
			"house.Volumes[1].Ebs.Iops volume-iops-unsupported",
			"house.NIC.Ipv6AddressCount ipv6-count-conflict",
			"house.NIC.Ipv6Addresses[0].Ipv6Address ipv6-address-format",
		}},
		{"list", v.Var(volumes, "dive"), []string{"[0].Iops volume-iops-unsupported"}},
		{"list beside nothing", v.VarWithValue(volumes, nil, "dive"), []string{"[0].Iops volume-iops-unsupported"}},
		{"io2 volume whose IOPS a template may give", v.Struct(types.EbsBlockDevice{VolumeType: types.VolumeTypeIo2}),
			nil},
		{"nothing", v.Struct(types.EbsBlockDevice{}), nil},
	} {
		if diff := cmp.Diff(test.want, failedTags(t, test.err)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

func TestDataOfLaunchTemplatesIsJudged(t *testing.T) {
	v := registered(t)
	data := &types.RequestLaunchTemplateData{
		KernelId: new("x"),
		BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMappingRequest{{
			DeviceName: new("/dev/sdf"),
			Ebs:        &types.LaunchTemplateEbsBlockDeviceRequest{SnapshotId: new("x")},
		}},
	}
	type house struct {
		Data *types.RequestLaunchTemplateData
	}
	for _, test := range []struct {
		name string
		err  error
		want []string
	}{
		{"data", v.Struct(data), []string{
			"RequestLaunchTemplateData.BlockDeviceMappings[0].Ebs.SnapshotId volume-snapshot-format",
			"RequestLaunchTemplateData.KernelId kernel-id-format",
		}},
		{"data within a call", v.Struct(ec2.CreateLaunchTemplateInput{LaunchTemplateData: data}), []string{
			"CreateLaunchTemplateInput.LaunchTemplateData.BlockDeviceMappings[0].Ebs.SnapshotId volume-snapshot-format",
			"CreateLaunchTemplateInput.LaunchTemplateData.KernelId kernel-id-format",
		}},
		{"data that leaves the rest to the request", v.Struct(house{&types.RequestLaunchTemplateData{KeyName: new("web")}}), nil},
		{"no data", v.Struct(house{}), nil},
	} {
		if diff := cmp.Diff(test.want, failedTags(t, test.err)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// Whoever has validator enter the lists of a request gets each error once.
func TestPartsOfARequestAreJudgedWithIt(t *testing.T) {
	v := registered(t)
	entered := map[string]string{"BlockDeviceMappings": "dive", "NetworkInterfaces": "dive"}
	v.RegisterStructValidationMapRules(entered, ec2.RunInstancesInput{})
	in := ruletest.Request(t, `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8,
		"SnapshotId":"x"}}],
		"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"x"}]}`)
	want := []string{
		"RunInstancesInput.BlockDeviceMappings[0].Ebs.SnapshotId volume-snapshot-format",
		"RunInstancesInput.NetworkInterfaces[0].SubnetId subnet-id-format",
	}
	for _, request := range []any{in, *in} {
		if diff := cmp.Diff(want, failedTags(t, v.Struct(request))); diff != "" {
			t.Error(diff)
		}
	}
}

func TestWarningsAreNotReported(t *testing.T) {
	in := ruletest.Request(t, `{"InstanceType":"m99x.large"}`)
	if len(launch.Check(in).Warnings()) == 0 {
		t.Fatal("there is no warning to leave out")
	}
	if err := registered(t).Struct(in); err != nil {
		t.Error(err)
	}
}

func TestUserDataIsInNoError(t *testing.T) {
	english, _ := ut.New(en.New()).GetTranslator("en")
	house := &validate.Rule{
		ID:      "house-user-data-none",
		Summary: "there must be no user data",
		Source:  validate.Source{Shape: "RunInstances", Member: "UserData"},
		Code:    "InvalidUserData",
		Members: []string{"UserData"},
		Tag:     "max=1",
	}
	v := registeredWith(t, ruletest.Validator(t, launch.Rules(), validate.Also(house)), english)
	const secret = "hunter2"
	in := ruletest.Request(t, `{}`)
	in.UserData = new("!" + secret + strings.Repeat("x", 30000))
	errs := fieldErrors(t, v.Struct(in))
	if len(errs) < 2 {
		t.Fatalf("%v", errs)
	}
	for _, fe := range errs {
		if fe.Field() != "UserData" || fe.Value() != nil {
			t.Errorf("%s has the value %v", fe.Namespace(), fe.Value())
		}
		if text := fmt.Sprintf("%+v %s %s", fe, fe.Error(), fe.Translate(english)); strings.Contains(text, secret) {
			t.Errorf("an error says %s", text)
		}
	}
}

// A rule that failed has found nothing, and so refuses wherever it ran.
func TestARuleOfAHouseThatFailsRefuses(t *testing.T) {
	house := &validate.Rule{
		ID:      "house-broken",
		Summary: "it must not break",
		Source:  validate.Source{Shape: "RunInstances"},
		Code:    "InvalidParameterValue",
		Members: []string{"ImageId", "BlockDeviceMappings"},
		Check:   func(p *validate.Pass) { panic("hunter2") },
	}
	english, _ := ut.New(en.New()).GetTranslator("en")
	v := registeredWith(t, ruletest.Validator(t, launch.Rules(), validate.Also(house)), english)
	for _, test := range []struct {
		name string
		err  error
		want string
	}{
		{"request", v.Struct(ruletest.Request(t, `{}`)), "RunInstancesInput. house-broken"},
		{"volume", v.Struct(types.EbsBlockDevice{}), "EbsBlockDevice. house-broken"},
		{"tag", v.Var("ami-0abcdef1234567890", "ec2_image_id"), " ec2_image_id"},
	} {
		if diff := cmp.Diff([]string{test.want}, failedTags(t, test.err)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
		for _, fe := range fieldErrors(t, test.err) {
			if text := fe.Translate(english); text != "the rule itself failed: it panicked" {
				t.Errorf("%s: %s", test.name, text)
			}
		}
	}
}

// What a rule says of a request as a whole does not concern a part of one.
func TestARuleOnTheWholeRequestIsSilentOnParts(t *testing.T) {
	house := &validate.Rule{
		ID:      "house-required",
		Summary: "a request must be the house's",
		Source:  validate.Source{Shape: "RunInstances"},
		Code:    "InvalidParameterValue",
		Members: []string{"ImageId", "BlockDeviceMappings"},
		Check:   func(p *validate.Pass) { p.Reportf("", "must be the house's") },
	}
	v := registeredWith(t, ruletest.Validator(t, launch.Rules(), validate.Also(house)))
	want := []string{"RunInstancesInput. house-required"}
	if diff := cmp.Diff(want, failedTags(t, v.Struct(ruletest.Request(t, `{}`)))); diff != "" {
		t.Error(diff)
	}
	if err := v.Struct(types.EbsBlockDevice{}); err != nil {
		t.Error(err)
	}
	if err := v.Var("ami-0abcdef1234567890", "ec2_image_id"); err != nil {
		t.Error(err)
	}
}

func TestWhatCannotBeReadIsRefused(t *testing.T) {
	v := validator.New(validator.WithPrivateFieldValidation())
	if err := Register(v, ruletest.Validator(t, launch.Rules())); err != nil {
		t.Fatal(err)
	}
	type job struct{ launch *ec2.RunInstancesInput }
	want := []string{"job.launch. request-required"}
	if diff := cmp.Diff(want, failedTags(t, v.Struct(job{ruletest.Request(t, `{}`)}))); diff != "" {
		t.Error(diff)
	}
}

func TestAValidatorServesManyAtOnce(t *testing.T) {
	english, _ := ut.New(en.New()).GetTranslator("en")
	v := registered(t, english)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			token := strings.Repeat("x", 65+i)
			for range 50 {
				errs := fieldErrors(t, v.Struct(ruletest.Request(t, `{"ClientToken":"`+token+`"}`)))
				if len(errs) != 1 || errs[0].Value() != token {
					t.Errorf("%s: %v", token, errs)
					return
				}
				if message := errs[0].Translate(english); !strings.HasSuffix(message, fmt.Sprint("has ", 65+i)) {
					t.Errorf("%s: %s", token, message)
				}
				if v.Var(token, "ec2_client_token") == nil {
					t.Errorf("%s passes", token)
				}
			}
		})
	}
	group.Wait()
}
