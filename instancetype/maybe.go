package instancetype

import (
	"encoding/json"
	"math"
)

// maybe is a count that may be unknown: the count plus one, zero when unknown.
// In JSON unknown is null.
type maybe uint16

func maybeOf(n *int32) maybe {
	if n == nil || *n < 0 || *n >= math.MaxUint16 {
		return 0
	}
	return maybe(*n + 1)
}

func (m maybe) get() (n int32, ok bool) {
	if m == 0 {
		return 0, false
	}
	return int32(m - 1), true
}

func (m maybe) MarshalJSON() ([]byte, error) {
	if n, ok := m.get(); ok {
		return json.Marshal(n)
	}
	return []byte("null"), nil
}

func (m *maybe) UnmarshalJSON(b []byte) error {
	var n *int32
	err := json.Unmarshal(b, &n)
	*m = maybeOf(n)
	return err
}

// bandwidth is a number of Gbit/s times scale, zero when unknown. In JSON
// unknown is null.
type bandwidth int32

func bandwidthOf(gbps *float64) bandwidth {
	if gbps == nil || !(*gbps > 0 && *gbps <= math.MaxInt32/scale) {
		return 0
	}
	return bandwidth(scaled(*gbps))
}

func (b bandwidth) get() (gbps float64, ok bool) { return float64(b) / scale, b != 0 }

func (b bandwidth) MarshalJSON() ([]byte, error) {
	if gbps, ok := b.get(); ok {
		return json.Marshal(gbps)
	}
	return []byte("null"), nil
}

func (b *bandwidth) UnmarshalJSON(text []byte) error {
	var gbps *float64
	err := json.Unmarshal(text, &gbps)
	*b = bandwidthOf(gbps)
	return err
}
