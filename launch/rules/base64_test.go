package rules

import (
	"encoding/base64"
	"strings"
	"testing"
)

func TestEncodingOf(t *testing.T) {
	tests := []struct {
		text string
		want encoding
	}{
		{"", standardBase64},
		{"YQ==", standardBase64},
		{"YWI=", standardBase64},
		{"YWJj", standardBase64},
		{"+/+/", standardBase64},
		{"YWJj\r\nYWI=\r\n", standardBase64},
		{"\n", standardBase64},
		{"-_-_", looseBase64},
		{"YQ", looseBase64},
		{"YWI", looseBase64},
		{"YWJj YWJj", looseBase64},
		{"YWJj\tYWJj", looseBase64},
		{"YQ==YQ==", looseBase64},
		{"=YWI", looseBase64},
		{"YWJj====", looseBase64},
		{"Y", notBase64},
		{"YWJjY", notBase64},
		{"#!/bin/bash", notBase64},
		{"YWJj\x00YWJ", notBase64},
		{"YWJj\xff\xff\xff\xff", notBase64},
		{"größ", notBase64},
		{"YW@j", notBase64}, // the neighbours of the alphabets
		{"YW[j", notBase64},
		{"YW`j", notBase64},
		{"YW{j", notBase64},
		{"YW:j", notBase64},
		{"YW.j", notBase64},
		{"YW,j", notBase64},
		{"YW*j", notBase64},
	}
	for _, tt := range tests {
		if got := encodingOf(tt.text); got != tt.want {
			t.Errorf("encodingOf(%q) = %v, want %v", tt.text, got, tt.want)
		}
	}
}

// The length that symbols stand for, and the bytes that the buffer takes, agree
// with the decoder at every remainder.
func TestDecodedLen(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 4, 1000, 16<<10 - 1, 16 << 10, 16<<10 + 1, 16<<10 + 2} {
		data := strings.Repeat("#", n)
		encoded := base64.StdEncoding.EncodeToString([]byte(data))
		if got := decodedLen(countSymbols(encoded)); got != int64(n) {
			t.Errorf("of %d bytes: decodedLen = %d", n, got)
		}
		var buffer [userDataBuffer]byte
		if got := string(decodeUserData(buffer[:], encoded)); got != data {
			t.Errorf("of %d bytes: decoded %d", n, len(got))
		}
	}
}

func TestDecodeUserDataIsBounded(t *testing.T) {
	encoded := base64.StdEncoding.EncodeToString(make([]byte, 1<<20))
	var buffer [userDataBuffer]byte
	if got := len(decodeUserData(buffer[:], encoded)); got != len(buffer) {
		t.Errorf("decoded %d bytes, want %d", got, len(buffer))
	}
}

func TestEncodedTwice(t *testing.T) {
	for text, want := range map[string]bool{
		"":              false,
		"#!/bin/bash\n": false,
		base64.StdEncoding.EncodeToString([]byte("#!/bin/bash\n")):        true,
		base64.StdEncoding.EncodeToString([]byte("#cloud-config\n")):      true,
		base64.StdEncoding.EncodeToString([]byte("<powershell>")):         true,
		base64.StdEncoding.EncodeToString([]byte("MIME-Version: 1.0\n")):  true,
		base64.StdEncoding.EncodeToString([]byte("\x1f\x8b\x08\x00data")): true,
		base64.StdEncoding.EncodeToString([]byte("any other data")):       false,
		"IyEvYmlu#": false, // begins like base64 of a script, and is none
	} {
		if got := encodedTwice([]byte(text)); got != want {
			t.Errorf("encodedTwice(%q) = %t, want %t", text, got, want)
		}
	}
}
