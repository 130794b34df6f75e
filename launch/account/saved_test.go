package account_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// saved reads a snapshot of things that were read at noon.
func saved(t *testing.T, things string) *account.Snapshot {
	t.Helper()
	s := new(account.Snapshot)
	if err := json.Unmarshal([]byte(`{"read":"2026-11-26T12:00:00Z","things":`+things+`}`), s); err != nil {
		t.Fatal(err)
	}
	return s
}

func written(t *testing.T, s *account.Snapshot) string {
	t.Helper()
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestASnapshotReadsBackAsItWas(t *testing.T) {
	srv := launchtest.Start(t, furnished()...)
	for _, request := range []account.Request{raw(t, whole), everything(t)} {
		s, err := account.Fetch(t.Context(), srv.Client(), request)
		if err != nil {
			t.Fatal(err)
		}
		text := written(t, s)
		again := new(account.Snapshot)
		if err := json.Unmarshal([]byte(text), again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(text, written(t, again)); diff != "" {
			t.Errorf("-before +after:\n%s", diff)
		}
		before, live := s.Read()
		after, liveAgain := again.Read()
		if !live || liveAgain || !after.Equal(before) {
			t.Errorf("read at %v, live %v; and again at %v, live %v", before, live, after, liveAgain)
		}
		if diff := cmp.Diff(s.Unread(), again.Unread()); diff != "" {
			t.Errorf("unread (-before +after):\n%s", diff)
		}
	}
}

func TestEveryResourceCanBeSaved(t *testing.T) {
	for _, r := range validate.Resources() {
		zero, err := json.Marshal(r.New())
		if err != nil {
			t.Fatal(err)
		}
		if string(zero) == "null" {
			zero = []byte("[]")
		}
		s := saved(t, fmt.Sprintf(`{%q:{"one":%s,"none":null}}`, r.Name(), zero))
		if found, known := s.Find(r.Name(), "one"); found == nil || !known {
			t.Errorf("%s: %v, %v", r.Name(), found, known)
		}
		if found, known := s.Find(r.Name(), "none"); found != nil || !known {
			t.Errorf("%s that is not there: %v, %v", r.Name(), found, known)
		}
		if text, want := written(t, s), fmt.Sprintf(`{"none":null,"one":%s}`, zero); !strings.Contains(text, want) {
			t.Errorf("%s: got %s, want %s in it", r.Name(), text, want)
		}
	}
}

// User data may hold secrets. It is there for the rules, and in no file.
func TestUserDataIsNotSaved(t *testing.T) {
	secret := base64.StdEncoding.EncodeToString([]byte("#!/bin/sh\nexport PASSWORD=hunter2"))
	a := &ec2Account{xml: map[string]string{
		"DescribeLaunchTemplateVersions": `<launchTemplateVersionSet><item><launchTemplateData>
			<imageId>ami-0abcdef1234567890</imageId><userData>` + secret + `</userData>
			</launchTemplateData></item></launchTemplateVersionSet>`,
	}}
	s, err := account.Fetch(t.Context(), a.client(), build(t, launch.FromTemplate(template.Name("web"))))
	if err != nil {
		t.Fatal(err)
	}
	text := written(t, s)
	for _, print := range []string{text, fmt.Sprintf("%v %+v %#v", s, s, s)} {
		if strings.Contains(print, secret) || strings.Contains(print, "hunter2") {
			t.Errorf("the secret is in %.2000s", print)
		}
	}
	if !strings.Contains(text, "ami-0abcdef1234567890") {
		t.Errorf("the template is not saved: %s", text)
	}
	found, _ := s.Find("LaunchTemplate", "web:$Default")
	if version := found.(*types.LaunchTemplateVersion); *version.LaunchTemplateData.UserData != secret {
		t.Error("saving took the user data from the snapshot at hand")
	}
}

func TestHostileSnapshotsAreRefused(t *testing.T) {
	const read = `{"read":"2026-11-26T12:00:00Z",`
	deep := strings.Repeat("[", 20000) + strings.Repeat("]", 20000)
	for text, want := range map[string]string{
		`{}`:                            "does not say when it was read",
		`null`:                          "does not say when it was read",
		`[]`:                            "no snapshot",
		`"2026-11-26T12:00:00Z"`:        "no snapshot",
		`{"read":"yesterday"}`:          "no snapshot",
		`{"read":1764158400}`:           "no snapshot",
		read + `"version":2}`:           `"version"`,
		read + `"things":[]}`:           "no snapshot",
		read + `"things":{"Imaje":{}}}`: `there is no resource "Imaje"`,
		read + `"things":{"Image":{"ami-1":{"Imaje":1}}}}`:                  `Image "ami-1": json: unknown field "Imaje"`,
		read + `"things":{"Image":{"ami-1":[]}}}`:                           `Image "ami-1"`,
		read + `"things":{"Image":{"ami-1":{"ImageId":7}}}}`:                `Image "ami-1"`,
		read + `"things":{"Subnet":{"s":{"AvailableIpAddressCount":9e9}}}}`: `Subnet "s"`,
		read + `"things":{"Offerings":{"m6i.large":{"Location":"a"}}}}`:     `Offerings "m6i.large"`,
		read + `"things":{"GroupsPerInterface":{"":"5"}}}`:                  "GroupsPerInterface",
		read + `"unread":[{"Why":"denied"}]}`:                               `"Why"`,
		read + `"unread":{}}`:                                               "no snapshot",
		read + `"things":{"Image":{"ami-1":` + deep + `}}}`:                 "depth",
		read + `"things":{"` + strings.Repeat("x", 17<<20) + `":{}}}`:       "more than 16777216 bytes",
		read + `"things":{"` + strings.Repeat("x", 1<<20) + `":{}}}`:        "there is no resource",
		read:                    "unexpected end",
		read + `"things":{}}{}`: "after top-level value",
	} {
		s := saved(t, `{"KeyPair":{"ops":null}}`)
		before := written(t, s)
		err := json.Unmarshal([]byte(text), s)
		if err == nil || !strings.Contains(err.Error(), want) || len(err.Error()) > 300 {
			t.Errorf("%.80s: got %.400v, want an error with %s", text, err, want)
		}
		if after := written(t, s); after != before {
			t.Errorf("%.80s: the snapshot has become %.300s", text, after)
		}
	}
}

// What may have changed since a snapshot was saved warns, with the date of the
// snapshot; only what cannot have changed is an error.
func TestYesterdaysFactsOnlyWarn(t *testing.T) {
	v := ruletest.Validator(t, launch.Rules(), validate.Advise())
	aged := map[string]bool{}
	for _, r := range launch.Rules() {
		if len(r.Asks) > 0 {
			aged[r.ID] = r.Age != validate.Fixed
		}
	}
	spoke := map[string]bool{}
	for _, r := range launch.Rules() {
		for _, e := range r.Bad {
			if e.Account == "" || len(r.Asks) == 0 {
				continue
			}
			report := account.Check(v, saved(t, e.Account), account.Raw(decoded(t, exampleRequest(t, e.Spec))))
			for _, found := range report.Violations {
				changes, asks := aged[found.Rule]
				if !asks {
					continue
				}
				spoke[found.Rule] = true
				dated := strings.Contains(found.String(), "as of 2026-11-26T12:00:00Z")
				if changes && found.Severity == validate.SeverityError || changes != dated {
					t.Errorf("%s: %s %v", e.Spec, found.Severity, found)
				}
			}
		}
	}
	for id := range aged {
		if !spoke[id] {
			t.Errorf("%s says nothing", id)
		}
	}
}

// What a name stands for, be it of a key, a group, a parameter or a template, may
// be another thing by tomorrow.
func TestWhatNamesStoodForYesterdayOnlyWarns(t *testing.T) {
	v := ruletest.Validator(t, launch.Rules())
	for name, tt := range map[string]struct{ things, request, rule string }{
		"a key": {
			`{"KeyPair":{"ops":{"KeyType":"ed25519"}},"Image":{"ami-0abcdef1234567890":{"Platform":"windows"}}}`,
			`{"ImageId":"ami-0abcdef1234567890","InstanceType":"m6i.large","KeyName":"ops"}`, "key-name-type-unsupported",
		},
		"a group": {
			`{"PlacementGroup":{"blue":{"Strategy":"spread"}}}`,
			`{"ImageId":"ami-0abcdef1234567890","InstanceType":"m6i.large","Placement":{"GroupName":"blue","PartitionNumber":1}}`,
			"placement-partition-strategy-conflict",
		},
		"a parameter": {
			`{"Image":{"resolve:ssm:golden":{"Architecture":"arm64"}}}`,
			`{"ImageId":"resolve:ssm:golden","InstanceType":"m6i.large"}`, "image-architecture-unsupported",
		},
		"a template": {
			`{"LaunchTemplate":{"web:$Default":{"LaunchTemplateData":{"ImageId":"ami-0abcdef1234567890","InstanceType":"m6i.large",
				"CreditSpecification":{"CpuCredits":"unlimited"}}}}}`,
			`{"LaunchTemplate":{"LaunchTemplateName":"web"}}`, "credit-type-unsupported",
		},
	} {
		report := account.Check(v, saved(t, tt.things), account.Raw(decoded(t, []byte(tt.request))))
		of := func(f validate.Violation) bool {
			return f.Rule == tt.rule && strings.Contains(f.Message, "as of 2026-11-26")
		}
		if report.Err() != nil || !slices.ContainsFunc(report.Violations, of) {
			t.Errorf("%s: got %v", name, report)
		}
	}
	for name, tt := range map[string]struct{ things, request string }{
		"a fault of the request itself": {
			`{"LaunchTemplate":{"web:$Default":{"LaunchTemplateData":{}}}}`,
			`{"LaunchTemplate":{"LaunchTemplateName":"web"},"SubnetId":"here"}`,
		},
		"a version that never changes": {
			`{"LaunchTemplate":{"lt-0123456789abcdef0:3":{"LaunchTemplateData":{"ImageId":"here"}}}}`,
			`{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0","Version":"3"}}`,
		},
	} {
		if report := account.Check(v, saved(t, tt.things), account.Raw(decoded(t, []byte(tt.request)))); report.Err() == nil {
			t.Errorf("%s only warns: %v", name, report)
		}
	}
}

// exampleRequest is the request of an example of a rule: null leaves a member out.
func exampleRequest(t *testing.T, spec string) []byte {
	t.Helper()
	members := map[string]any{"InstanceType": "m6i.large"}
	if err := json.Unmarshal([]byte(spec), &members); err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(members, func(_ string, value any) bool { return value == nil })
	text, err := json.Marshal(members)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestWhatASnapshotHandsOutIsNotItself(t *testing.T) {
	a := &ec2Account{codes: map[string]string{"DescribeKeyPairs": "UnauthorizedOperation"}}
	s, err := account.Fetch(t.Context(), a.client(), build(t, base().KeyName("ops")))
	if err != nil {
		t.Fatal(err)
	}
	before := written(t, s)
	s.Unread()[0].IDs[0] = "dev"
	s.Unread()[0].Code = "none"
	if after := written(t, s); after != before {
		t.Errorf("it was %s and is %s", before, after)
	}
}

func TestASnapshotServesManyAtOnce(t *testing.T) {
	srv := launchtest.Start(t, furnished()...)
	r := raw(t, whole)
	s, err := account.Fetch(t.Context(), srv.Client(), r)
	if err != nil {
		t.Fatal(err)
	}
	v := ruletest.Validator(t, launch.Rules())
	want := account.Check(v, s, r).String()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := account.Check(v, s, r).String(); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			if _, err := json.Marshal(s); err != nil {
				t.Error(err)
			}
			s.Unread()
		})
	}
	all.Wait()
}

