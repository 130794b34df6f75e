package launch_test

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
)

func TestEveryErrorOfTheDecodersIsDecodeErrors(t *testing.T) {
	dead := errors.New("the line is dead")
	for name, read := range map[string]func() io.Reader{
		"no JSON":      func() io.Reader { return strings.NewReader(`{`) },
		"one fault":    func() io.Reader { return strings.NewReader(`{"a":1}`) },
		"two faults":   func() io.Reader { return strings.NewReader(`{"a":1,"b":2}`) },
		"a dead line":  func() io.Reader { return iotest.ErrReader(dead) },
		"no reader":    func() io.Reader { return nil },
		"an early end": func() io.Reader { return iotest.TimeoutReader(strings.NewReader(``)) },
	} {
		_, err := launch.DecodeCLI(read())
		for what, err := range map[string]error{
			"DecodeCLI": err, "RunInstances": launch.DecodeCallCLI(read(), new(ec2.RunInstancesInput)),
			"another call": launch.DecodeCallCLI(read(), new(ec2.CreateFleetInput)), "no call": launch.DecodeCallCLI(read(), nil),
		} {
			faults, ok := err.(launch.DecodeErrors)
			first, found := errors.AsType[*launch.DecodeError](err)
			if !ok || len(faults) == 0 || faults.More() || !found || first != faults[0] {
				t.Errorf("%s of %s: got %T, %v", what, name, err, err)
			}
			if len(faults) == 1 && err.Error() != first.Error() {
				t.Errorf("%s of %s: one fault reads %q", what, name, err)
			}
			if name == "a dead line" && what != "no call" && !errors.Is(err, dead) {
				t.Errorf("%s: %v does not unwrap to what the reader returned", what, err)
			}
		}
	}
}

func TestDecodeErrorsLogAsGroups(t *testing.T) {
	_, many := launch.DecodeCLI(strings.NewReader(`{"Tenancy":1` + strings.Repeat(`,"a":1`, 30) + `}`))
	for want, err := range map[string]error{
		`e.0.path=Tenancy e.0.line=1 e.0.column=2 e.0.message="unknown member; it belongs in Placement" e.1.path=a `: many,
		`e.19.message="unknown member" e.more=true`: many,
		`e.message="must be"`:                       &launch.DecodeError{Message: "must be"},
	} {
		var out bytes.Buffer
		slog.New(slog.NewTextHandler(&out, nil)).Info("read", "e", err)
		if !strings.Contains(out.String(), want) {
			t.Errorf("got %s, want %s", &out, want)
		}
	}
}
