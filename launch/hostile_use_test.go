package launch

import (
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
)

func TestNothingGivenIsAnswered(t *testing.T) {
	var none *validate.Validator
	var (
		volume *blockdevice.GP3Volume
		subnet *network.Subnet
		zone   *placement.Ungrouped
		spot   *market.OneTimeRequest
		target *market.Target
	)
	for name, b := range map[string]Builder{
		"zero builder":   {},
		"nil request":    FromInput(nil),
		"nil volume":     FromInput(minimal()).Device("/dev/sdf", volume),
		"nil network":    FromInput(minimal()).Network(subnet),
		"nil placement":  FromInput(minimal()).Placement(zone),
		"nil market":     FromInput(minimal()).Market(spot),
		"nil target":     FromInput(minimal()).CapacityReservation(target),
		"zero template":  FromTemplate(template.Template{}),
		"zero interface": FromInput(minimal()).Network(network.Interfaces(nil, network.Interface{}, network.ExistingInterface{}, network.EFAOnlyInterface{})),
		"nil often":      often(FromInput(minimal())),
	} {
		spec, err := b.BuildWith(none)
		if report, ok := errors.AsType[*validate.Error](err); !ok || !spec.IsZero() || len(report.Violations) > 100 {
			t.Errorf("%s: got %v and %v", name, spec, err)
		}
	}
	if Check(nil).Err() == nil {
		t.Error("nil is accepted")
	}
}

// often repeats a mistake.
func often(b Builder) Builder {
	for range 1000 {
		b = b.Network(nil).Market(nil)
	}
	return b
}

func TestAHundredGoroutinesShareAValidator(t *testing.T) {
	base := FromInput(minimal()).Tags(tags.Instance(tags.T{"Name": "web"}))
	spec, err := base.Build()
	if err != nil {
		t.Fatal(err)
	}
	want, bad := spec.Fingerprint(), FromInput(full())
	report := Check(bad.reveal()).String()
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			fork := base.Tags(tags.Instance(tags.T{"n": fmt.Sprint(i)})).Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(int32(i+1))))
			forked, err := fork.Build()
			if err != nil || *forked.Input().BlockDeviceMappings[0].Ebs.VolumeSize != int32(i+1) {
				t.Errorf("fork %d: got %v and %v", i, forked, err)
			}
			spec.Input().TagSpecifications[0].Tags[0].Key = new("changed")
			if spec.Fingerprint() != want || Check(bad.reveal()).String() != report {
				t.Error("what was shared has changed")
			}
		})
	}
	wg.Wait()
}

// What a caller still holds after a build is a copy of what was built.
func TestKeptReferencesChangeNoSpec(t *testing.T) {
	in, data, set := minimal(), []byte("#!/bin/sh"), tags.T{"Name": "web"}
	addrs, groups := []netip.Addr{netip.MustParseAddr("10.0.0.5")}, []string{"sg-12345678"}
	var kept *ec2.RunInstancesInput
	b := FromInput(in).UserData(data).Tags(tags.Instance(set)).
		Network(network.Interfaces(network.NewInterface(0).SecurityGroups(groups...).SecondaryIPv4(network.IPv4Addrs(addrs...)))).
		Edit(func(in *ec2.RunInstancesInput) { kept = in })
	spec, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	want := spec.Fingerprint()
	*in.ImageId, data[0], set["Name"], groups[0], addrs[0] = "changed", 'x', "changed", "changed", netip.Addr{}
	*kept.MinCount, kept.NetworkInterfaces[0].Groups[0] = 7, "changed"
	out := spec.Input()
	*out.UserData, out.NetworkInterfaces[0].Groups[0] = "changed", "changed"
	if again, err := b.Build(); err != nil || again.Fingerprint() != want || spec.Fingerprint() != want {
		t.Errorf("a reference reaches what was built: %v, %v", again, err)
	}
}

