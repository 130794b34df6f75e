package instancetype

import "math"

//go:generate go -C internal/gen run .

// A row is one type of the embedded table. Each member indexes a list of
// distinct values, in which 0 stands for unknown; row 0 belongs to no type and
// knows nothing. The generator writes the rows and the lists as plain composite
// literals, which the linker lays out: nothing is parsed or built when a
// program starts.
type row struct {
	traits       uint16
	cards        uint16
	numbers      [numNumbers]uint8
	texts        [numTexts]uint8
	cores        uint8
	threads      uint8
	efaCards     uint8
	disks        uint8
	gpus         uint8
	accelerators uint8
	sources      uint8
}

// traits are the facts that fit a few bits.
type traits struct {
	answers uint64 // two bits an [Answer]
	sets    [numSets]set
}

func (t *traits) answer(f Fact) Answer { return Answer(t.answers >> (2 * (f - firstAnswer)) & 3) }

func (t *traits) set(f Fact) set { return t.sets[f-firstSet] }

// sourcesOf holds the source of every fact as an index into a list of sources;
// 0 means that the fact is not known.
type sourcesOf [endOfFacts]uint8

// scale is what decimals are multiplied with to store them: every figure that
// EC2 publishes comes out whole.
const scale = 10_000

func scaled(n float64) int64 { return int64(math.Round(n * scale)) }