// A group that is listed twice is one group for the quota of an interface.
func TestTheQuotaOfGroupsCountsThoseThatDiffer(t *testing.T) {
	s := saved(t, `{"GroupsPerInterface":{"":1}}`)
	v := ruletest.Validator(t, launch.Rules())
	for groups, want := range map[string]bool{
		`"sg-0123456789abcdef0","sg-0123456789abcdef0"`: false,
		`"sg-0123456789abcdef0","sg-0fedcba9876543210"`: true,
	} {
		r := raw(t, `{"InstanceType":"m6i.large","SecurityGroupIds":[`+groups+`]}`)
		if got := strings.Contains(account.Check(v, s, r).String(), "security-group-account-limit"); got != want {
			t.Errorf("%s: reported %v, want %v", groups, got, want)
		}
	}
}

// FuzzSnapshot checks that no rule breaks on what a snapshot may hold.
func FuzzSnapshot(f *testing.F) {
	for _, r := range launch.Rules() {
		for _, e := range append(r.Good, r.Bad...) {
			if e.Account != "" {
				f.Add(e.Account, e.Spec)
			}
		}
	}
	v, err := validate.NewValidator(launch.Rules(), validate.Advise())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, things, request string) {
		in, err := launch.DecodeCLI(strings.NewReader(request))
		if err != nil {
			return
		}
		s := new(account.Snapshot)
		if json.Unmarshal([]byte(`{"read":"2026-11-26T12:00:00Z","things":`+things+`}`), s) != nil {
			return
		}
		if report := account.Check(v, s, account.Raw(in)); strings.Contains(report.String(), "the rule itself failed") {
			t.Errorf("%s with %s: %v", request, things, report)
		}
		again := new(account.Snapshot)
		text := written(t, s)
		if err := json.Unmarshal([]byte(text), again); err != nil || written(t, again) != text {
			t.Errorf("%s does not read back: %v", text, err)
		}
	})
}
