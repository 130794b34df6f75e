package rules

import (
	"bytes"
	"encoding/base64"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/validate"
)

// FuzzUserData takes a text for user data and compares how it is decoded with
// the standard decoder. What bytes encode to is never refused for its form, and
// for its length beyond 16 KiB alone.
func FuzzUserData(f *testing.F) {
	for _, s := range []string{"", "#!/bin/sh\necho ok\n", "eA==", "ZXhhbXBsZQ==\r\n", "AAAA=AAA", "\xff\x00", "AKIAIOSFODNN7EXAMPLE"} {
		f.Add([]byte(s))
		f.Add([]byte(base64.StdEncoding.EncodeToString([]byte(s))))
	}
	v, err := validate.NewValidator(Rules(), validate.Advise())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text := string(data)
		want, wantErr := base64.StdEncoding.DecodeString(text)
		room := make([]byte, base64.StdEncoding.DecodedLen(len(text)))
		n, err := decode(room, text)
		if (err == nil) != (wantErr == nil) || err == nil && !bytes.Equal(room[:n], want) {
			t.Errorf("%q decodes to %q, %v, want %q, %v", text, room[:n], err, want, wantErr)
		}
		v.Check(&ec2.RunInstancesInput{UserData: &text})
		encoded := base64.StdEncoding.EncodeToString(data)
		for _, found := range v.Check(&ec2.RunInstancesInput{UserData: &encoded}).Violations {
			if found.Path == "UserData" && found.Severity == validate.SeverityError && len(data) <= 16<<10 {
				t.Errorf("%q: %v", data, found)
			}
		}
	})
}
