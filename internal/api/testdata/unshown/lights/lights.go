// Package lights exports what its Examples use, and what they do not.
package lights

// New is used.
func New() Lamp { return Lamp{} }

// Unused is used by no Example.
func Unused() {}

// NotRun is used by an Example without output.
func NotRun() {}

// A Lamp is what New returns.
type Lamp struct{}

// On is used.
func (Lamp) On() Lamp { return Lamp{} }

// Dim is not, and that of Torch is.
func (Lamp) Dim() {}

// String needs no Example.
func (Lamp) String() string { return "lamp" }

// A Torch is used in a list.
type Torch struct{}

// Dim is used.
func (*Torch) Dim() {}

// A Candle is used by nobody.
type Candle struct{ wick }

// A wick is not exported, and neither is how it burns.
type wick struct{}

func (wick) burn() {}

func (Torch) burn() {}

// A Switch is what Switches takes.
type Switch interface{ switches() }

// Switches is used.
func Switches(...Switch) {}

// A Rack is generic.
type Rack[T any] struct{ Slot T }

// Fill is used.
func (r Rack[T]) Fill(of T) Rack[T] { return r }

// Empty is not.
func (r Rack[T]) Empty() {}

// A Color is a constraint.
type Color interface{ ~string | ~int }

// Paint is used.
func Paint[C Color](C) {}
