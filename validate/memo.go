package validate

// A Memo is what several rules have to work out of a request. It is worked out
// once a check, when the first of them asks. A Memo is a package-level
// variable, which tells it from others:
//
//	var devices = validate.Memo[[]device]{Fill: parse}
type Memo[T any] struct {
	// Fill works out the value. It may reuse the memory of what it finds there,
	// which belongs to an earlier request.
	Fill func(*Pass, *T)
	// Forget drops of what Fill has returned that which must not outlive the check;
	// nil where nothing must.
	Forget func(*T)
}

// Of returns the value for the request that p is about. It is valid during the
// call of [Rule.Check], and must not be modified.
func (m *Memo[T]) Of(p *Pass) *T {
	if k, ok := p.recent.(*kept[T]); ok && k.memo == m {
		return &k.value
	}
	return m.find(p)
}

// find finds the value among all that p holds. Rules that ask for the same stand
// together, and find it again as the recent one.
func (m *Memo[T]) find(p *Pass) *T {
	for _, k := range p.memos {
		if k, ok := k.(*kept[T]); ok && k.memo == m {
			return k.of(p)
		}
	}
	k := &kept[T]{memo: m}
	p.memos = append(p.memos, k)
	return k.of(p)
}

// kept is the value of a memo in a [Pass], which keeps its memory for further
// requests.
type kept[T any] struct {
	memo  *Memo[T]
	value T
	begun bool // Fill was called, and may have panicked
	valid bool // Fill has returned
}

func (k *kept[T]) of(p *Pass) *T {
	if !k.valid {
		k.begun = true
		k.memo.Fill(p, &k.value)
		k.valid = true
	}
	p.recent = k
	return &k.value
}

func (k *kept[T]) forget() {
	switch {
	case k.valid && k.memo.Forget != nil:
		k.memo.Forget(&k.value)
	case k.begun && !k.valid:
		k.value = *new(T)
	}
	k.begun, k.valid = false, false
}
