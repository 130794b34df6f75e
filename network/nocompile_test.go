package network_test

import (
	"testing"

	"github.com/ec2launch/ec2launch/internal/nocompile"
)

func TestWhatTypesExclude(t *testing.T) { nocompile.Run(t, "testdata/nocompile") }
