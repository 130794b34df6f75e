package secret

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"
)

func TestIn(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "",
		"id=AKIAIOSFODNN7EXAMPLE":             "an AWS access key",
		"ASIAIOSFODNN7EXAMPLE":                "an AWS access key",
		"AKIAIOSFODNN7EXAMPL":                 "", // too short
		"id=AKIAIOSFODNN7EXAMPL":              "", // too short
		"AKIAIOSFODNN7EXAMPLEX":               "", // too long
		"XAKIAIOSFODNN7EXAMPLE":               "",
		"AKIAZOSFODNN7EXAMPLE":                "an AWS access key",
		"akiaiosfodnn7example":                "",
		"AKIAAKIAIOSFODNN7EXAM":               "", // one word of 21
		"AKIA AKIAIOSFODNN7EXAMPLE":           "an AWS access key",
		"-----BEGIN RSA PRIVATE KEY-----\nMI": "a private key",
		"-----BEGIN OPENSSH PRIVATE KEY-----": "a private key",
		"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----": "a private key",
		"-----BEGIN CERTIFICATE-----\nPRIVATE KEY":                                            "",
		"-----BEGIN CERTIFICATE-----" + strings.Repeat("MIIB", 20) + " no PRIVATE KEY":        "",
		"-----BEGIN " + strings.Repeat("X", 53) + "PRIVATE KEY":                               "a private key", // as far apart as in no header
		"-----BEGIN " + strings.Repeat("X", 54) + "PRIVATE KEY":                               "",
		"KIAIOSFODNN7EXAMPLE2":                                  "", // no A before it
		"curl -H 'Authorization: Bearer mF_9.B5f-4.1JqM-aaaaa'": "a bearer token",
		"authorization: bearer  mF_9.B5f-4.1JqM-aaaaa":          "a bearer token",
		"Authorization: Bearer $TOKEN_OF_THE_INSTANCE_METADATA": "",
		"bearer of bad news from far away":                      "",
		"KIA AKIAIOSFODNN7EXAMPLE":                              "an AWS access key",
		"Bearer 12345678901234567890":                           "a bearer token",
		"Bearer 1234567890123456789":                            "",
		"Bearer short":                                          "",
	} {
		if got := In([]byte(text)); got != want {
			t.Errorf("In(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestAssigned(t *testing.T) {
	for text, want := range map[string]bool{
		"":                           false,
		"export PASSWORD=hunter2":    true,
		"DB_Password=\"hunter2\"":    true,
		"password: hunter2":          true,
		"AWS_SECRET_ACCESS_KEY=wJal": true,
		"PASSWORD=x":                 true,
		"a:b\nPASSWORD=hunter2":      true,
		"PASSWORD=":                  false,
		"PASSWORD= run":              false,
		"PASSWORD=\"\"":              false,
		"PASSWORD=$DB_PASSWORD":      false,
		"TOKEN=\"$(curl -s x)\"":     false,
		"TOKEN=`curl -s x`":          false,
		"[ $TOKEN == x ]":            false,
		"--secret-id=prod/db":        false,
		"arn:aws:secret:us-east-1":   false,
		"X-aws-ec2-metadata-token-ttl-seconds: 21600": false,
		"secret":  false,
		"=:":      false,
		"token: ": false,
	} {
		if got := Assigned([]byte(text)); got != want {
			t.Errorf("Assigned(%q) = %t, want %t", text, got, want)
		}
	}
}

func TestAllocations(t *testing.T) {
	text := []byte(strings.Repeat("#!/bin/bash\nexport NAME=value AKIA Bearer x -----BEGIN CERTIFICATE-----\n", 100))
	if n := testing.AllocsPerRun(10, func() { In(text); Assigned(text) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// The benchmarks compare with the decoding of the same text from base64, which
// takes the time 1 and always comes before. A time that grows with the square
// of the length would show in texts of what secrets begin with.

func BenchmarkIn(b *testing.B) {
	besideBase64(b, func(text []byte) { In(text) }, map[string]string{
		"script":       "#!/bin/bash\nyum install -y httpd\n",
		"access keys":  "AKIA",
		"sessions":     "ASIA",
		"private keys": "PRIVATE KEY",
		"headers":      "-----BEGIN ",
		"schemes":      "bearer ",
		"blanks":       "Bearer" + strings.Repeat(" ", 100),
	})
}

func BenchmarkAssigned(b *testing.B) {
	besideBase64(b, func(text []byte) { Assigned(text) }, map[string]string{
		"script":      "#!/bin/bash\nyum install -y httpd\n",
		"settings":    "NAME=value\n",
		"assignments": "=a",
		"references":  "api_key=$",
	})
}

func besideBase64(b *testing.B, search func(text []byte), lines map[string]string) {
	for name, line := range lines {
		text := []byte(strings.Repeat(line, 16<<10/len(line)))
		encoded := base64.StdEncoding.EncodeToString(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				search(text)
			}
			start := time.Now()
			for range b.N {
				if _, err := base64.StdEncoding.Decode(text, []byte(encoded)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(time.Since(start)), "x-base64")
		})
	}
}
