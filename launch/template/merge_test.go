package template_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/validate"
)

// A combination is a template and a request, or the data of a source version and
// that of a new one, and what EC2 makes of the two: null where it refuses them.
type combination struct {
	ID                           string
	Basis                        string // of what it makes: documented, observed, inferred or unknown
	Template, Request, Effective json.RawMessage
	Source, Data                 json.RawMessage
}

// refused reports whether EC2 refuses the two.
func (c combination) refused() bool { return bytes.Equal(c.Effective, []byte("null")) }

func combinations(t *testing.T) (all []combination) {
	t.Helper()
	text, err := os.ReadFile("testdata/merge.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func decode[T any](t *testing.T, text string) *T {
	t.Helper()
	into := new(T)
	if err := clijson.DecodeCall(into, strings.NewReader(text)); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return into
}

func merge(t *testing.T, data, request string) *template.Merged {
	t.Helper()
	m, err := template.Merge(decode[types.RequestLaunchTemplateData](t, data), template.Raw(decode[ec2.RunInstancesInput](t, request)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// suited are the instance types of requests that need a certain one.
var suited = map[string]string{"creditspecification": "t3.micro", "secondaryinterfaces": "p6e-gb200.36xlarge"}

// launchable completes a request, so that only what it says can be at fault.
func (c combination) launchable(t *testing.T) string {
	t.Helper()
	members := map[string]json.RawMessage{}
	if err := json.Unmarshal(c.Request, &members); err != nil {
		t.Fatal(err)
	}
	add := func(name, value string) {
		if members[name] == nil && !bytes.Contains(c.Template, []byte(`"`+name+`"`)) {
			members[name] = json.RawMessage(value)
		}
	}
	add("ImageId", `"ami-0123456789abcdef0"`)
	add("MinCount", "1")
	add("MaxCount", "1")
	if !bytes.Contains(c.Template, []byte("InstanceRequirements")) {
		kind, ok := suited[c.ID]
		if !ok {
			kind = "m6i.large"
		}
		add("InstanceType", `"`+kind+`"`)
	}
	text, err := json.Marshal(members)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTemplatesAndRequestsCombineAsEC2CombinesThem(t *testing.T) {
	for _, c := range combinations(t) {
		if c.refused() || c.Source != nil {
			continue
		}
		got := merge(t, string(c.Template), string(c.Request)).Input()
		if want := decode[ec2.RunInstancesInput](t, string(c.Effective)); !sdkcopy.Equal(got, want) {
			g, _ := clijson.EncodeCall(got)
			t.Errorf("%s:\n got %s\nwant %s", c.ID, g, c.Effective)
		}
	}
}

// What EC2 is known to refuse is an error, what it is known to take is none, and
// what nobody knows warns at most.
func TestCombinationsAreRefusedAsFarAsIsKnown(t *testing.T) {
	rules := standard(t)
	for _, c := range combinations(t) {
		if c.Source != nil {
			continue
		}
		report := merge(t, string(c.Template), c.launchable(t)).Check(rules)
		switch err := report.Err(); {
		case c.Basis == "unknown" && err != nil, !c.refused() && err != nil:
			t.Errorf("%s (%s): %v", c.ID, c.Basis, err)
		case c.Basis == "unknown" && c.refused() && len(report.Warnings()) == 0:
			t.Errorf("%s: no warning", c.ID)
		case c.Basis != "unknown" && c.refused() && err == nil:
			t.Errorf("%s (%s): no error", c.ID, c.Basis)
		}
	}
}

func TestOriginsNameTheSideAndThePathThere(t *testing.T) {
	m := merge(t, `{
		"RamDiskId":"ari-12345678", "KeyName":"team",
		"Placement":{"Tenancy":"dedicated"},
		"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1,"Encrypted":true}},{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":2}}],
		"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}]
	}`, `{
		"KeyName":"me", "MaxCount":3,
		"Placement":{"GroupName":"blue"},
		"BlockDeviceMappings":[{"DeviceName":"/dev/sdh","Ebs":{"VolumeSize":3}},{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":4}}],
		"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"c","Value":"3"}]},{"ResourceType":"instance","Tags":[{"Key":"b","Value":"4"}]}]
	}`)
	for path, want := range map[string]template.Origin{
		"RamdiskId":                             {Template: "RamDiskId"},
		"KeyName":                               {Request: "KeyName"},
		"MaxCount":                              {Request: "MaxCount"},
		"Placement":                             {Request: "Placement", Template: "Placement"},
		"Placement.Tenancy":                     {Template: "Placement.Tenancy"},
		"Placement.GroupName":                   {Request: "Placement.GroupName"},
		"BlockDeviceMappings[0].Ebs.VolumeSize": {Request: "BlockDeviceMappings[1].Ebs.VolumeSize"},
		"BlockDeviceMappings[0].Ebs.Encrypted":  {Template: "BlockDeviceMappings[0].Ebs.Encrypted"},
		"BlockDeviceMappings[1].Ebs.VolumeSize": {Template: "BlockDeviceMappings[1].Ebs.VolumeSize"},
		"BlockDeviceMappings[2].DeviceName":     {Request: "BlockDeviceMappings[0].DeviceName"},
		"TagSpecifications[0].Tags[0].Value":    {Template: "TagSpecifications[0].Tags[0].Value"},
		"TagSpecifications[0].Tags[1].Value":    {Request: "TagSpecifications[1].Tags[0].Value"},
		"TagSpecifications[1].Tags[0].Key":      {Request: "TagSpecifications[0].Tags[0].Key"},
		"SubnetId":                              {},
		"":                                      {},
	} {
		if got := m.Origin(path); got != want {
			t.Errorf("%s comes from %+v, want %+v", path, got, want)
		}
	}
	if diff := cmp.Diff([]string{"BlockDeviceMappings[0]"}, m.Unsure()); diff != "" {
		t.Errorf("unsure: %s", diff)
	}
	tags := m.Input().TagSpecifications
	if len(tags) != 2 || *tags[0].Tags[1].Value != "4" || len(tags[0].Tags) != 2 {
		t.Errorf("the tags are %v", tags)
	}
}

// Only what is set has an origin.
func TestOriginsAreThoseOfWhatIsSet(t *testing.T) {
	m := merge(t, `{"Placement":{"Tenancy":"dedicated"},"SecurityGroupIds":["sg-1"]}`, `{"Placement":{"GroupName":"x"},"MetadataOptions":{}}`)
	for _, path := range []string{"Placement.HostId", "SecurityGroupIds[1]", "MetadataOptions", "KeyName", "NoMember", "SecurityGroupIds[0].X"} {
		if got := m.Origin(path); got != (template.Origin{}) {
			t.Errorf("%s comes from %+v", path, got)
		}
	}
	if got := m.Origin("SecurityGroupIds[0]"); got != (template.Origin{Template: "SecurityGroupIds[0]"}) {
		t.Errorf("the group comes from %+v", got)
	}
}

// An element that says nothing has its place all the same.
func TestEmptyElementsHaveAnOrigin(t *testing.T) {
	m := merge(t, `{"NetworkInterfaces":[{"DeviceIndex":0},{}]}`, `{"NetworkInterfaces":[{}]}`)
	for path, want := range map[string]template.Origin{
		"NetworkInterfaces[1]": {Template: "NetworkInterfaces[1]"},
		"NetworkInterfaces[2]": {Request: "NetworkInterfaces[0]"},
	} {
		if got := m.Origin(path); got != want {
			t.Errorf("%s comes from %+v, want %+v", path, got, want)
		}
	}
}

// Interfaces of several cards have the same index.
func TestInterfacesAreToldApartByTheirCardsToo(t *testing.T) {
	m := merge(t, `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"NetworkCardIndex":1},{"DeviceIndex":1,"NetworkCardIndex":2}]}`,
		`{"NetworkInterfaces":[{"DeviceIndex":1,"NetworkCardIndex":2,"InterfaceType":"efa-only"},{"DeviceIndex":0,"NetworkCardIndex":0,"InterfaceType":"efa"}]}`)
	var got []string
	for _, nic := range m.Input().NetworkInterfaces {
		got = append(got, aws.ToString(nic.InterfaceType))
	}
	if !slices.Equal(got, []string{"efa", "", "efa-only"}) {
		t.Errorf("got %q", got)
	}
}

func TestElementsWithoutAKeyStandByThemselves(t *testing.T) {
	m := merge(t, `{"BlockDeviceMappings":[{"Ebs":{"VolumeSize":1}}],"NetworkInterfaces":[{"SubnetId":"a"}]}`,
		`{"BlockDeviceMappings":[{"Ebs":{"VolumeSize":2}}],"NetworkInterfaces":[{"SubnetId":"b"}]}`)
	if in := m.Input(); len(in.BlockDeviceMappings) != 2 || len(in.NetworkInterfaces) != 2 {
		t.Errorf("got %v", m)
	}
}

// A device that one side names twice stays there twice, and is found.
func TestWhatOneSideRepeatsStaysRepeated(t *testing.T) {
	m := merge(t, `{"ImageId":"ami-0123456789abcdef0","InstanceType":"m6i.large","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1}}]}`,
		`{"MinCount":1,"MaxCount":1,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":2}},{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":3}}]}`)
	var sizes []int32
	for _, mapping := range m.Input().BlockDeviceMappings {
		sizes = append(sizes, *mapping.Ebs.VolumeSize)
	}
	if !slices.Equal(sizes, []int32{2, 3}) {
		t.Errorf("got %v", sizes)
	}
	if report := m.Check(standard(t)); report.Err() == nil {
		t.Errorf("the repetition is not found: %v", report)
	}
	m = merge(t, `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1}},{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":2}}]}`,
		`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":3}}]}`)
	if in := m.Input(); len(in.BlockDeviceMappings) != 2 || *in.BlockDeviceMappings[0].Ebs.VolumeSize != 3 || *in.BlockDeviceMappings[1].Ebs.VolumeSize != 2 {
		t.Errorf("repeated by the template: %v", m)
	}
}

func TestNoDeviceRemovesTheDeviceOfTheTemplate(t *testing.T) {
	m := merge(t, `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":50},"VirtualName":"ephemeral0"},{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":1}}]}`,
		`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":""}]}`)
	in := m.Input()
	if gone := in.BlockDeviceMappings[0]; gone.Ebs != nil || gone.VirtualName != nil || gone.NoDevice == nil {
		t.Errorf("got %v", m)
	}
	if len(in.BlockDeviceMappings) != 2 || len(m.Unsure()) != 0 {
		t.Errorf("got %v, unsure of %v", m, m.Unsure())
	}
}

// An empty text takes nothing away by any page; an empty structure or list is
// not even sent.
func TestNothingEmptyReplacesWhatTheTemplateSays(t *testing.T) {
	const data = `{"KeyName":"team","UserData":"aGk=","Placement":{"GroupName":"blue"},"SecurityGroupIds":["sg-1"],"IamInstanceProfile":{"Name":"web"}}`
	m := merge(t, data, `{"KeyName":"","UserData":"","Placement":{"GroupName":""},"SecurityGroupIds":[],"IamInstanceProfile":{}}`)
	if got, want := m.Input(), merge(t, data, `{}`).Input(); !sdkcopy.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if want := []string{"KeyName", "Placement.GroupName", "UserData"}; !slices.Equal(m.Unsure(), want) {
		t.Errorf("unsure of %v, want %v", m.Unsure(), want)
	}
	if got := m.Origin("KeyName"); got != (template.Origin{Template: "KeyName"}) {
		t.Errorf("the key comes from %+v", got)
	}
}

// Where both readings come to the same, nothing is unsure.
func TestOnlyWhatMakesADifferenceIsUnsure(t *testing.T) {
	for _, tt := range []struct{ data, request, unsure string }{
		{`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1}}]}`, `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":2,"Encrypted":true}}]}`, ""},
		{`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Encrypted":true}}]}`, `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":2}}]}`, "BlockDeviceMappings[0]"},
		{`{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["sg-1"]}]}`, `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-1"}]}`, "NetworkInterfaces[0]"},
		{`{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["sg-1"]}]}`, `{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["sg-2"]}]}`, "NetworkInterfaces[0].Groups"},
		{`{"KeyName":""}`, `{"KeyName":""}`, ""},
		{`{"SecurityGroupIds":["sg-1"]}`, `{"SecurityGroupIds":["sg-2","sg-1"]}`, ""},
		{`{"SecurityGroupIds":["sg-1"]}`, `{"SecurityGroupIds":["sg-2"]}`, "SecurityGroupIds"},
		{`{"IamInstanceProfile":{"Name":"a"}}`, `{"IamInstanceProfile":{"Name":"b"}}`, ""},
		{`{"IamInstanceProfile":{"Name":"a"}}`, `{"IamInstanceProfile":{"Arn":"b"}}`, "IamInstanceProfile"},
		{`{"LicenseSpecifications":[{"LicenseConfigurationArn":"a"}]}`, `{"LicenseSpecifications":[{"LicenseConfigurationArn":"b"}]}`, "LicenseSpecifications"},
		{`{"SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1}]}`, `{"SecondaryInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":2}]}`, "SecondaryInterfaces"},
		{`{"Placement":{"Tenancy":"dedicated"},"CpuOptions":{"CoreCount":1}}`, `{"Placement":{"GroupName":"a"},"CpuOptions":{"ThreadsPerCore":1}}`, ""},
		{`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"1"}]}]}`, `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"b","Value":"1"}]}]}`, ""},
	} {
		if got := strings.Join(merge(t, tt.data, tt.request).Unsure(), " "); got != tt.unsure {
			t.Errorf("%s, %s: unsure of %q, want %q", tt.data, tt.request, got, tt.unsure)
		}
	}
}

func TestMergeSharesNothing(t *testing.T) {
	data := decode[types.RequestLaunchTemplateData](t, `{"ImageId":"ami-0123456789abcdef0","SecurityGroupIds":["sg-1"],"Placement":{"GroupName":"a"}}`)
	request := decode[ec2.RunInstancesInput](t, `{"MaxCount":1,"Placement":{"Tenancy":"default"},"LaunchTemplate":{"LaunchTemplateName":"web"}}`)
	m, err := template.Merge(data, template.Raw(request))
	if err != nil {
		t.Fatal(err)
	}
	first := m.Input()
	*first.ImageId, first.SecurityGroupIds[0], *first.Placement.GroupName = "x", "x", "x"
	first.Placement.Tenancy = "x"
	second := m.Input()
	if *second.ImageId == "x" || second.SecurityGroupIds[0] == "x" || *second.Placement.GroupName == "x" || second.Placement.Tenancy == "x" {
		t.Error("what was handed out is kept")
	}
	if *data.ImageId == "x" || data.SecurityGroupIds[0] == "x" || request.LaunchTemplate == nil || request.Placement.GroupName != nil {
		t.Error("the arguments are changed")
	}
	*data.ImageId, data.SecurityGroupIds[0], *data.Placement.GroupName, request.Placement.Tenancy = "y", "y", "y", "y"
	if third := m.Input(); *third.ImageId == "y" || third.SecurityGroupIds[0] == "y" || *third.Placement.GroupName == "y" || third.Placement.Tenancy == "y" {
		t.Error("it is changed from outside")
	}
}

func TestNothingToMerge(t *testing.T) {
	for _, r := range []template.Request{nil, template.Raw(nil), launch.Spec{}, (*launch.Spec)(nil)} {
		if m, err := template.Merge(nil, r); err == nil || m != nil {
			t.Errorf("%T: got %v, %v", r, m, err)
		}
	}
	m, err := template.Merge(nil, template.Raw(&ec2.RunInstancesInput{MaxCount: new(int32(1))}))
	if err != nil || *m.Input().MaxCount != 1 {
		t.Errorf("got %v, %v", m, err)
	}
	for _, none := range []*template.Merged{nil, new(template.Merged)} {
		if none.Input() != nil || none.Origin("ImageId") != (template.Origin{}) || none.Unsure() != nil || none.Lost() != nil || none.Check(standard(t)).Err() == nil {
			t.Error("nothing holds something")
		}
	}
	if m.Check(nil).Err() == nil {
		t.Error("a nil validator does not refuse")
	}
}

// shared hands out its own request, not a copy.
type shared struct{ in *ec2.RunInstancesInput }

func (s shared) Input() *ec2.RunInstancesInput { return s.in }

func TestARequestThatHandsOutItsOwnStaysAsItIs(t *testing.T) {
	in := decode[ec2.RunInstancesInput](t, `{"MinCount":1,"MaxCount":1,"KeyName":"me","Placement":{"GroupName":"a"}}`)
	before := sdkcopy.RunInstancesInput(*in)
	data, err := template.FromSpec(shared{in})
	if err != nil {
		t.Fatal(err)
	}
	*data.KeyName, *data.Placement.GroupName = "x", "x"
	m, err := template.Merge(decode[types.RequestLaunchTemplateData](t, `{"Placement":{"Tenancy":"dedicated"},"ImageId":"a"}`), shared{in})
	if err != nil {
		t.Fatal(err)
	}
	*m.Input().KeyName = "x"
	m.Check(standard(t))
	if !sdkcopy.Equal(in, &before) {
		t.Errorf("it was changed: %+v", in)
	}
	*in.KeyName = "y"
	if *m.Input().KeyName != "me" {
		t.Error("the merged request is changed from outside")
	}
}

func standard(t *testing.T) *validate.Validator {
	t.Helper()
	v, err := validate.NewValidator(launch.Rules())
	if err != nil {
		t.Fatal(err)
	}
	return v
}
