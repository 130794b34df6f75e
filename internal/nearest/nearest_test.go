package nearest

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestNames(t *testing.T) {
	known := []string{"ImageId", "MinCount", "MaxCount", "SecurityGroupIds", "SecurityGroups", "KeyName", "Ebs"}
	tests := []struct {
		reason string
		name   string
		n      int
		want   []string
	}{
		{"one letter missing", "ImagId", 1, []string{"ImageId"}},
		{"one letter too many", "ImageeId", 1, []string{"ImageId"}},
		{"one letter wrong", "ImageIt", 1, []string{"ImageId"}},
		{"neighbours swapped count as one edit", "Esb", 1, []string{"Ebs"}},
		{"a short name may be one edit off", "Eb", 1, []string{"Ebs"}},
		{"and no more", "E", 1, nil},
		{"one letter too many in a short name", "Ebbs", 1, []string{"Ebs"}},
		{"two too many in front and two missing behind", "xxImage", 1, nil},
		{"case counts for nothing", "MINCOUNT", 1, []string{"MinCount"}},
		{"closest first", "SecurityGroup", 2, []string{"SecurityGroups", "SecurityGroupIds"}},
		{"no more than asked for", "SecurityGroup", 1, []string{"SecurityGroups"}},
		{"equally close in the order known", "MixCount", 2, []string{"MinCount", "MaxCount"}},
		{"the Kelvin sign is three other bytes", "\u212aeyName", 1, []string{"KeyName"}},
		{"and too far off in a short name", "\u212aey", 1, nil},
		{"nothing is close", "Frobnicate", 3, nil},
		{"empty name", "", 3, nil},
		{"none wanted", "ImageId", 0, nil},
		{"negative is none", "ImageId", -1, nil},
		{"very long", strings.Repeat("ImageId", 150_000), 3, nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Names(tt.name, known, tt.n)); diff != "" {
			t.Errorf("%s: Names(%.20q) (-want +got):\n%s", tt.reason, tt.name, diff)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"m5.large", "m5.large", 0},
		{"", "m5", 2},
		{"m5.lrge", "m5.large", 1},
		{"m5.larrge", "m5.large", 1},
		{"m5.lurge", "m5.large", 1},
		{"m5.lagre", "m5.large", 1},
		{"5m.lagre", "m5.large", 2},
		{"t3.nano", "c5.metal", 7},
	} {
		if got, back := To(test.a).Distance(test.b, 10), To(test.b).Distance(test.a, 10); got != test.want ||
			back != test.want {
			t.Errorf("%q and %q are %d and %d apart, want %d", test.a, test.b, got, back, test.want)
		}
	}
}

// TestWordsCountLikeTheTable compares both ways to count on random names of few
// letters, which have many edits in common.
func TestWordsCountLikeTheTable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	random := func(longest int) string {
		b := make([]byte, r.IntN(longest+1))
		for i := range b {
			b[i] = "aAbB1.\xe2"[r.IntN(7)]
		}
		return string(b)
	}
	for range 20_000 {
		a, b := random(12), random(12)
		if r.IntN(10) == 0 {
			a, b = random(wordBits), random(2*wordBits)
		}
		most := r.IntN(20)
		want := min(tableDistance(a, b), most+1)
		if got := min(To(a).Distance(b, most), most+1); got != want {
			t.Fatalf("%q and %q are %d apart, want %d", a, b, got, want)
		}
	}
}

// TestLongNames: a name that no word holds is compared as well.
func TestLongNames(t *testing.T) {
	long := strings.Repeat("ImageId", 20)
	for text, want := range map[string]int{long: 0, long + "x": 1, strings.ToUpper(long[2:]): 2,
		long[:len(long)-3]: 3, long + "four": 4} {
		if got := To(long).Distance(text, 3); got != want {
			t.Errorf("%d apart, want %d", got, want)
		}
	}
}

// BenchmarkDistance compares with the table, which takes the time 1.
func BenchmarkDistance(b *testing.B) {
	const known, most = "c5.xlarge", 4
	wrong := To("m7i.larg")
	b.ReportAllocs()
	for b.Loop() {
		wrong.Distance(known, most)
	}
	start := time.Now()
	for range b.N {
		tableDistance(wrong.text, known)
	}
	b.ReportMetric(float64(b.Elapsed())/float64(time.Since(start)), "x-table")
}
