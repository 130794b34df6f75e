package rules

import (
	"encoding/base64"
	"strings"
	"testing"
)

func TestHowWellATextIsBase64(t *testing.T) {
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
		var u userData
		if u.read(tt.text); u.encoding != tt.want {
			t.Errorf("read(%q) finds %v, want %v", tt.text, u.encoding, tt.want)
		}
	}
}

// The length that symbols stand for agrees with the decoder at every remainder.
func TestLengthsAgreeWithTheDecoder(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 4, 1000, 16<<10 - 1, 16 << 10, 16<<10 + 1, 16<<10 + 2} {
		data := strings.Repeat("#", n)
		encoded := base64.StdEncoding.EncodeToString([]byte(data))
		if got := decodedLen(countSymbols(encoded)); got != int64(n) {
			t.Errorf("of %d bytes: decodedLen = %d", n, got)
		}
		var u userData
		if u.read(encoded); string(u.decoded) != data {
			t.Errorf("of %d bytes: decoded %d", n, len(u.decoded))
		}
	}
}

func TestEachSymbolCountsOnce(t *testing.T) {
	const alphabets = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
	for c := range 256 {
		symbol := string([]byte{byte(c)})
		if got, want := countSymbols(symbol), strings.Count(alphabets, symbol); got != want {
			t.Errorf("%q counts %d, want %d", symbol, got, want)
		}
	}
}

func TestNoMoreIsDecodedThanEC2Stores(t *testing.T) {
	var u userData
	if u.read(base64.StdEncoding.EncodeToString(make([]byte, 1<<20))); len(u.decoded) != longestRead {
		t.Errorf("decoded %d bytes, want %d", len(u.decoded), longestRead)
	}
}

func TestNothingIsLeftOfUserDataAfterwards(t *testing.T) {
	var u userData
	u.read("cGFzc3dvcmQ=")
	decoded := u.decoded
	given.Forget(&u)
	if strings.Trim(string(decoded), "\x00") != "" {
		t.Errorf("left: %q", decoded)
	}
}

func TestUserDataThatIsEncodedTwice(t *testing.T) {
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
