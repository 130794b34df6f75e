package cloud

// value is what p points to, the zero value for nil.
func value[T any](p *T) T {
	if p == nil {
		return *new(T)
	}
	return *p
}

// or returns p, or a pointer to fallback if p is nil.
func or[T any](p *T, fallback T) *T {
	if p == nil {
		return &fallback
	}
	return p
}

// orElse returns v, or fallback if v is zero.
func orElse[T comparable](v, fallback T) T {
	if v == *new(T) {
		return fallback
	}
	return v
}

// set returns p, or nil if it points to the zero value.
func set[T comparable](p *T) *T {
	if p == nil || *p == *new(T) {
		return nil
	}
	return p
}
