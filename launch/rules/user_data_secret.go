package rules

import (
	"github.com/ec2launch/ec2launch/internal/secret"
	"github.com/ec2launch/ec2launch/validate"
)

var userDataSecretFormat = &validate.Rule{
	ID:       "user-data-secret-format",
	Summary:  "UserData should not hold what looks like a secret: an AWS access key, a private key, a bearer token",
	Source:   validate.Source{Shape: "RunInstances", Member: "UserData", Guide: "user-data"},
	Severity: validate.SeverityWarning,
	Given:    []string{"UserData"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		if kind := secret.In(given.Of(p).decoded); kind != "" {
			p.Reportf("UserData", "should not hold %s, which a part of it looks like: whoever may describe the "+
				"instance, "+
				"and all programs on it, can read user data; keep it in Secrets Manager", kind)
		}
	},
	Good: []validate.Example{
		{Spec: `{"UserData":"#!/bin/bash\nfetch-secret db\n"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"UserData":"#!/bin/bash\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n"}`, At: "UserData"},
		{Spec: `{"UserData":"#!/bin/bash\ncat <<E >key\n-----BEGIN RSA PRIVATE KEY-----\nE\n"}`, At: "UserData"},
		{
			Spec: `{"UserData":"#!/bin/bash\ncurl -H 'Authorization: Bearer mF_9.B5f-4.1JqM-aaaaa' example.com\n"}`,
			At:   "UserData",
		},
	},
}

var userDataSecretAdvice = &validate.Rule{
	ID: "user-data-secret-advice",
	Summary: "UserData should hold no passwords: whoever may describe the instance, and all programs on it, can " +
		"read it",
	Source:   validate.Source{Guide: "instancedata-add-user-data"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"UserData"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		if secret.Assigned(given.Of(p).decoded) {
			p.Reportf("UserData",
				"should not hold the secret that it seems to assign; fetch it at launch, such as from Secrets Manager")
		}
	},
	Good: []validate.Example{
		{Spec: `{"UserData":"#!/bin/bash\nfetch-secret db\n"}`},
		{Spec: `{"UserData":"#!/bin/bash\nTOKEN=$(curl -X PUT http://169.254.169.254/latest/api/token)\n"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"UserData":"#!/bin/bash\nexport PASSWORD=hunter2\n"}`, At: "UserData"},
	},
}
