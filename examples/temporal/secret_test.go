package temporal_test

import (
	"strings"
	"sync"
	"testing"

	commonpb "go.temporal.io/api/common/v1"
	"go.temporal.io/sdk/converter"

	"github.com/ec2launch/ec2launch/examples/temporal"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// storage is all that Temporal is given to store.
type storage struct {
	converter.DataConverter
	mu   sync.Mutex
	text strings.Builder
}

func (s *storage) ToPayload(value any) (*commonpb.Payload, error) {
	p, err := s.DataConverter.ToPayload(value)
	s.note(p)
	return p, err
}

func (s *storage) ToPayloads(values ...any) (*commonpb.Payloads, error) {
	p, err := s.DataConverter.ToPayloads(values...)
	for _, one := range p.GetPayloads() {
		s.note(one)
	}
	return p, err
}

func (s *storage) note(p *commonpb.Payload) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text.Write(p.GetData())
}

func TestTemporalStoresNoUserData(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 0))
	srv.Fail("RunInstances", launchtest.Refuse(400, "InvalidParameterValue", "Invalid value: c3dvcmRmaXNo (swordfish)"))
	env := newTemporal(newSteps(srv.Client(), workers(launch.Exactly(20))))
	store := &storage{DataConverter: converter.GetDefaultDataConverter()}
	env.SetDataConverter(store)
	env.ExecuteWorkflow(temporal.Launch, newPlan(t, workers(launch.Exactly(20)), launcher.BatchSize(10)))
	if _, err := outcome(t, env); err == nil {
		t.Error("the workflow succeeded without capacity")
	}
	text := store.text.String()
	if !strings.Contains(text, "InvalidParameterValue") || !strings.Contains(text, `"launchId"`) {
		t.Errorf("what is stored lacks plan or answer:\n%s", text)
	}
	if strings.Contains(text, "swordfish") || strings.Contains(text, "c3dvcmRmaXNo") {
		t.Errorf("what is stored shows user data:\n%s", text)
	}
}
