package main

import "testing"

// TestAllAcceptTheRequests makes sure that what is measured runs to its end.
func TestAllAcceptTheRequests(t *testing.T) {
	for _, r := range requests {
		t.Run(r.name, func(t *testing.T) {
			s := newSubject(r)
			if report := rules.Check(s.in); len(report.Violations) > 0 {
				t.Error(report)
			}
			if !byHand(s.in) {
				t.Error("the chain refuses it")
			}
			if err := mapRules.Struct(s.in); err != nil {
				t.Error("validator/v10 refuses it:", err)
			}
			if err := schema.Validate(s.decoded); err != nil {
				t.Error("JSON Schema refuses it:", err)
			}
		})
	}
}

func TestASpoiltRequestHasTenMistakes(t *testing.T) {
	for _, r := range requests {
		s := newSubject(r)
		if n := len(rules.Check(s.spoilt).Violations); n != 10 {
			t.Errorf("%s has %d", r.name, n)
		}
		if byHand(s.spoilt) || mapRulesAccept(s.spoilt) || schemaAccepts(s.spoiltDecoded) {
			t.Errorf("%s is accepted", r.name)
		}
	}
}

// TestEveryOperationRunsOnEveryRequest runs each once: those that fail panic.
func TestEveryOperationRunsOnEveryRequest(t *testing.T) {
	for _, r := range requests {
		s := newSubject(r)
		for _, o := range operations() {
			o.run(s)
		}
	}
}

func TestTheChainFindsClashesInLongLists(t *testing.T) {
	for _, name := range []string{"/dev/xvdba", "xvdba", "/dev/sdba", "/dev/sda1"} {
		in := newSubject(request{"", manyVolumes}).in
		last := &in.BlockDeviceMappings[len(in.BlockDeviceMappings)-1]
		in.BlockDeviceMappings[40].DeviceName = new("/dev/xvda")
		if !byHand(in) {
			t.Fatal("the chain refuses one root device")
		}
		last.DeviceName = &name
		if byHand(in) || len(rules.Check(in).Violations) == 0 {
			t.Errorf("%s clashes with none", name)
		}
	}
}

func TestTheChainFindsTheSameKeyInLongLists(t *testing.T) {
	in := newSubject(request{"", manyTags}).in
	list := in.TagSpecifications[0].Tags
	list[len(list)-1].Key = list[0].Key
	if byHand(in) {
		t.Error("the chain finds none")
	}
}
