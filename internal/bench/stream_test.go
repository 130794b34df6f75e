package main

import "testing"

// TestAStreamIsCheckedInBoundedMemory streams far more than may be held.
func TestAStreamIsCheckedInBoundedMemory(t *testing.T) {
	s := stream(20_000)
	if s.documents != 20_000 || s.refused != 2000 {
		t.Errorf("%d documents were checked and %d refused", s.documents, s.refused)
	}
	if s.peakHeap == 0 || s.peakHeap > s.bytes {
		t.Errorf("%d bytes were streamed with up to %d in the heap", s.bytes, s.peakHeap)
	}
}
