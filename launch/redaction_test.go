package launch_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
)

// forms are all that a canary could be recognised by.
func forms(canary string) []string {
	encoded := base64.StdEncoding.EncodeToString([]byte(canary))
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write([]byte(canary))
	w.Close()
	return []string{
		canary, encoded, base64.RawURLEncoding.EncodeToString([]byte(canary)), base64.StdEncoding.EncodeToString([]byte(encoded)),
		hex.EncodeToString([]byte(canary)), hex.EncodeToString([]byte(encoded)), strings.ToUpper(hex.EncodeToString([]byte(canary))),
		url.QueryEscape(canary), url.QueryEscape(encoded), packed.String(), fmt.Sprint([]byte(canary)), fmt.Sprint([]byte(encoded)),
	}
}

// printed collects every printed form of values.
func printed(values ...any) string {
	var out bytes.Buffer
	for _, v := range values {
		for _, verb := range "vTtbcdoOqxXUeEfFgGsp" {
			for _, flags := range []string{"", "+", "#", "+#", " ", "-20", "020", ".5"} {
				fmt.Fprintf(&out, "%"+flags+string(verb)+"\n", v)
			}
		}
		text := slog.New(slog.NewTextHandler(&out, nil))
		text.Info("x", "v", v)
		slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "v", v)
		if b, err := json.Marshal(v); err == nil {
			out.Write(b)
		}
		if b, err := xml.Marshal(v); err == nil {
			out.Write(b)
		}
		_ = gob.NewEncoder(&out).Encode(v) // most values cannot be encoded
		if err, ok := v.(error); ok {
			out.WriteString(err.Error())
		}
	}
	return out.String()
}

func expectNone(t *testing.T, canary, out string) {
	t.Helper()
	for _, form := range forms(canary) {
		if i := strings.Index(out, form); i >= 0 {
			t.Errorf("%q shows in …%q", form, out[max(0, i-80):min(len(out), i+80)])
		}
	}
}

const canary = "k9#Zt2!canary?q7&Lw0=x4%Rb8+Vn1/"

func TestUserDataIsNeverPrinted(t *testing.T) {
	b := base().UserDataText(canary)
	spec := build(t, b)
	other := build(t, base().UserDataText(strings.ToUpper(canary)))
	out := printed(b, &b, spec, &spec, []launch.Spec{spec}, map[string]launch.Spec{"a": spec}, struct{ Spec launch.Spec }{spec})
	out += cmp.Diff(spec, other) + cmp.Diff(struct{ S launch.Spec }{spec}, struct{ S launch.Spec }{other})
	expectNone(t, canary, out)
	expectNone(t, strings.ToUpper(canary), out)
	if !strings.Contains(out, "[redacted 32 bytes]") {
		t.Error("the print does not say that there is user data")
	}
}

func TestErrorsNeverShowUserData(t *testing.T) {
	long := strings.Repeat(canary, 600) // 19,200 bytes
	_, tooLong := base().UserDataText(long).Build()
	if tooLong == nil {
		t.Fatal("user data of 19,200 bytes is taken")
	}
	raw := launch.Check(&ec2.RunInstancesInput{UserData: new(canary)})
	_, notText := build(t, base().UserData([]byte(canary+"\xff"))).RevealCLI()

	expectNone(t, canary, printed(tooLong, raw, raw.Violations, raw.Err(), notText))
}

func TestUserDataIsRevealedOnRequest(t *testing.T) {
	spec := build(t, base().UserDataText(canary))
	if data, ok := spec.RevealUserData(); !ok || string(data) != canary {
		t.Errorf("RevealUserData: got %q, %t", data, ok)
	}
	if _, ok := build(t, base()).RevealUserData(); ok {
		t.Error("there is user data where none was given")
	}
	text, err := spec.RevealCLI()
	if err != nil {
		t.Fatal(err)
	}
	in, err := launch.DecodeCLI(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if again := build(t, launch.FromInput(in)); !again.Equal(spec) {
		t.Error("what RevealCLI wrote reads as another request")
	}
	if got := aws.ToString(spec.Input().UserData); got != base64.StdEncoding.EncodeToString([]byte(canary)) {
		t.Errorf("the request holds %q, not the data encoded once", got)
	}
	if got := launch.FromInput(spec.Input()); !build(t, got).Equal(spec) {
		t.Error("FromInput encodes what is encoded already")
	}
}
