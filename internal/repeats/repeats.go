// Package repeats finds what stands in a list more than once.
package repeats

// manyElements is the number from which on a map finds repetitions faster than
// comparing all pairs, which costs no allocation.
const manyElements = 32

// Each reports each of n elements whose key an earlier one has, together with
// the first that has it. Elements without a key repeat nothing. It asks for
// each key once at most.
func Each[K comparable](n int, key func(int) (K, bool), report func(first, again int)) {
	switch {
	case n < 2:
	case n > manyElements:
		index(n, key, report)
	default:
		search(n, key, report)
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

func search[K comparable](n int, key func(int) (K, bool), report func(first, again int)) {
	var keys [manyElements]K
	var has [manyElements]bool
	for i := range n {
		keys[i], has[i] = key(i)
		for first := 0; has[i] && first < i; first++ {
			if has[first] && keys[first] == keys[i] {
				report(first, i)
				break
			}
		}
	}
}
