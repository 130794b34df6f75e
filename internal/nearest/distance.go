package nearest

// A Name is ready to be compared with many others.
type Name struct {
	text  string
	holds [256]uint64 // for each byte, a bit for each place in the text that has it, whatever its case
}

// To prepares a name.
func To(name string) *Name {
	n := &Name{text: name}
	if len(name) > wordBits {
		return n
	}
	for i, c := range []byte(name) {
		n.holds[c] |= 1 << i
		if letter := lower(c); 'a' <= letter && letter <= 'z' {
			n.holds[letter] |= 1 << i
			n.holds[letter-'a'+'A'] |= 1 << i
		}
	}
	return n
}

const wordBits = 64

// Distance counts the edits that turn the name into another; a result above
// most says no more than that.
func (n *Name) Distance(other string, most int) int {
	switch d := len(n.text) - len(other); {
	case d > most || -d > most:
		return most + 1
	case len(n.text) == 0:
		return len(other)
	case len(n.text) > wordBits:
		return tableDistance(n.text, other)
	}
	return n.wordDistance(other, most)
}

// wordDistance is [tableDistance] with a word for a column, in which the bits
// say where the numbers rise and fall: the algorithm of Myers, with swaps, in
// "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"
// by H. Hyyrö, 2003. It gives up once the bytes to come cannot bring the
// distance down to most.
func (n *Name) wordDistance(other string, most int) int {
	distance, last := len(n.text), uint64(1)<<(len(n.text)-1)
	// The places of the name at which a number of the column is one more and
	// one less than that above it, at which it is that of the column before one
	// place above, and that hold the byte before.
	rises, falls, same, before := ^uint64(0), uint64(0), uint64(0), uint64(0)
	for i := range len(other) {
		here := n.holds[other[i]]
		swapped := (^same & here) << 1 & before
		same = ((here&rises + rises) ^ rises) | here | falls | swapped
		more := falls | ^(same | rises)
		less := same & rises
		if more&last != 0 {
			distance++
		}
		if less&last != 0 {
			distance--
		}
		if distance-(len(other)-1-i) > most {
			return most + 1
		}
		more = more<<1 | 1
		rises = less<<1 | ^(same | more)
		falls = more & same
		before = here
	}
	return distance
}

// tableDistance fills the usual table, of which it keeps three rows: row[j] is
// the distance of a[:i] and b[:j].
func tableDistance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replace := last[j-1]
			if !same(a[i-1], b[j-1]) {
				replace++
			}
			row[j] = min(replace, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && same(a[i-1], b[j-2]) && same(a[i-2], b[j-1]) {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}

// same ignores the case of ASCII letters only: Unicode folding would take the
// Kelvin sign for a k.
func same(a, b byte) bool { return lower(a) == lower(b) }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
