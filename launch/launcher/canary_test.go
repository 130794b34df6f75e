package launcher_test

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// canaries are user data of every kind. Each is all secret.
var canaries = map[string]string{
	"text":   canary,
	"binary": "\x00\x1f\x8b\xff\xfe\x80canary\xc3\x28\xa0\xa1\xf0\x90\x28\xbc\x01\x02\x03\x04\xf8\x88",
	"script": "#!/bin/sh\nset -e\nexport TOKEN='k9#Zt2!canary?q7&Lw0=x4%Rb8+Vn1/'\n\"quoted\"\t<tag> & 'more'\n",
	"short":  "k9#Zt2",
	"long":   strings.Repeat("k9#Zt2!canary?q7&Lw0=x4%Rb8+Vn1/", 512),
}

// Wherever an answer repeats the user data, nothing that the launcher returns,
// reports or logs does.
func TestAnswersThatRepeatUserDataShowItNowhere(t *testing.T) {
	byOne(t)
	for kind, secret := range canaries {
		for _, form := range forms(secret) {
			if len(form) > 4<<10 {
				form = form[:4<<10] // what a header takes
			}
			for name, fault := range echoes(form) {
				x := try(t)
				x.always(fault)
				hidden(x.srv)
				l := x.launcher(x.client())
				spec := build(t, base().UserData([]byte(secret)))
				result, err := l.Launch(t.Context(), spec)
				if err == nil {
					t.Fatalf("%s, %s: no error", kind, name)
				}
				all := cmp.Exporter(func(reflect.Type) bool { return true })
				out := err.Error() + chain(err) + x.log.String() + cmp.Diff(err, error(nil), all) + cmp.Diff(x.events, nil, all) + cmp.Diff(result, nil, all)
				if strings.Contains(out, form) || strings.Contains(out, secret) {
					t.Errorf("%s, %s: %.60q shows", kind, name, form)
				}
			}
		}
	}
}

// echoes answer with a text in every place that an answer has.
func echoes(text string) map[string]launchtest.Fault {
	printable := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '.'
		}
		return r
	}, text)
	return map[string]launchtest.Fault{
		"message": launchtest.Refuse(400, "InvalidParameterValue", "Value ("+text+") is invalid"),
		"code":    launchtest.Refuse(400, text, "no"),
		"header": func(asked http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("X-Echo", printable)
				w.Header().Set("X-Amzn-Requestid", printable)
				refuse(400, "InvalidParameterValue")(asked).ServeHTTP(w, r)
			})
		},
		"page": launchtest.Answer(500, "text/html", "<html><body>"+text+"</body></html>"),
	}
}

// A script may name the very code that EC2 answers with.
func TestUserDataThatNamesAnErrorCodeDoesNotHideIt(t *testing.T) {
	x := try(t)
	x.fail(refuse(400, "Client.VcpuLimitExceeded"))
	_, err := x.launcher(x.client()).Launch(t.Context(), build(t, base().UserDataText("aws ec2 run-instances || grep VcpuLimitExceeded")))
	fault, ok := errors.AsType[*launcher.Error](err)
	if !ok || fault.Answer.Code != "VcpuLimitExceeded" || fault.Answer.Class != answer.Quota {
		t.Errorf("got %+v", fault)
	}
	if api, ok := errors.AsType[smithy.APIError](err); !ok || api.ErrorCode() != "Client.VcpuLimitExceeded" {
		t.Errorf("the SDK's error has the code %q", api.ErrorCode())
	}
}

// What a caller holds before, during and after a launch.
func TestNothingOfALaunchPrintsUserData(t *testing.T) {
	for kind, secret := range canaries {
		if kind == "short" {
			continue // too short to be told from other text
		}
		x := try(t)
		l := x.launcher(x.client(), launcher.Concurrency(1))
		spec := build(t, base().Count(launch.Exactly(4)).UserData([]byte(secret)))
		p := plan(t, spec, launcher.Split(), launcher.BatchSize(2), launcher.RollBack())
		x.fail(launchtest.Pass(), refuse(400, "VcpuLimitExceeded"))
		var saved []launcher.Plan
		result, err := l.Run(t.Context(), p, spec, launcher.Save(func(p launcher.Plan) error {
			saved = append(saved, p)
			return nil
		}))
		if err == nil || len(x.events) != 2 || len(saved) == 0 {
			t.Fatalf("%s: %v, %d events, %d plans", kind, err, len(x.events), len(saved))
		}
		out := printed(l, p, saved, spec, result, err, x.events, x.events[1].Attempt.Err, p.Unsettled()) + chain(err) + x.log.String()
		out += cmp.Diff(spec, launch.Spec{}) + cmp.Diff(saved[0], p, cmp.AllowUnexported(launcher.Plan{}))
		var text bytes.Buffer
		slog.New(slog.NewTextHandler(&text, nil)).Error("failed", "err", err, "plan", p, "result", result, "launcher", l, "spec", spec)
		for _, form := range forms(secret) {
			if strings.Contains(out+text.String(), form) {
				t.Errorf("%s: %.60q shows", kind, form)
			}
		}
	}
}
