package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var userDataFormat = &validate.Rule{
	ID:      "user-data-format",
	Summary: "UserData must be base64",
	Reading: "The SDK sends it as it stands. Line breaks do not count, and text that happens to be base64 is taken for base64.",
	Source:  validate.Source{Shape: "RunInstances", Member: "UserData", Guide: "user-data"},
	Code:    "InvalidUserData.Malformed",
	Members: []string{"UserData"},
	Secret:  true,
	Check: func(p *validate.Pass) {
		if !decodable(*p.Input.UserData) {
			p.Reportf("UserData", "must be base64, which the SDK does not make of it; Builder.UserData does")
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
	Code:     "InvalidUserData.Malformed",
	Members:  []string{"UserData"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		if encoded := *p.Input.UserData; irregular(encoded) && decodable(encoded) {
			p.Reportf("UserData", "should be base64 of the standard alphabet, padded with = to groups of four, without blanks")
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
	Summary:   "user data must not be longer than EC2 stores, in bytes before base64",
	Reading:   "The User Guide states the limit in raw form, and compressed data counts as it is.",
	Source:    validate.Source{Shape: "RunInstances", Member: "UserData", Guide: "user-data"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"UserData"},
	Limits:    []*validate.Limit{userDataMax},
	Secret:    true,
	Check: func(p *validate.Pass) {
		encoded := *p.Input.UserData
		most, ok := p.Limit(userDataMax)
		if !ok || decodedLen(len(encoded)) <= most || !decodable(encoded) {
			return
		}
		if n := decodedLen(countSymbols(encoded)); n > most {
			p.Reportf("UserData", "must have at most %d bytes before base64, and has %d; compress it, or fetch the rest at launch", most, n)
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
	text1KiB  = text64B + text64B + text64B + text64B + text64B + text64B + text64B + text64B + text64B + text64B + text64B + text64B + text64B + text64B + text64B + text64B
	text16KiB = text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB + text1KiB
)

var userDataTwiceAdvice = &validate.Rule{
	ID:       "user-data-twice-advice",
	Summary:  "user data should be encoded in base64 once: what is base64 when decoded was probably encoded twice",
	Reading:  "Only what begins like a script, a document or an archive when decoded again is reported.",
	Source:   validate.Source{Shape: "RunInstances", Member: "UserData", Guide: "user-data"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"UserData"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		var buffer [userDataBuffer]byte
		if encodedTwice(decodeUserData(buffer[:], *p.Input.UserData)) {
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
