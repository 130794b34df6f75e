package instancetype

import "encoding/json"

// maybe is a whole number that may be unknown: the number plus one, zero when unknown. In JSON unknown is null.
type maybe int32

func maybeOf(n *int32) maybe {
	if n == nil {
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

// positive is a number greater than zero, or zero when unknown. In JSON unknown is null.
type positive float64

func positiveOf(n *float64) positive {
	if n == nil {
		return 0
	}
	return positive(*n)
}

func (p positive) get() (n float64, ok bool) { return float64(p), p > 0 }

func (p positive) MarshalJSON() ([]byte, error) {
	if n, ok := p.get(); ok {
		return json.Marshal(n)
	}
	return []byte("null"), nil
}
