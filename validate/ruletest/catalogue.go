package ruletest

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// nothing is a catalogue that knows no type.
type nothing struct{}

func (nothing) Lookup(types.InstanceType) (instancetype.Info, bool) {
	return instancetype.Info{}, false
}

// noting is the embedded catalogue, and notes that it is asked.
type noting struct{ asked *bool }

func (n noting) Lookup(t types.InstanceType) (instancetype.Info, bool) {
	*n.asked = true
	return instancetype.Lookup(t)
}

// without returns a catalogue of the types in the requests that has forgotten a
// fact.
func (a *agreement) without(t testing.TB, f instancetype.Fact) instancetype.Catalogue {
	t.Helper()
	if c := a.unlearned[f]; c != nil {
		return c
	}
	var snapshot, changed bytes.Buffer
	if err := instancetype.WriteSnapshot(&snapshot, slices.Values(a.types())); err != nil {
		t.Fatal(err)
	}
	column := -1
	for line := range bytes.Lines(snapshot.Bytes()) {
		var fields map[string]json.RawMessage
		if err := json.Unmarshal(line, &fields); err != nil {
			t.Fatal(err)
		}
		if facts := fields["facts"]; facts != nil {
			var names []string
			if err := json.Unmarshal(facts, &names); err != nil {
				t.Fatal(err)
			}
			column = slices.Index(names, f.String())
		} else {
			var values []json.RawMessage
			if err := json.Unmarshal(fields["values"], &values); err != nil {
				t.Fatal(err)
			}
			values[column] = json.RawMessage("null")
			fields["values"], _ = json.Marshal(values)
		}
		line, err := json.Marshal(fields)
		if err != nil {
			t.Fatal(err)
		}
		changed.Write(append(line, '\n'))
	}
	c, err := instancetype.ReadSnapshot(&changed)
	if err != nil {
		t.Fatal(err)
	}
	a.unlearned[f] = c
	return c
}

// types lists what is known of the types in the requests.
func (a *agreement) types() (infos []instancetype.Info) {
	seen := map[types.InstanceType]bool{}
	for _, in := range a.requests {
		t := in.in.(*ec2.RunInstancesInput).InstanceType
		info, known := instancetype.Lookup(t)
		if known && !seen[t] {
			seen[t] = true
			infos = append(infos, info)
		}
	}
	return infos
}
