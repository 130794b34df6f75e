package rules

import (
	"encoding/base64"
	"slices"

	"github.com/ec2launch/ec2launch/validate"
)

// A userData is what the rules have to know of user data.
type userData struct {
	encoding encoding
	decoded  []byte // as much as is base64 in the standard form, up to longestRead
}

// longestRead is how much of user data is decoded: the longest that EC2 stores,
// and room for whole groups.
const longestRead = 16<<10 + 2

// given is the user data of a request that has some.
var given = validate.Memo[userData]{
	Fill:   func(p *validate.Pass, u *userData) { u.read(*p.Input.UserData) },
	Forget: func(u *userData) { clear(u.decoded) },
}

// read decodes a text. What the decoder takes whole is base64 in the standard
// form; only other texts are looked at again.
func (u *userData) read(text string) {
	start := text[:min(len(text), base64.StdEncoding.EncodedLen(longestRead))]
	u.decoded = slices.Grow(u.decoded[:0], base64.StdEncoding.DecodedLen(len(start)))
	n, err := decode(u.decoded[:cap(u.decoded)], start)
	u.decoded = u.decoded[:n]
	u.encoding = standardBase64
	if err != nil || len(start) < len(text) {
		u.encoding = encodingOf(text)
	}
}

var userDataFormat = &validate.Rule{
	ID:      "user-data-format",
	Summary: "UserData must be base64",
	Reading: "The SDK sends it as it stands. Line breaks do not count, and text that happens to be base64 is taken " +
		"for it.",
	Source:    validate.Source{Shape: "RunInstances", Member: "UserData", Guide: "user-data"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"UserData"},
	Secret:    true,
	Check: func(p *validate.Pass) {
		if given.Of(p).encoding == notBase64 {
			p.Reportf("UserData", "must be base64; encode it first, or give it to Builder.UserData, which does")
		}
	},
	Good: []validate.Example{
		{Spec: `{"UserData":"#!/bin/bash\necho hi\n"}`},
		{Spec: `{"UserData":""}`},
		{Spec: `{"UserData":"IyEvYmluL2Jh\nc2gKZWNobyBoaQo="}`, Base64: true},
	},
	Bad: []validate.Example{
		{Spec: `{"UserData":"#!/bin/bash\necho hi\n"}`, At: "UserData", Base64: true},
		{Spec: `{"UserData":"plain"}`, At: "UserData", Base64: true},
	},
}

var userDataEncodingFormat = &validate.Rule{
	ID:       "user-data-encoding-format",
	Summary:  "UserData should be base64 of the standard alphabet, padded, without blanks",
	Reading:  "Which other forms EC2 decodes is not documented, so the rule only warns.",
	Source:   validate.Source{Shape: "RunInstances", Member: "UserData", Guide: "user-data"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"UserData"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		if given.Of(p).encoding == looseBase64 {
			p.Reportf("UserData",
				"should be base64 of the standard alphabet, padded with = to groups of four, without blanks")
		}
	},
	Good: []validate.Example{
		{Spec: `{"UserData":"IyEvYmluL2Jh\nc2gKZWNobyBoaQo=\n"}`, Base64: true},
	},
	Bad: []validate.Example{
		{Spec: `{"UserData":"IyEvYmluL2Jhc2gKZWNobyBoaQo"}`, At: "UserData", Base64: true},
		{Spec: `{"UserData":"IyEvYmlu L2Jhc2gKZWNobyBoaQo="}`, At: "UserData", Base64: true},
		{Spec: `{"UserData":"_-8="}`, At: "UserData", Base64: true},
		{Spec: `{"UserData":"YQ==YQ=="}`, At: "UserData", Base64: true},
	},
}

var userDataLength = &validate.Rule{
	ID:        "user-data-length",
	Summary:   "UserData must not be longer than EC2 stores, in bytes before base64",
	Reading:   "The User Guide states the limit in raw form, and compressed data counts as it is.",
	Source:    validate.Source{Shape: "RunInstances", Member: "UserData", Guide: "user-data"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"UserData"},
	Limits:    []*validate.Limit{userDataMax},
	Secret:    true,
	Check: func(p *validate.Pass) {
		encoded := *p.Input.UserData
		most, ok := p.Limit(userDataMax)
		if !ok || decodedLen(len(encoded)) <= most || given.Of(p).encoding == notBase64 {
			return
		}
		if n := decodedLen(countSymbols(encoded)); n > most {
			p.Beyond(userDataMax).Reportf("UserData",
				"must have at most %d bytes before base64, and has %d; compress it, or fetch the rest at "+
					"launch", most, n)
		}
	},
	Good: []validate.Example{
		{Spec: `{"UserData":"` + text16KiB + `"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"UserData":"` + text16KiB + `#"}`, At: "UserData"},
	},
}

// text16KiB is user data of the greatest length.
const (
	text64B   = "################################################################"
	text256B  = text64B + text64B + text64B + text64B
	text1KiB  = text256B + text256B + text256B + text256B
	text4KiB  = text1KiB + text1KiB + text1KiB + text1KiB
	text16KiB = text4KiB + text4KiB + text4KiB + text4KiB
)

var userDataTwiceAdvice = &validate.Rule{
	ID:       "user-data-twice-advice",
	Summary:  "UserData should be encoded in base64 once: what is base64 when decoded was probably encoded twice",
	Reading:  "Only what begins like a script, a document or an archive when decoded again is reported.",
	Source:   validate.Source{Shape: "RunInstances", Member: "UserData", Guide: "user-data"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"UserData"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		if encodedTwice(given.Of(p).decoded) {
			p.Reportf("UserData", "looks encoded twice; Builder.UserData takes raw bytes, the SDK's request base64")
		}
	},
	Good: []validate.Example{
		{Spec: `{"UserData":"#!/bin/bash\n"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"UserData":"IyEvYmluL2Jhc2gKZWNobyBoaQo="}`, At: "UserData"},
	},
}
