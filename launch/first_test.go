package launch

import (
	"testing"

	"github.com/ec2launch/ec2launch/validate"
)

// BenchmarkFirstCheck is what the first check in a process costs beside the
// check itself: the catalogue is compiled.
func BenchmarkFirstCheck(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := validate.NewValidator(Rules()); err != nil {
			b.Fatal(err)
		}
	}
}
