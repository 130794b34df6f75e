package blockdevice

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/validate"
)

func TestScratchCorpus(t *testing.T) {
	b, _ := os.ReadFile("/work/shared/corpus/index.json")
	var idx []struct {
		File, Expect, Edition, Basis string
		Offline                      bool
		Fields                       []string
	}
	json.Unmarshal(b, &idx)
	for _, c := range idx {
		f, _ := os.Open("/work/shared/corpus/" + c.File)
		in, err := clijson.Decode(f)
		if err != nil {
			t.Log(c.File, err)
			continue
		}
		for _, ed := range validate.Editions() {
			if c.Edition == "seed-2023-only" && ed != validate.Spring2023 || c.Edition == "current-only" && ed == validate.Spring2023 {
				continue
			}
			v, err := validate.NewValidator(Rules(), validate.In(ed))
			if err != nil {
				t.Fatal(err)
			}
			r := v.Check(in)
			errs, hit := 0, false
			for _, x := range r.Violations {
				if x.Severity == validate.SeverityError {
					errs++
					for _, fl := range c.Fields {
						hit = hit || fl == x.Path
					}
				}
			}
			ours := strings.Contains(strings.Join(c.Fields, " "), "BlockDevice")
			switch {
			case c.Expect == "valid" && len(r.Violations) > 0, c.Expect == "invalid" && !c.Offline && errs > 0:
				t.Log("NOISE", errs, ed, c.File, r)
			case c.Expect == "invalid" && c.Offline && ours && !hit:
				t.Log("MISS", ed, c.File, c.Basis, c.Fields, r)
			case c.Expect == "invalid" && !ours && len(r.Violations) > 0:
				t.Log("OTHER", errs, ed, c.File, r)
			}
		}
	}
}
