package instancetype

// learn marks a fact as known from the first source of the record, which is the
// only one of an answer.
func (r *record) learn(f Fact) { r.source[f] = 1 }

func (r *record) setAnswer(f Fact, a Answer) {
	shift := 2 * (f - firstAnswer)
	r.answers = r.answers&^(3<<shift) | uint64(a)<<shift
	r.learn(f)
}

func (r *record) setNames(f Fact, s set) {
	r.sets[f-firstSet] = s
	r.learn(f)
}

func (r *record) setNumber(f Fact, n int64) {
	r.numbers[f-firstNumber] = n
	r.learn(f)
}

func (r *record) flag(f Fact, b *bool) {
	if b != nil {
		r.setAnswer(f, answerOf(*b))
	}
}

func (r *record) support(f Fact, s string) {
	switch s {
	case "supported":
		r.setAnswer(f, Yes)
	case "unsupported":
		r.setAnswer(f, No)
	}
}

func (r *record) number(f Fact, n *int32) {
	if n != nil {
		r.setNumber(f, int64(*n))
	}
}

func (r *record) number64(f Fact, n *int64) {
	if n != nil {
		r.setNumber(f, *n)
	}
}

func (r *record) decimal(f Fact, n *float64) {
	if n != nil {
		r.setNumber(f, scaled(*n))
	}
}

func (r *record) word(f Fact, s *string) {
	if s != nil && *s != "" {
		r.texts[f-firstText] = *s
		r.learn(f)
	}
}

func learnName[T ~string](r *record, f Fact, name T) {
	if name != "" {
		learnNames(r, f, []T{name})
	}
}

func learnNames[T ~string](r *record, f Fact, names []T) {
	if len(names) > 0 {
		r.setNames(f, setOf(names, vocabularies[f-firstSet]))
	}
}
