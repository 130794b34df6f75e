package answer_test

import (
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch/answer"
)

func TestUnknownCodesAreReadByTheirForm(t *testing.T) {
	for code, want := range map[string]answer.Class{
		"InvalidThing.NotFound":              answer.NotReady,
		"Client.InvalidThing.NotFound":       answer.NotReady,
		"Thing.NotFoundException":            answer.NotReady,
		"InvalidThing.Unknown":               answer.NotReady,
		"Thing.Malformed":                    answer.InvalidRequest,
		"Thing.MalformedException":           answer.InvalidRequest,
		"InvalidThing":                       answer.InvalidRequest,
		"InvalidThing.CountLimitExceeded":    answer.InvalidRequest,
		"ThingLimitExceeded":                 answer.Quota,
		"InsufficientThingLimitExceeded":     answer.Quota,
		"InsufficientThing":                  answer.Capacity,
		"Server.InsufficientThing":           answer.Capacity,
		"UnsupportedThing":                   answer.InvalidRequest,
		"Thing":                              answer.Unknown,
		"NotFound":                           answer.Unknown,
		"ThingLimitExceededException":        answer.Unknown,
		"insufficientthing":                  answer.Unknown,
		"requestlimitexceeded":               answer.Unknown,
		"Client.Client.RequestLimitExceeded": answer.Quota,
		"":                                   answer.Unknown,
	} {
		m := answer.OfCode(code)
		bare := strings.TrimPrefix(strings.TrimPrefix(code, "Server."), "Client.")
		if code == "Client.Client.RequestLimitExceeded" {
			bare = "Client.RequestLimitExceeded" // one prefix is stripped
		}
		if m.Class != want || m.Known || m.Code != bare {
			t.Errorf("%q: got %+v, want class %s under the code %q", code, m, want, bare)
		}
	}
}

func TestACodeThatIsTooLongIsNone(t *testing.T) {
	for _, n := range []int{128, 129} {
		code := strings.Repeat("A", n)
		a := answer.Of(refusal(t, 400, code, "m"))
		if want := n <= 128; a.Answered != want || a.Refused() != want || (a.Code == code) != want {
			t.Errorf("%d letters: got %+v, want answered %t", n, a, want)
		}
	}
}
