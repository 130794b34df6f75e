package launcher

// A Batch is one RunInstances request of a [Plan].
type Batch struct {
	// Path is the number of the batch in the plan, from "0". The halves of a
	// batch that was too large for EC2 append theirs: "3.0" and "3.1".
	Path string `json:"path"`
	// Min and Max are the request's MinCount and MaxCount.
	Min int `json:"min"`
	Max int `json:"max"`
	// Attempt is 0 for the spec as it is, and n for its alternative n, counted
	// from 1.
	Attempt int `json:"attempt"`
	// Sent says that a request may have left under the token, without a
	// definite refusal.
	Sent bool `json:"sent"`
	// Token is the client token: a function of the launch ID, Path and Attempt.
	Token string `json:"token"`
}

// divide cuts most instances into batches of at most size, whose sizes differ
// by one at most.
func divide(most, size int) []int {
	n := (most + size - 1) / size
	sizes := make([]int, n)
	for i := range sizes {
		sizes[i] = most / n
		if i < most%n {
			sizes[i]++
		}
	}
	return sizes
}

// floor returns what a batch must launch even if all others fill up, for least
// of most instances in all.
func floor(least, most, size int) int { return max(1, least-(most-size)) }
