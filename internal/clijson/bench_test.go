package clijson_test

import (
	"testing"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

func BenchmarkDecode(b *testing.B) {
	doc, err := clijson.Encode(filled(), clijson.Reveal())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(string(doc)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	in := filled()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := clijson.Encode(in); err != nil {
			b.Fatal(err)
		}
	}
}
