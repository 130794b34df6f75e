package instancetype

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

var sinkInt int32

func BenchmarkLookup(b *testing.B) {
	all := types.InstanceType("").Values()
	index := make(map[types.InstanceType]int32, len(all))
	for i := range All() {
		n, _ := i.VCPUs()
		index[i.Type()] = n
	}
	b.Run("table", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			info, _ := Lookup(all[i])
			n, _ := info.VCPUs()
			sinkInt += n
			if i++; i == len(all) {
				i = 0
			}
		}
	})
	b.Run("map", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			sinkInt += index[all[i]]
			if i++; i == len(all) {
				i = 0
			}
		}
	})
}
