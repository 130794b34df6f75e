package answer_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// FuzzOf sends any code, status and body through the SDK's client and holds
// what is read against the promises of the package.
func FuzzOf(f *testing.F) {
	f.Add("InsufficientInstanceCapacity", 500, "", uint8(0))
	f.Add("InvalidParameterValue", 400, "", uint8(1))
	f.Add("", 429, "", uint8(2))
	f.Add("", 503, "<html><br>", uint8(3))
	f.Add("", 200, "<RunInstancesResponse><instancesSet><item>", uint8(3))
	f.Add("RequestTimeout", 400, "", uint8(0))
	f.Add("Client.InvalidThing.NotFound\n", 404, "", uint8(2))
	f.Fuzz(func(t *testing.T, code string, status int, body string, form uint8) {
		if status < 100 || status > 999 {
			t.Skip("no HTTP status")
		}
		if form%4 < 3 {
			body = document(code)
		}
		err := decoded(t, canned{status, body})
		switch form % 4 {
		case 1:
			err = fmt.Errorf("wrapped: %w", err)
		case 2:
			err = errors.Join(errors.New("first"), err)
		}
		a := answer.Of(err)
		if diff := cmp.Diff(a, answer.Of(err)); diff != "" {
			t.Errorf("read twice:\n%s", diff)
		}
		checkClass(t, a)
		checkRefusal(t, a, err)
		checkRetry(t, a)
		if strings.ContainsAny(a.String(), "\n\r") {
			t.Errorf("%q has more than one line", a)
		}
	})
}

// document is an error in EC2's form with any code.
func document(code string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(code))
	return errorBody(b.String(), "message")
}

// checkClass checks that an answer has exactly one class, and that of its code
// where the dictionary has it.
func checkClass(t *testing.T, a answer.Answer) {
	if text, err := a.Class.MarshalText(); err != nil {
		t.Errorf("class %q: %v", text, err)
	}
	if m := answer.OfCode(a.Code); m.Known && (!a.Known || a.Class != m.Class) {
		t.Errorf("%s has the class %s, want %s", a.Code, a.Class, m.Class)
	}
}

// checkRefusal checks that only EC2's own refusals are taken for refusals.
func checkRefusal(t *testing.T, a answer.Answer, err error) {
	if err == nil && (a.Refused() || a.Answered) {
		t.Errorf("a success is read as %+v", a)
	}
	if !a.Refused() {
		return
	}
	m := answer.OfCode(a.Code)
	client := a.Status >= 400 && a.Status < 500
	server := a.Status >= 500 && a.Status < 600 && m.Known && (m.Class == answer.Capacity || m.Class == answer.Throttling)
	if a.Code == "" || !client && !server || m.Known && m.Instances != answer.InstancesNone {
		t.Errorf("taken for a refusal: %+v", a)
	}
}

// checkRetry checks that only the dictionary or the status asks for a retry.
func checkRetry(t *testing.T, a answer.Answer) {
	byStatus := a.Status >= 500 && a.Status < 600 || a.Status == 429 || a.Status >= 200 && a.Status < 300 || a.Status == 0
	if a.Retry && !byStatus && !answer.OfCode(a.Code).Retry {
		t.Errorf("asks for a retry: %+v", a)
	}
}

func FuzzOfCode(f *testing.F) {
	f.Add("Client.InvalidThing.NotFound")
	f.Add("Server.")
	f.Add("(unknown)")
	f.Fuzz(func(t *testing.T, code string) {
		m, r := answer.OfCode(code), answer.OfReason(code)
		if m.Action == "" || r.Action == "" || r.Code != code || !strings.HasSuffix(code, m.Code) {
			t.Errorf("%q: got %+v and %+v", code, m, r)
		}
	})
}