// A rule of a house may do its worst: what it cannot do is hide what others find.
func TestRulesGoneWrongAreTold(t *testing.T) {
	in := minimal()
	in.MaxCount = new(int32(0))
	for name, wrong := range map[string]func(*validate.Pass){
		"panics":            func(*validate.Pass) { panic(strings.Repeat("very ", 1<<20)) },
		"panics with nil":   func(*validate.Pass) { panic(nil) },
		"panics with error": func(*validate.Pass) { panic(errors.New("a\r\nb\x1b")) },
		"panics in error":   func(*validate.Pass) { panic((*validate.Error)(nil)) },
		"divides by zero":   func(p *validate.Pass) { p.Reportf("KeyName", "%d", 1 / *p.Input.MaxCount) },
		"indexes beyond":    func(p *validate.Pass) { p.Reportf(p.Input.SecurityGroupIds[3], "must") },
		"follows nil":       func(p *validate.Pass) { p.Reportf(*p.Input.KeyName, "must") },
		"reports nowhere":   func(p *validate.Pass) { p.Reportf("Placement.Nowhere", "must") },
		"reports beyond":    func(p *validate.Pass) { p.Reportf("SecurityGroupIds[9]", "must") },
		"reports amiss":     func(p *validate.Pass) { p.Reportf("SecurityGroupIds[", "must") },
		"reports the SDK's": func(p *validate.Pass) { p.Reportf("noSmithyDocumentSerde", "must") },
		"asks for no limit": func(p *validate.Pass) { p.Limit(nil) },
		"breaks the line":   func(p *validate.Pass) { p.Conflictf("KeyName", nil, "must\r\n%s", "\u202e\xff") },
		"never stops":       func(p *validate.Pass) { million(p, "KeyName") },
		"checks in a check": func(p *validate.Pass) { Check(p.Input) },
	} {
		rule := &validate.Rule{ID: "house-rule", Summary: "must", Source: validate.Source{Guide: "house"}, Code: "InvalidParameterValue", Members: []string{"KeyName"}, Check: wrong}
		v, err := validate.NewValidator(Rules(), validate.Also(rule))
		if err != nil {
			t.Fatal(err)
		}
		report := v.Check(in)
		if text := report.String(); len(text) > 64<<10 || !strings.Contains(text, "count-range") {
			t.Errorf("%s: a report of %d bytes: %.500s", name, len(text), text)
		}
		for _, found := range report.Violations {
			if strings.Contains(found.Message, "very ") {
				t.Errorf("%s: what it panicked with is printed: %q", name, found)
			}
			if len(found.Message) > 5<<10 || strings.ContainsAny(found.String(), "\r\n\x1b\u202e") || found.Rule == "house-rule" && strings.Contains(name, "panics") && found.Severity != validate.SeverityError {
				t.Errorf("%s: %q", name, found)
			}
		}
	}
	if _, err := validate.NewValidator(Rules(), validate.Also(nil), validate.Also(nil, nil)); err == nil || !strings.Contains(err.Error(), "nil") {
		t.Errorf("a nil rule: %v", err)
	}
}

func million(p *validate.Pass, path string) {
	for i := range 1_000_000 {
		p.Reportf(path, "must not be number %d", i)
	}
}

// A misspelt tag of a rule, on which go-playground/validator panics, is an error
// of the validator's construction, so that it cannot reach a check.
func TestTagsOfManyOrders(t *testing.T) {
	for _, r := range launchRules() {
		if r.Tag == "" {
			continue
		}
		for _, tag := range []string{"x" + r.Tag, r.Tag + ",", r.Tag + "|", ",", "=", "-", "dive", "keys", "required_if=A B", "min=x"} {
			misspelt := *r
			misspelt.Tag = tag
			if v, err := validate.NewValidator([]*validate.Rule{&misspelt}); err == nil {
				for _, path := range r.Members {
					if in, ok := with(path, "x"); ok {
						bounded(t, tag, v.Check(in))
					}
				}
			}
		}
	}
}
