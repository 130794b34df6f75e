package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
)

// TestThePlotIsWellFormedAndNamesAll draws made-up ratios, of all magnitudes.
func TestThePlotIsWellFormedAndNamesAll(t *testing.T) {
	holdsAll(t, draw(madeUp()))
}

// TestTheStoredPlotNamesAll finds a plot that was drawn before an operation, a
// request or a growth was added.
func TestTheStoredPlotNamesAll(t *testing.T) {
	svg, err := os.ReadFile("ratios.svg")
	if err != nil {
		t.Fatal(err)
	}
	holdsAll(t, svg)
}

func TestThePlotEscapesNames(t *testing.T) {
	costs, growing := madeUp()
	costs[0].name, growing[0].name = "a<b&c", "<d>"
	texts := textsIn(t, draw(costs, growing))
	for _, want := range []string{"a<b&c", "<d>"} {
		if !texts[want] {
			t.Errorf("no text is %q", want)
		}
	}
}

func TestBarsStandOnTheSideOfTheirRatio(t *testing.T) {
	if c := cellOf(100, 0.01); !c.Left || c.X != 50 || c.Width != 50 {
		t.Errorf("a hundredth is drawn as %+v", c)
	}
	if c := cellOf(100, 10); c.Left || c.X != 100 || c.Width != 25 {
		t.Errorf("ten times is drawn as %+v", c)
	}
}

// madeUp has a row for each operation and growth.
func madeUp() (costs, growing table) {
	for _, o := range operations() {
		costs = append(costs, row{name: o.name, ours: o.ours, ratios: []float64{0.0004, 0.02, 1, 3, 55}})
	}
	for _, g := range growths() {
		growing = append(growing, row{name: g.name, sizes: g.sizes, ratios: []float64{1, 9, 120}})
	}
	return costs, growing
}

func holdsAll(t *testing.T, svg []byte) {
	t.Helper()
	var names []string
	for _, o := range operations() {
		names = append(names, o.name)
	}
	for _, r := range requests {
		names = append(names, r.name)
	}
	for _, g := range growths() {
		names = append(names, g.name)
	}
	texts := textsIn(t, svg)
	for _, name := range names {
		if !texts[name] {
			t.Errorf("the plot does not name %q", name)
		}
	}
}

// textsIn reads an SVG, which must be well-formed, and returns what it writes.
func textsIn(t *testing.T, svg []byte) map[string]bool {
	t.Helper()
	texts := map[string]bool{}
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return texts
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok {
			texts[strings.TrimSpace(string(text))] = true
		}
	}
}
