package tags_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/launch/tags"
)

func TestApply(t *testing.T) {
	for _, tt := range []struct {
		name           string
		specifications []tags.Specification
		want           string
	}{
		{
			"instance",
			[]tags.Specification{tags.Instance(tags.T{"k": "v"})},
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"v"}]}]}`,
		},
		{
			"volume",
			[]tags.Specification{tags.Volume(tags.T{"k": "v"})},
			`{"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"k","Value":"v"}]}]}`,
		},
		{
			"network interface",
			[]tags.Specification{tags.NetworkInterface(tags.T{"k": "v"})},
			`{"TagSpecifications":[{"ResourceType":"network-interface","Tags":[{"Key":"k","Value":"v"}]}]}`,
		},
		{
			"Spot request",
			[]tags.Specification{tags.SpotRequest(tags.T{"k": "v"})},
			`{"TagSpecifications":[{"ResourceType":"spot-instances-request","Tags":[{"Key":"k","Value":"v"}]}]}`,
		},
		{
			"another type",
			[]tags.Specification{tags.Resource(types.ResourceTypeElasticGpu, tags.T{"k": "v"})},
			`{"TagSpecifications":[{"ResourceType":"elastic-gpu","Tags":[{"Key":"k","Value":"v"}]}]}`,
		},
		{
			"a map is sorted by key",
			[]tags.Specification{tags.Instance(tags.T{"c": "3", "a": "1", "b": "2", "B": ""})},
			`{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"B","Value":""},{"Key":"a","Value":"1"},{"Key":"b","Value":"2"},` +
				`{"Key":"c","Value":"3"}]}]}`,
		},
		{
			"single tags keep their order",
			[]tags.Specification{tags.Instance(nil).Tag("z", "1").Tag("a", "2")},
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"z","Value":"1"},{"Key":"a","Value":"2"}]}]}`,
		},
		{
			"a key keeps its place and takes the last value",
			[]tags.Specification{tags.Instance(tags.T{"a": "1", "b": "2"}).Tag("a", "3")},
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"3"},{"Key":"b","Value":"2"}]}]}`,
		},
		{
			"one type is merged, others follow",
			[]tags.Specification{
				tags.Instance(tags.T{"a": "1", "b": "2"}),
				tags.Volume(tags.T{"a": "1"}),
				tags.Instance(tags.T{"b": "3", "c": "4"}),
			},
			`{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"3"},{"Key":"c","Value":"4"}]},` +
				`{"ResourceType":"volume","Tags":[{"Key":"a","Value":"1"}]}]}`,
		},
		{"no tags", []tags.Specification{tags.Instance(nil), {}}, `{}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var in ec2.RunInstancesInput
			for _, s := range tt.specifications {
				s.Apply(&in)
			}
			if diff := cmp.Diff(tt.want, text(t, &in)); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

func TestForksShareNothing(t *testing.T) {
	given := tags.T{"a": "1"}
	base := tags.Instance(given).Tag("b", "2")
	given["a"] = "changed"
	_, _, _ = base.Tag("a", "x"), base.Tag("c", "y"), base.Tag("c", "z")

	var changed, in ec2.RunInstancesInput
	base.Apply(&changed)
	*changed.TagSpecifications[0].Tags[0].Key = "changed"
	*changed.TagSpecifications[0].Tags[1].Value = "changed"
	base.Apply(&in)

	want := `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}]}`
	if diff := cmp.Diff(want, text(t, &in)); diff != "" {
		t.Errorf("base after its map, its forks and its request were changed (-want +got):\n%s", diff)
	}
}

// Two requests that start as shallow copies of one must not meet in its lists.
func TestApplyLeavesSharedListsAlone(t *testing.T) {
	specifications := make([]types.TagSpecification, 0, 8)
	in := ec2.RunInstancesInput{TagSpecifications: append(specifications, types.TagSpecification{
		ResourceType: types.ResourceTypeInstance,
		Tags:         append(make([]types.Tag, 0, 8), types.Tag{Key: new("a"), Value: new("1")}, types.Tag{}),
	})}
	before := sdkcopy.RunInstancesInput(in)

	one, two := in, in
	tags.Instance(tags.T{"a": "2", "b": "1"}).Apply(&one)
	tags.Volume(tags.T{"one": ""}).Apply(&one)
	wantOne := text(t, &one)
	tags.Instance(tags.T{"a": "3", "c": "1"}).Apply(&two)
	tags.Volume(tags.T{"two": ""}).Apply(&two)

	if diff := cmp.Diff(text(t, &before), text(t, &in)); diff != "" {
		t.Errorf("original (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantOne, text(t, &one)); diff != "" {
		t.Errorf("first copy after the second was changed (-want +got):\n%s", diff)
	}
}

// text is a request as JSON.
func text(t *testing.T, in *ec2.RunInstancesInput) string {
	t.Helper()
	b, err := clijson.Encode(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
