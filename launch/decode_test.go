package launch_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
)

func TestDecodersTellFaultsOfTheDocumentFromOthers(t *testing.T) {
	dead := errors.New("the line is dead")
	type read = func() io.Reader
	text := func(s string) read { return func() io.Reader { return strings.NewReader(s) } }
	decoders := map[string]func(io.Reader) error{
		"DecodeCLI":    func(r io.Reader) error { _, err := launch.DecodeCLI(r); return err },
		"RunInstances": func(r io.Reader) error { return launch.DecodeCallCLI(r, new(ec2.RunInstancesInput)) },
		"another call": func(r io.Reader) error { return launch.DecodeCallCLI(r, new(ec2.CreateFleetInput)) },
	}
	for what, decode := range decoders {
		for name, c := range map[string]struct {
			read   read
			faults int
		}{
			"no JSON":      {text(`{`), 1},
			"empty":        {text(``), 1},
			"one fault":    {text(`{"a":1}`), 1},
			"two faults":   {text(`{"a":1,"b":2}`), 2},
			"a dead line":  {func() io.Reader { return iotest.ErrReader(dead) }, 0},
			"an early end": {func() io.Reader { return io.MultiReader(strings.NewReader(`{"a":1}`), iotest.ErrReader(dead)) }, 0},
			"no reader":    {func() io.Reader { return nil }, 0},
		} {
			err := decode(c.read())
			if err == nil || err == decode(c.read()) {
				t.Errorf("%s of %s: got %v", what, name, err)
			}
			faults, ok := errors.AsType[*launch.DecodeErrors](err)
			switch first, _ := errors.AsType[*launch.DecodeError](err); {
			case c.faults == 0 && ok:
				t.Errorf("%s of %s: the document is blamed: %v", what, name, err)
			case c.faults == 0:
				if !errors.Is(err, dead) && name != "no reader" {
					t.Errorf("%s of %s: %v does not unwrap to what the reader returned", what, name, err)
				}
			case !ok || len(faults.Faults) != c.faults || faults.More() || first != faults.Faults[0]:
				t.Errorf("%s of %s: got %T, %v", what, name, err, err)
			case c.faults == 1 && err.Error() != first.Error():
				t.Errorf("%s of %s: one fault reads %q", what, name, err)
			}
		}
	}
}

func TestDecodeErrorsReadBackFromJSON(t *testing.T) {
	_, err := launch.DecodeCLI(strings.NewReader(`{"ImageID":"a","MinCount":"b"}`))
	text, failed := json.Marshal(err)
	var back launch.DecodeErrors
	if failed != nil || json.Unmarshal(text, &back) != nil || back.Error() != err.Error() {
		t.Errorf("%v reads back as %v from %s", err, &back, text)
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
