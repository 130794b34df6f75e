// Package repeats finds what stands in a list more than once.
package repeats

const (
	// manyElements is the number from which on a map finds repetitions faster
	// than comparing all pairs, which costs no allocation.
	manyElements = 32
	// fewElements is the number up to which it costs more to clear the room for
	// many keys than to compare them.
	fewElements = 4
)

// Each reports each of n elements whose key an earlier one has, together with
// the first that has it. Elements without a key repeat nothing. It asks for
// each key once at most.
func Each[K comparable](n int, key func(int) (K, bool), report func(first, again int)) {
	switch {
	case n < 2:
	case n == 2:
		pair(key, report)
	case n <= fewElements:
		var room [fewElements]element[K]
		search(room[:n], key, report)
	case n <= manyElements:
		var room [manyElements]element[K]
		search(room[:n], key, report)
	default:
		index(n, key, report)
	}
}

func pair[K comparable](key func(int) (K, bool), report func(first, again int)) {
	one, has := key(0)
	if other, ok := key(1); has && ok && one == other {
		report(0, 1)
	}
}

func index[K comparable](n int, key func(int) (K, bool), report func(first, again int)) {
	firsts := make(map[K]int, n)
	for i := range n {
		k, ok := key(i)
		if !ok {
			continue
		}
		if first, seen := firsts[k]; seen {
			report(first, i)
		} else {
			firsts[k] = i
		}
	}
}

// An element is one that may have a key.
type element[K comparable] struct {
	key K
	has bool
}

func search[K comparable](all []element[K], key func(int) (K, bool), report func(first, again int)) {
	for i := range all {
		e := &all[i]
		e.key, e.has = key(i)
		for first := 0; e.has && first < i; first++ {
			if all[first].has && all[first].key == e.key {
				report(first, i)
				break
			}
		}
	}
}
