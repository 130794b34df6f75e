package lights_test

import (
	"fmt"

	"example.com/unshown/lights"
)

func Example() {
	fmt.Println(lights.New().On())
	for _, t := range torches() {
		t.Dim()
	}
	lights.Switches()
	lights.Rack[int]{}.Fill(1)
	lights.Paint("red")
	// Output: lamp
}

func ExampleNotRun() { lights.NotRun() }

func torches() []*lights.Torch {
	lights.Unused()
	return nil
}
