package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"math"
	"text/template"
)

//go:embed plot.svg.tmpl
var plotText string

var plotTemplate = template.Must(template.New("plot").Parse(plotText))

// Sizes in the units of the drawing. A decade is a factor of ten.
const (
	labels, column, decade = 180, 158, 25 // of the bars
	firstRow, rowHeight    = 56, 18
	panel, panelSide       = 160, 110   // of the growths
	across, up, foot       = 46, 34, 16 // their decades, and where the ratio is 1
)

// A plot is what the template draws: bars for each operation on each request,
// and a panel for each growth.
type plot struct {
	Width, Height, BarsEnd, GrowthHead int

	Columns []plotColumn
	Bars    []plotBar
	Panels  []plotPanel
}

type plotColumn struct {
	Name string
	One  int // where the ratio is 1
}

type plotBar struct {
	Name, Class string
	Y, Text     int
	Cells       []plotCell
}

type plotCell struct {
	X, Width, TextX float64
	Left            bool // of the 1
	Value           string
}

type plotPanel struct {
	Name, Axes, Linear, Points string
	Middle, Top                int
	Ticks                      []plotTick
}

type plotTick struct {
	X, Y, TextY float64
	Below, N    int
	Value       string
}

// draw draws the tables as SVG that needs no background, be it light or dark.
func draw(costs, growing table) []byte {
	p := plot{Width: labels + column*len(requests), BarsEnd: firstRow + rowHeight*len(costs)}
	for i, r := range requests {
		p.Columns = append(p.Columns, plotColumn{r.name, one(i)})
	}
	for i, r := range costs {
		y := firstRow + rowHeight*i
		bar := plotBar{Name: r.name, Class: "other", Y: y, Text: y + 9}
		if r.ours {
			bar.Class = "ours"
		}
		for j, ratio := range r.ratios {
			bar.Cells = append(bar.Cells, cellOf(one(j), ratio))
		}
		p.Bars = append(p.Bars, bar)
	}
	p.GrowthHead = p.BarsEnd + 34
	top := p.GrowthHead + 26
	for i, r := range growing {
		p.Panels = append(p.Panels, panelOf(r, 20+panel*i, top))
	}
	p.Height = top + panelSide + 34

	var out bytes.Buffer
	if err := plotTemplate.Execute(&out, p); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// one is where the ratio 1 stands in a column: most ratios are below it.
func one(i int) int { return labels + column*i + 110 }

func cellOf(one int, ratio float64) plotCell {
	end := rounded(float64(one) + decade*math.Log10(ratio))
	at := float64(one)
	c := plotCell{X: min(at, end), Width: rounded(math.Abs(end - at)), TextX: end + 3, Value: figure(ratio)}
	if ratio < 1 {
		c.Left, c.TextX = true, end-3
	}
	return c
}

func panelOf(r row, left, top int) plotPanel {
	bottom := top + 10 + panelSide
	p := plotPanel{
		Name: r.name, Middle: left + panelSide/2, Top: top,
		Axes:   fmt.Sprintf("M%d %dV%dH%d", left, top+10, bottom, left+panelSide),
		Linear: fmt.Sprintf("M%d %dl%d %d", left+5, bottom-foot, 2*across, -2*up),
	}
	for i, n := range r.sizes {
		x := rounded(float64(left+5) + across*math.Log10(float64(n)/float64(r.sizes[0])))
		y := rounded(float64(bottom-foot) - up*math.Log10(r.ratios[i]))
		p.Points += fmt.Sprintf("%v,%v ", x, y)
		tick := plotTick{X: x, Y: y, TextY: y + 11, Below: bottom + 13, N: n}
		if i > 0 { // the first is 1
			tick.Value = figure(r.ratios[i])
		}
		p.Ticks = append(p.Ticks, tick)
	}
	return p
}

// rounded keeps one digit, so that the file is short.
func rounded(x float64) float64 { return math.Round(x*10) / 10 }
