package rules

import (
	"bytes"
	"encoding/base64"
	"testing"
)

// TestDecodeAgreesWithTheStandardDecoder puts each character at each place of
// two groups, with more groups before and behind.
func TestDecodeAgreesWithTheStandardDecoder(t *testing.T) {
	const good = "IyEvYmluL2Jhc2gK"
	texts := []string{"", "YQ==", "YWI=", good + "YQ==", good + "\nYWJj", good + "YQ==" + good, good[:13]}
	for at := range 2 * base64Group {
		for c := range 256 {
			texts = append(texts, good+good[:at]+string([]byte{byte(c)})+good[at+1:]+good)
		}
	}
	for _, text := range texts {
		room := base64.StdEncoding.DecodedLen(len(text))
		got, want := make([]byte, room), make([]byte, room)
		n, err := decode(got, text)
		wantN, wantErr := base64.StdEncoding.Decode(want, []byte(text))
		if !bytes.Equal(got[:n], want[:wantN]) || (err == nil) != (wantErr == nil) {
			t.Errorf("decode(%q) = %q, %v; want %q, %v", text, got[:n], err, want[:wantN], wantErr)
		}
	}
}
