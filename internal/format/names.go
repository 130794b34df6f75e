package format

// Names is a list of names that is asked whether it has others. It keeps them by
// length and last byte, in which most names of one list differ.
type Names [16][]string

// NamesOf returns a list of names.
func NamesOf(names []string) *Names {
	n := new(Names)
	for _, name := range names {
		at := shelf(name)
		n[at] = append(n[at], name)
	}
	return n
}

// Has reports whether a name is one of those listed.
func (n *Names) Has(name string) bool {
	for _, other := range n[shelf(name)] {
		if other == name {
			return true
		}
	}
	return false
}

// shelf is where in Names a name is kept.
func shelf(name string) byte {
	if name == "" {
		return 0
	}
	return (name[len(name)-1] + byte(len(name))) % byte(len(Names{}))
}
