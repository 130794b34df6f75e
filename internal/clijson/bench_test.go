package clijson_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

// BenchmarkDecode compares with json.Unmarshal into the same struct, which
// takes the time 1.
func BenchmarkDecode(b *testing.B) {
	full, err := clijson.Encode(filled(), clijson.Indent("  "), clijson.Reveal())
	if err != nil {
		b.Fatal(err)
	}
	usual, err := os.ReadFile("../../launch/testdata/requests/web-fleet.json")
	if err != nil {
		b.Fatal(err)
	}
	script, err := json.Marshal(map[string]string{"UserData": string(bytes.Repeat([]byte("echo \"hello\"\n"), 1000))})
	if err != nil {
		b.Fatal(err)
	}
	for name, doc := range map[string][]byte{"every member": full, "usual members": usual, "user data": script} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := clijson.Decode(bytes.NewReader(doc)); err != nil {
					b.Fatal(err)
				}
			}
			start := time.Now()
			for range b.N {
				if err := json.Unmarshal(doc, new(ec2.RunInstancesInput)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(time.Since(start)), "x-Unmarshal")
		})
	}
}

// BenchmarkEncode compares with json.Marshal of the same struct, which takes
// the time 1.
func BenchmarkEncode(b *testing.B) {
	in := filled()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := clijson.Encode(in); err != nil {
			b.Fatal(err)
		}
	}
	start := time.Now()
	for range b.N {
		if _, err := json.Marshal(in); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed())/float64(time.Since(start)), "x-Marshal")
}
