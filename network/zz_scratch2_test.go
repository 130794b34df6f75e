package network_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
)

func TestScratchCorpusB(t *testing.T) {
	data, err := os.ReadFile("/work/shared/corpus/index.json")
	if err != nil {
		t.Fatal(err)
	}
	var idx []struct {
		File, Expect, Edition, Basis, Constraint string
		Fields                                   []string
	}
	if err := json.Unmarshal(data, &idx); err != nil {
		t.Fatal(err)
	}
	for _, e := range validate.Editions() {
		v, err := validate.NewValidator(network.Rules(), validate.In(e))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range idx {
			if c.Edition == "seed-2023-only" && e != validate.Spring2023 || c.Edition == "current-only" && e == validate.Spring2023 {
				continue
			}
			f, err := os.Open("/work/shared/corpus/" + c.File)
			if err != nil {
				t.Fatal(err)
			}
			in, err := clijson.Decode(f)
			f.Close()
			if err != nil {
				t.Logf("%s: %v", c.File, err)
				continue
			}
			r := v.Check(in)
			if c.Expect == "valid" {
				if len(r.Violations) > 0 {
					t.Errorf("VALID %v %s: %v", e, c.File, r)
				}
				continue
			}
			hit := false
			for _, w := range r.Violations {
				if slices.Contains(c.Fields, w.Path) {
					hit = true
				} else {
					t.Logf("other %s (%v): %s %s", c.File, c.Fields, w.Rule, w.Path)
				}
			}
			mine := slices.ContainsFunc(c.Fields, func(f string) bool {
				for _, s := range []string{"Subnet", "SecurityGroup", "PrivateIp", "Ipv6Ad", "Prefix", "Dns", "NetworkInterfaces", "SecondaryInt", "NetworkPerf"} {
					if strings.Contains(f, s) {
						return true
					}
				}
				return false
			})
			if mine && !hit {
				t.Logf("MISS %v %s %s %v %s", e, c.File, c.Basis, c.Fields, c.Constraint)
			}
		}
	}
}
