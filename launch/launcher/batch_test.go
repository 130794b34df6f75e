package launcher

import "testing"

// The sizes sum to what was asked for, none is empty or too large, and
// they differ by one at most. Each batch's floor is what all others leave
// over.
func TestSizesOfBatches(t *testing.T) {
	for most := 1; most <= 5000; most++ {
		for _, size := range []int{1, 2, 3, 7, 64, 99, 100, 101, 250, 999, 1000} {
			sum, largest, smallest := 0, 0, most
			sizes := divide(most, size)
			for _, n := range sizes {
				sum, largest, smallest = sum+n, max(largest, n), min(smallest, n)
			}
			if sum != most || smallest < 1 || largest > size || largest-smallest > 1 || len(sizes) != (most+size-1)/size {
				t.Fatalf("divide(%d, %d) = %v", most, size, sizes)
			}
		}
	}
	for _, tt := range []struct{ least, most, size, want int }{
		{500, 500, 100, 100}, {1, 500, 100, 1}, {400, 500, 100, 1}, {401, 500, 100, 1}, {402, 500, 100, 2}, {450, 500, 100, 50},
	} {
		if got := floor(tt.least, tt.most, tt.size); got != tt.want {
			t.Errorf("floor(%d, %d, %d) = %d, want %d", tt.least, tt.most, tt.size, got, tt.want)
		}
	}
}
