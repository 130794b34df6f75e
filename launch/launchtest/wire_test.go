package launchtest_test

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestListItemsKeepTheirPlace(t *testing.T) {
	// An empty structure sends nothing, so the wire skips its number.
	want := request("gap", 1)
	want.BlockDeviceMappings = []types.BlockDeviceMapping{{}, {DeviceName: new("/dev/sdb")}}

	srv := launchtest.Start(t)
	launch(t, srv, want)
	if diff := launchtest.Diff(want, srv.Requests()[0].Input()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// post sends a raw form and returns status and document.
func post(t *testing.T, srv *launchtest.Server, form url.Values) (int, string) {
	t.Helper()
	answer, err := http.PostForm(*srv.Config().BaseEndpoint, form)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var document strings.Builder
	if err := answer.Write(&document); err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, document.String()
}

func TestRefusedForms(t *testing.T) {
	tests := []struct {
		reason string
		form   string // added to a valid request
		code   string
	}{
		{"a name that EC2 does not have", "ImagesId=x", "UnknownParameter"},
		{"the Go name of a parameter", "SecurityGroupIds.1=sg-1", "UnknownParameter"},
		{"a list without a number", "SecurityGroupId=sg-1", "UnknownParameter"},
		{"a number where there is no list", "KeyName.1=k", "UnknownParameter"},
		{"a structure without its member", "Placement=us-east-1a", "UnknownParameter"},
		{"the wrong case", "keyname=k", "UnknownParameter"},
		{"empty segments", "Placement..Tenancy=host", "UnknownParameter"},
		{"list numbers from zero", "SecurityGroupId.0=sg-1", "InvalidParameterValue"},
		{"a list number out of bounds", "SecurityGroupId.10001=sg-1", "InvalidParameterValue"},
		{"a list number beyond any integer", "SecurityGroupId.99999999999999999999=sg-1", "InvalidParameterValue"},
		{"a number that is none", "Ipv6AddressCount=two", "InvalidParameterValue"},
		{"a number with a fraction", "Ipv6AddressCount=1.0", "InvalidParameterValue"},
		{"a number over 32 bits", "Ipv6AddressCount=2147483648", "InvalidParameterValue"},
		{"an empty number", "Ipv6AddressCount=", "InvalidParameterValue"},
		{"a boolean as a number", "EbsOptimized=1", "InvalidParameterValue"},
		{"a boolean in capitals", "EbsOptimized=True", "InvalidParameterValue"},
		{"a time without a day", "InstanceMarketOptions.SpotOptions.ValidUntil=12:00", "InvalidParameterValue"},
		{"a parameter given twice", "KeyName=a&KeyName=b", "InvalidQueryParameter"},
		{"another version", "Version=2014-10-01", "NoSuchVersion"},
		{"another action", "Action=LaunchInstances", "InvalidAction"},
		{"no action", "Action=", "MissingAction"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			form := url.Values{
				"Action": {"RunInstances"}, "Version": {"2016-11-15"},
				"ImageId": {"ami-0abcdef1234567890"}, "MinCount": {"1"}, "MaxCount": {"1"},
			}
			added, err := url.ParseQuery(test.form)
			if err != nil {
				t.Fatal(err)
			}
			for name, values := range added {
				form[name] = values
			}
			srv := launchtest.Start(t)
			status, document := post(t, srv, form)
			if status != http.StatusBadRequest || !strings.Contains(document, "<Code>"+test.code+"</Code>") {
				t.Errorf("status %d, want 400 with code %s:\n%s", status, test.code, document)
			}
			if len(srv.Instances()) != 0 {
				t.Error("launched all the same")
			}
			if len(srv.Requests()) != 1 {
				t.Errorf("recorded %d requests, want 1", len(srv.Requests()))
			}
		})
	}
}

func TestErrorEnvelope(t *testing.T) {
	srv := launchtest.Start(t)
	_, document := post(t, srv, url.Values{"Action": {"Sing & <dance>"}, "Version": {"2016-11-15"}})
	_, body, _ := strings.Cut(document, "\r\n\r\n")
	want := `<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<Response><Errors><Error><Code>InvalidAction</Code>` +
		`<Message>launchtest does not serve Sing &amp; &lt;dance&gt;; Server.Handle can</Message></Error></Errors>` +
		`<RequestID>00000000-0000-4000-8000-000000000001</RequestID></Response>`
	if diff := cmp.Diff(want, body); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMessagesAreShort(t *testing.T) {
	srv := launchtest.Start(t)
	long := strings.Repeat("é", 10_000)
	for _, form := range []url.Values{
		{"Action": {long}, "Version": {"2016-11-15"}},
		{"Action": {"RunInstances"}, "Version": {long}},
		{"Action": {"RunInstances"}, "Version": {"2016-11-15"}, long: {"x"}},
		{"Action": {"RunInstances"}, "Version": {"2016-11-15"}, "MinCount": {long}},
		{"Action": {"TerminateInstances"}, "Version": {"2016-11-15"}, "InstanceId.1": {long}},
	} {
		if _, document := post(t, srv, form); len(document) > 1024 || !strings.Contains(document, "é...") {
			t.Errorf("%d bytes:\n%.300s", len(document), document)
		}
	}
}

func TestBodyIsBounded(t *testing.T) {
	srv := launchtest.Start(t)
	status, document := post(t, srv, url.Values{"Action": {"RunInstances"}, "UserData": {strings.Repeat("x", 1<<20)}})
	if status != http.StatusBadRequest || !strings.Contains(document, "MalformedQueryString") {
		t.Errorf("status %d, want 400 with code MalformedQueryString:\n%.300s", status, document)
	}
}
