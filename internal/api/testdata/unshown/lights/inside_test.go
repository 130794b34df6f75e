package lights

import "testing"

func TestInside(t *testing.T) { Lamp{}.Dim() }
