package nocompile

import "testing"

func TestRun(t *testing.T) { Run(t, "testdata") }
