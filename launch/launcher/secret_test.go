package launcher_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/logging"

	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
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

// printed collects every printed form of values; with -short, those that most
// programs print.
func printed(values ...any) string {
	verbs, flags := "vTtbcdoOqxXUeEfFgGsp", []string{"", "+", "#", "+#", " ", "-20", "020", ".5"}
	if testing.Short() {
		verbs, flags = "vsq", []string{"", "+", "#"}
	}
	var out bytes.Buffer
	for _, v := range values {
		for _, verb := range verbs {
			for _, flags := range flags {
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

// EC2's answers may repeat the user data in any form, whole or in part.
func TestErrorsNeverShowUserData(t *testing.T) {
	for _, form := range append(forms(canary), canary[:16], canary[9:], strings.Repeat("x", 5000)+canary) {
		for _, status := range []int{400, 500} {
			srv := launchtest.Start(t)
			fault := launchtest.Refuse(status, "InvalidParameterValue", "Value ("+form+") is invalid")
			srv.Fail("RunInstances", fault, fault, fault, fault)
			hidden(srv)
			result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base().UserDataText(canary)))
			if err == nil {
				t.Fatal("no error")
			}
			out := printed(err, result, result.Attempts, result.Attempts[0].Err)
			out += chain(err)
			expectNone(t, canary, out)
			for _, part := range []string{canary[:12], canary[10:26], canary[len(canary)-12:]} {
				if strings.Contains(out, part) {
					t.Errorf("%q shows of %q", part, form)
				}
			}
		}
	}
}

// chain prints every error that an error unwraps to, as far as reflection
// reaches.
func chain(err error) string {
	if err == nil {
		return ""
	}
	out := walk(reflect.ValueOf(err), 0)
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		return out + chain(e.Unwrap())
	case interface{ Unwrap() []error }:
		for _, part := range e.Unwrap() {
			out += chain(part)
		}
	}
	return out
}

// walk collects the text within a value, also in members that are not exported.
func walk(v reflect.Value, depth int) string {
	if depth > 12 {
		return ""
	}
	var b strings.Builder
	switch v.Kind() {
	case reflect.String:
		b.WriteString(v.String() + "\n")
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			b.WriteString(walk(v.Elem(), depth+1))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			b.WriteString(walk(v.Field(i), depth+1))
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return string(v.Bytes())
		}
		for i := range v.Len() {
			b.WriteString(walk(v.Index(i), depth+1))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			b.WriteString(walk(k, depth+1) + walk(v.MapIndex(k), depth+1))
		}
	}
	return b.String()
}

// A client that logs the bodies of requests does not log those of launches.
func TestLaunchesAreNotLogged(t *testing.T) {
	var log logger
	srv := launchtest.Start(t)
	client := srv.Client(func(o *ec2.Options) {
		o.ClientLogMode = aws.LogRequestWithBody | aws.LogResponse
		o.Logger = &log
	})
	if _, err := newLauncher(client).Launch(t.Context(), build(t, base().UserDataText(canary)), launcher.SDK(func(o *ec2.Options) {
		o.ClientLogMode |= aws.LogRequestWithBody
	})); err != nil {
		t.Fatal(err)
	}
	if log.Len() == 0 {
		t.Fatal("nothing was logged")
	}
	expectNone(t, canary, log.String())
}

// logger collects what the SDK logs.
type logger struct {
	mu sync.Mutex
	bytes.Buffer
}

func (l *logger) Logf(_ logging.Classification, format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintf(l, format+"\n", args...)
}

// Encoded authorization messages are reached by unwrapping, not printed.
func TestEncodedAuthorizationMessages(t *testing.T) {
	encoded := strings.Repeat("aZ9-", 1<<10)
	srv := launchtest.Start(t)
	for _, action := range []string{"RunInstances", "DescribeInstances", "DescribeInstanceStatus", "TerminateInstances"} {
		fault := launchtest.Refuse(403, "UnauthorizedOperation", "You are not authorized. Encoded authorization failure message: "+encoded)
		srv.Fail(action, slices.Repeat([]launchtest.Fault{fault}, 50)...)
	}
	result, _ := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
	if out := printed(result, *result, result.Attempts, *result.Attempts[0].Err); strings.Contains(out, "aZ9-aZ9-") {
		t.Error("the result prints the message")
	}
	for name, call := range calls(t, newLauncher(srv.Client())) {
		err := call()
		if err == nil {
			t.Errorf("%s succeeded", name)
			continue
		}
		out := printed(err) + walk(reflect.ValueOf(err), 0)
		if e, ok := errors.AsType[*launcher.Error](err); ok {
			out += printed(*e, e.Err)
		}
		if e, ok := errors.AsType[*launcher.InstanceError](err); ok {
			out += printed(*e, e.Err)
		}
		text := err.Error()
		if strings.Contains(text, "UnauthorizedOperation") && !strings.Contains(text, "message: [4096 characters]") || strings.Contains(text+out, "aZ9-aZ9-") {
			t.Errorf("%s: got %.300v", name, err)
		}
		if api, ok := errors.AsType[smithy.APIError](err); !ok || !strings.Contains(api.ErrorMessage(), encoded) {
			t.Errorf("%s: the whole message cannot be reached by unwrapping: %v", name, err)
		}
	}
}

// Where the encoded message is missing, what stands behind it stays.
func TestTheTextBehindAnEmptyEncodedMessageStays(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Refuse(403, "UnauthorizedOperation", "Encoded authorization failure message:  ask the owner"))
	_, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
	if err == nil || !strings.Contains(err.Error(), "[0 characters] ask the owner") {
		t.Errorf("got %v", err)
	}
}
