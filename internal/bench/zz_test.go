package main
import "testing"
func BenchmarkRich(b *testing.B) { in := rich().Input(); for b.Loop() { check(in) } }
func BenchmarkHand(b *testing.B) { in := rich().Input(); for b.Loop() { byHand(in) } }
