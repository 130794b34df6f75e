package launcher_test

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
