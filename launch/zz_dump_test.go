package launch

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func dumpDecode(spec string, opts ...clijson.Option) *ec2.RunInstancesInput {
	in, _ := clijson.Decode(strings.NewReader(ruletest.Minimal))
	if err := clijson.DecodeFragment(in, strings.NewReader(spec), opts...); err != nil {
		return nil
	}
	return in
}

func collect(v any, f func(json.RawMessage)) {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			if k == "spec" || k == "valid" || k == "invalid" {
				if m, ok := e.(map[string]any); ok {
					b, _ := json.Marshal(m)
					f(b)
				}
			}
			collect(e, f)
		}
	case []any:
		for _, e := range v {
			collect(e, f)
		}
	}
}

func TestZZDump(t *testing.T) {
	path := os.Getenv("DUMP")
	if path == "" {
		t.Skip()
	}
	out, _ := os.Create(path)
	defer out.Close()
	w := bufio.NewWriterSize(out, 1<<20)
	defer w.Flush()
	type check struct {
		n string
		v *validate.Validator
	}
	var vs []check
	for _, e := range validate.Editions() {
		for i, o := range [][]validate.Option{{}, {validate.Advise()}, {validate.Advise(), validate.Strict()}} {
			v, err := validate.NewValidator(Rules(), append(o, validate.In(e))...)
			if err != nil {
				t.Fatal(err)
			}
			vs = append(vs, check{fmt.Sprint(e, i), v})
		}
	}
	n, found := 0, 0
	judge := func(name string, in *ec2.RunInstancesInput) {
		if in == nil {
			return
		}
		n++
		for _, c := range vs {
			r := c.v.Check(in)
			found += len(r.Violations)
			b, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(w, "%s %s %s\n", name, c.n, b)
		}
	}
	files, _ := filepath.Glob("/work/shared/corpus/*.json")
	for _, f := range files {
		if filepath.Base(f) == "index.json" {
			continue
		}
		data, _ := os.ReadFile(f)
		in, err := clijson.Decode(strings.NewReader(string(data)))
		if err != nil {
			t.Log(f, err)
			continue
		}
		judge(filepath.Base(f), in)
	}
	files, _ = filepath.Glob("../*/rules/testdata/inventory.json")
	more, _ := filepath.Glob("*/rules/testdata/inventory.json")
	more2, _ := filepath.Glob("rules/testdata/inventory.json")
	var fragments []string
	for _, f := range append(append(files, more...), more2...) {
		data, _ := os.ReadFile(f)
		var entries []map[string]json.RawMessage
		if err := json.Unmarshal(data, &entries); err != nil {
			t.Fatal(f, err)
		}
		for _, e := range entries {
			for _, k := range []string{"valid", "invalid"} {
				if s := e[k]; s != nil {
					fragments = append(fragments, string(s))
				}
			}
			var cases []map[string]json.RawMessage
			json.Unmarshal(e["cases"], &cases)
			for _, c := range cases {
				fragments = append(fragments, string(c["spec"]))
			}
		}
	}
	inventory := len(fragments)
	for _, r := range Rules() {
		for _, list := range [][]validate.Example{r.Good, r.Bad} {
			for _, x := range list {
				if x.Base64 {
					judge("x:"+r.ID, dumpDecode(x.Spec, clijson.Base64UserData()))
				} else {
					fragments = append(fragments, x.Spec)
				}
			}
		}
	}
	for i, s := range fragments {
		judge(fmt.Sprint("f", i), dumpDecode(s))
	}
	// pairs of fragments, one over the other
	rnd := rand.New(rand.NewPCG(1, 2))
	for i := range 6000 {
		a, b := fragments[rnd.IntN(len(fragments))], fragments[rnd.IntN(len(fragments))]
		in := dumpDecode(a)
		if in == nil || clijson.DecodeFragment(in, strings.NewReader(b)) != nil {
			continue
		}
		judge(fmt.Sprint("p", i), in)
	}
	for i := range 4000 {
		data := make([]byte, 50+rnd.IntN(900))
		for j := range data {
			data[j] = byte(rnd.IntN(256))
		}
		judge(fmt.Sprint("r", i), (&choices{data}).request())
		judge(fmt.Sprint("v", i), (&choices{data}).variation())
	}
	t.Logf("%d corpus+inventory fragments %d, requests %d, violations %d", len(files), inventory, n, found)
}
