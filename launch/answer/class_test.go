package answer_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/answer"
)

func TestClassesHaveOneTextForm(t *testing.T) {
	for class, want := range map[answer.Class]string{
		answer.Unknown: "unknown", answer.Capacity: "capacity", answer.Quota: "quota", answer.Throttling: "throttling",
		answer.NotReady: "not-ready", answer.InvalidRequest: "invalid-request", answer.Auth: "auth",
		answer.Transient: "transient", answer.Idempotency: "idempotency", answer.DryRun: "dry-run",
	} {
		text, err := class.MarshalText()
		if err != nil || string(text) != want || class.String() != want {
			t.Errorf("%d: text %q, string %q, error %v, want %q", class, text, class, err, want)
		}
		var back answer.Class
		if err := back.UnmarshalText(text); err != nil || back != class {
			t.Errorf("%q reads as %v, error %v", text, back, err)
		}
	}
}

func TestInstancesHaveOneTextForm(t *testing.T) {
	for value, want := range map[answer.Instances]string{
		answer.InstancesUnknown: "unknown", answer.InstancesNone: "none",
		answer.InstancesExist: "exist", answer.InstancesTerminated: "terminated",
	} {
		text, err := value.MarshalText()
		if err != nil || string(text) != want || value.String() != want {
			t.Errorf("%d: text %q, string %q, error %v, want %q", value, text, value, err, want)
		}
		var back answer.Instances
		if err := back.UnmarshalText(text); err != nil || back != value {
			t.Errorf("%q reads as %v, error %v", text, back, err)
		}
	}
}

func TestOtherTextIsNoClass(t *testing.T) {
	for _, text := range []string{"", "Capacity", "capacity ", "state-not-found", "Class(1)"} {
		class, instances := answer.Quota, answer.InstancesExist
		if err := class.UnmarshalText([]byte(text)); err == nil || class != answer.Quota {
			t.Errorf("class %q: got %v, error %v, want an error and no change", text, class, err)
		}
		if err := instances.UnmarshalText([]byte(text)); err == nil || instances != answer.InstancesExist {
			t.Errorf("instances %q: got %v, error %v, want an error and no change", text, instances, err)
		}
	}
}

func TestNumbersBeyondTheConstantsHaveNoTextForm(t *testing.T) {
	if text, err := answer.Class(200).MarshalText(); err == nil || answer.Class(200).String() != "Class(200)" {
		t.Errorf("class: text %q, string %s, want an error", text, answer.Class(200))
	}
	if text, err := answer.Instances(200).MarshalText(); err == nil || answer.Instances(200).String() != "Instances(200)" {
		t.Errorf("instances: text %q, string %s, want an error", text, answer.Instances(200))
	}
}

func TestAnAnswerReadsBackFromJSON(t *testing.T) {
	want := answer.Of(refusal(t, 500, "InsufficientInstanceCapacity", "m"))
	document, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got answer.Answer
	if err := json.Unmarshal(document, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", document, diff)
	}
}

func TestNothingIsReadIntoNil(t *testing.T) {
	if (*answer.Class)(nil).UnmarshalText([]byte("quota")) == nil || (*answer.Instances)(nil).UnmarshalText([]byte("none")) == nil {
		t.Error("no error")
	}
}
