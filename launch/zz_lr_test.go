package launch

import (
	"testing"
	"strings"
	"encoding/base64"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)
func BenchmarkUserData(b *testing.B) {
	data := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("#!/bin/bash\nyum install -y httpd\n", 33)[:1024]))
	in, _ := ruletest.Decode(`{}`)
	for _, sz := range []int{0, 1, 16} {
	b.Run("", func(b *testing.B) {
		if sz==1 {in.UserData = &data}
		if sz==16 {d := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("#!/bin/bash\nyum install -y httpd\n", 500)[:16384])); in.UserData=&d}
		v, err := validate.NewValidator(ownRules())
		if err != nil { b.Fatal(err) }
		if len(v.Check(in).Violations) > 0 { b.Fatal(v.Check(in)) }
		b.ReportAllocs()
		for b.Loop() { v.Check(in) }
	})
	}
	b.Run("encodingOf", func(b *testing.B) { for b.Loop() { encodingOf(data) } })
	b.Run("symbols", func(b *testing.B) { for b.Loop() { countSymbols(data) } })
}

func TestZAlloc(t *testing.T) {
	in, err := ruletest.Decode(`{"MaxCount":6,"KeyName":"ops","ClientToken":"web-2026-11-21","IamInstanceProfile":{"Name":"web"},"UserData":"#!/bin/sh\necho hello\n","Monitoring":{"Enabled":true}}`)
	if err != nil { t.Fatal(err) }
	for _, r := range Rules() {
		v, err := validate.NewValidator([]*validate.Rule{r})
		if err != nil { t.Fatal(err) }
		if n := testing.AllocsPerRun(100, func() { v.Check(in) }); n > 0 { t.Log(r.ID, n) }
	}
}
