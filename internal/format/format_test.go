package format

import (
	"strings"
	"testing"
)

func TestID(t *testing.T) {
	for _, tt := range []struct {
		s      string
		want   bool
		reason string
	}{
		{"ami-0abcdef1234567890", true, "17 digits"},
		{"ami-12345678", true, "8 digits"},
		{"ami-1234567", false, "7 digits"},
		{"ami-0abcdef12345678901", false, "18 digits"},
		{"ami-0ABCDEF1234567890", false, "upper case"},
		{"AMI-12345678", false, "upper-case prefix"},
		{"ami-1234567\n", false, "newline"},
		{"\u0430mi-12345678", false, "Cyrillic a"},
		{"ami-1234567\u0668", false, "Arabic-Indic digit"},
		{"ami", false, "prefix alone"},
		{"", false, "empty"},
		{"vpc-12345678", false, "another resource"},
		{"ami-" + strings.Repeat("0", 1<<20), false, "a megabyte"},
	} {
		if got := ID("ami", tt.s); got != tt.want {
			t.Errorf("ID(ami, %.30q) = %t, want %t: %s", tt.s, got, tt.want, tt.reason)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, tt := range []struct {
		s        string
		ip4, ip6 bool
	}{
		{"10.0.0.1", true, false},
		{"010.0.0.1", false, false},
		{"10.1", false, false},
		{"0x0a.0.0.1", false, false},
		{"::ffff:10.0.0.1", false, false},
		{"2001:db8::1", false, true},
		{"fe80::1%eth0", false, false},
		{"\uff11\uff10.0.0.1", false, false},
		{"10.0.0.0/24", false, false},
		{"", false, false},
	} {
		if _, got := IPv4(tt.s); got != tt.ip4 {
			t.Errorf("IPv4(%q) = %t", tt.s, got)
		}
		if _, got := IPv6(tt.s); got != tt.ip6 {
			t.Errorf("IPv6(%q) = %t", tt.s, got)
		}
	}
}

func TestHost(t *testing.T) {
	for s, want := range map[string]bool{"10.0.0.1": true, "0.0.0.0": false, "127.0.0.1": false, "224.0.0.1": false,
		"169.254.1.1": false, "255.255.255.255": false} {
		a, _ := IPv4(s)
		if got := Host(a); got != want {
			t.Errorf("Host(%s) = %t", s, got)
		}
	}
	for s, want := range map[string]bool{"2001:db8::1": true, "::": false, "::1": false, "fe80::1": false,
		"ff02::1": false} {
		a, _ := IPv6(s)
		if got := Host(a); got != want {
			t.Errorf("Host(%s) = %t", s, got)
		}
	}
}

func TestPrefix(t *testing.T) {
	for _, tt := range []struct {
		s    string
		bits int
		is6  bool
		want bool
	}{
		{"10.0.0.16/28", 28, false, true},
		{"10.0.0.17/28", 28, false, true},
		{"10.0.0.0/24", 28, false, false},
		{"2001:db8::/80", 80, true, true},
		{"2001:db8::/80", 80, false, false},
		{"10.0.0.0", 28, false, false},
		{"2001:db8::/129", 80, true, false},
	} {
		if _, got := Prefix(tt.s, tt.bits, tt.is6); got != tt.want {
			t.Errorf("Prefix(%q, %d) = %t", tt.s, tt.bits, got)
		}
	}
}

func TestPlain(t *testing.T) {
	for s, want := range map[string]string{
		`größe "日本" \`:   `größe "日本" \`,
		"a\r\n\tb\x1b[m": `a\r\n\tb\x1b[m`,
		"a\u202e\u200b":  `a\u202e\u200b`,
		"a\xffb":         "a\ufffdb",
	} {
		if got := Plain(s); got != want {
			t.Errorf("Plain(%q) = %s, want %s", s, got, want)
		}
	}
}

func TestText(t *testing.T) {
	for s, want := range map[string]bool{"a\tb\r\n": true, "日本": true, "\x00": false, "\x1f": false, "\uffff": false,
		"\xff": false} {
		if got := Text(s); got != want {
			t.Errorf("Text(%q) = %t", s, got)
		}
	}
	if !EqualFold("Host", "hOST") || EqualFold("ho\u017ft", "host") || EqualFold("\u212a", "k") {
		t.Error("EqualFold: wrong")
	}
	if ASCII("a\x80") || !ASCII("\x7f") {
		t.Error("ASCII: wrong at the end of the alphabet")
	}
	if Printable("a\x7f") || !Printable("~ a") {
		t.Error("Printable: wrong at the ends of the alphabet")
	}
}

func TestRootDevice(t *testing.T) {
	for name, want := range map[string]bool{
		"/dev/xvda": true, "/dev/sda1": true, "xvda1": true, "sda": true,
		"/dev/sdf": false, "/dev/xvdaa": false, "/dev/": false, "": false,
	} {
		if got := RootDevice(name); got != want {
			t.Errorf("RootDevice(%q) = %t, want %t", name, got, want)
		}
	}
}

func TestMadeOf(t *testing.T) {
	for s, want := range map[string]bool{
		"": true, "azAZ09": true, "a.b": true, "a-b": false, "a b": false, "[": false, "@": false, "ö": false,
		"\u212a": false,
	} {
		if got := MadeOf(s, "."); got != want {
			t.Errorf("MadeOf(%q) = %t, want %t", s, got, want)
		}
	}
}
