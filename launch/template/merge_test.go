package template_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/validate"
)

// A combination is a template, a request, and what EC2 launches of them: null
// where it refuses to.
type combination struct {
	ID                           string
	Basis                        string // of what is launched: documented, observed, inferred or unknown
	Template, Request, Effective json.RawMessage
}

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

// launchable completes a fragment, so that only what it says can be at fault.
func launchable(t *testing.T, request json.RawMessage) string {
	t.Helper()
	members := map[string]json.RawMessage{}
	if err := json.Unmarshal(request, &members); err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]string{"ImageId": `"ami-0123456789abcdef0"`, "MinCount": "1", "MaxCount": "1"} {
		if members[name] == nil {
			members[name] = json.RawMessage(value)
		}
	}
	text, err := json.Marshal(members)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTemplatesAndRequestsCombineAsEC2CombinesThem(t *testing.T) {
	rules := standard(t)
	for _, c := range combinations(t) {
		if bytes.Equal(c.Effective, []byte("null")) {
			report := merge(t, string(c.Template), launchable(t, c.Request)).Check(rules)
			if unknown := c.Basis == "unknown"; (report.Err() == nil) != unknown {
				t.Errorf("%s: refused by EC2 (%s), but the report is %v", c.ID, c.Basis, report)
			}
			continue
		}
		m := merge(t, string(c.Template), string(c.Request))
		got, want := m.Input(), decode[ec2.RunInstancesInput](t, string(c.Effective))
		if !sdkcopy.Equal(got, want) && len(m.Unsure()) == 0 {
			g, _ := clijson.EncodeCall(got)
			t.Errorf("%s:\n got %s\nwant %s", c.ID, g, c.Effective)
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

func TestCheckNamesBothSides(t *testing.T) {
	m := merge(t, `{"ImageId":"ami-0123456789abcdef0","InstanceType":"m6i.large","NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
		`{"MinCount":1,"MaxCount":1,"SecurityGroupIds":["sg-0123456789abcdef0"]}`)
	report := m.Check(standard(t))
	if len(report.Violations) != 1 {
		t.Fatalf("got %v", report)
	}
	v := report.Violations[0]
	if v.Path != "SecurityGroupIds" || !slices.Equal(v.With, []string{"LaunchTemplateData.NetworkInterfaces"}) || !strings.Contains(v.Message, "template") {
		t.Errorf("got %+v", v)
	}

	m = merge(t, `{"ImageId":"ami-0123456789abcdef0","InstanceType":"m5.large","RamDiskId":"x"}`, `{"MinCount":1,"MaxCount":1}`)
	for _, v := range m.Check(standard(t)).Violations {
		if v.Path != "LaunchTemplateData.RamDiskId" {
			t.Errorf("got %+v", v)
		}
	}
}

// What no page tells is not judged, and nothing that is said alone either.
func TestWhatIsUnsureIsNotJudged(t *testing.T) {
	m := merge(t, `{"ImageId":"ami-0123456789abcdef0","InstanceType":"m6i.large","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":10,"Iops":500}}]}`,
		`{"MinCount":1,"MaxCount":1,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"st1","VolumeSize":125}}]}`)
	if report := m.Check(standard(t)); len(report.Violations) != 0 {
		t.Errorf("got %v", report)
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
}

func TestNothingToMerge(t *testing.T) {
	for _, r := range []template.Request{nil, template.Raw(nil), launch.Spec{}} {
		if _, err := template.Merge(nil, r); err == nil {
			t.Errorf("%T: no error", r)
		}
		if _, err := template.FromSpec(r); err == nil {
			t.Errorf("%T: no error of FromSpec", r)
		}
	}
	m := merge(t, `{}`, `{"MaxCount":1}`)
	if got := m.Input(); *got.MaxCount != 1 {
		t.Errorf("got %v", got)
	}
	var none *template.Merged
	if none.Input() != nil || none.Origin("ImageId") != (template.Origin{}) || none.Unsure() != nil || none.Lost() != nil || none.Check(standard(t)).Err() == nil {
		t.Error("nil holds something")
	}
	if m.Check(nil).Err() == nil {
		t.Error("a nil validator does not refuse")
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
