package secret

import (
	"strings"
	"testing"
)

func TestIn(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "",
		"id=AKIAIOSFODNN7EXAMPLE":             "an AWS access key",
		"ASIAIOSFODNN7EXAMPLE":                "an AWS access key",
		"AKIAIOSFODNN7EXAMPL":                 "", // too short
		"AKIAIOSFODNN7EXAMPLEX":               "", // too long
		"XAKIAIOSFODNN7EXAMPLE":               "",
		"akiaiosfodnn7example":                "",
		"AKIAAKIAIOSFODNN7EXAM":               "", // one word of 21
		"AKIA AKIAIOSFODNN7EXAMPLE":           "an AWS access key",
		"-----BEGIN RSA PRIVATE KEY-----\nMI": "a private key",
		"-----BEGIN OPENSSH PRIVATE KEY-----": "a private key",
		"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----": "a private key",
		"-----BEGIN CERTIFICATE-----\nPRIVATE KEY":                                            "",
		"curl -H 'Authorization: Bearer mF_9.B5f-4.1JqM-aaaaa'":                               "a bearer token",
		"authorization: bearer  mF_9.B5f-4.1JqM-aaaaa":                                        "a bearer token",
		"Authorization: Bearer $TOKEN_OF_THE_INSTANCE_METADATA":                               "",
		"bearer of bad news from far away":                                                    "",
		"Bearer short":                                                                        "",
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

func BenchmarkIn(b *testing.B) {
	text := []byte(strings.Repeat("#!/bin/bash\nyum install -y httpd\n", 32))[:1024]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		In(text)
	}
}
