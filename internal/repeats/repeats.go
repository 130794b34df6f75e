// Package repeats finds what stands in a list more than once.
package repeats

// manyElements is the number from which on a map finds repetitions faster than
// comparing all pairs, which costs no allocation.
const manyElements = 32

// Each reports each of n elements whose key an earlier one has, together
// with the first that has it. Elements without a key repeat nothing.
func Each[K comparable](n int, key func(int) (K, bool), report func(first, again int)) {
	if n > manyElements {
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
		return
	}
	for i := range n {
		k, ok := key(i)
		for first := 0; ok && first < i; first++ {
			if other, has := key(first); has && other == k {
				report(first, i)
				break
			}
		}
	}
}
