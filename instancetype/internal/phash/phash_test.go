package phash

import (
	"fmt"
	"testing"
)

func TestEveryNameHasItsOwnSlot(t *testing.T) {
	var names []string
	for n := range 300 {
		names = append(names, fmt.Sprintf("x%d.%dxlarge", n, n%7), fmt.Sprint(n), fmt.Sprintf("a-rather-long-family-%d.metal", n))
	}
	displacements, slots, err := Build(names, 256, 1024)
	if err != nil {
		t.Fatal(err)
	}
	for n, name := range names {
		if got := int(slots[Slot(Sum(name), displacements, len(slots))]); got != n+1 {
			t.Errorf("the slot of name %d, %q, holds name %d", n, name, got-1)
		}
	}
}

func TestSumDependsOnEveryByte(t *testing.T) {
	for length := range 25 {
		name := make([]byte, length)
		sum := Sum(string(name))
		for n := range name {
			name[n] = 1
			if Sum(string(name)) == sum {
				t.Errorf("byte %d of %d does not count", n, length)
			}
			name[n] = 0
		}
		if Sum(string(append(name, 0))) == sum {
			t.Errorf("a zero byte after %d does not count", length)
		}
	}
}

func TestBuildWithoutRoom(t *testing.T) {
	if _, _, err := Build([]string{"a", "b", "c"}, 1, 2); err == nil {
		t.Error("three names fit two slots")
	}
}
