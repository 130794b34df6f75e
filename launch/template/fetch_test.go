package template_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/launch/template"
)

// answers is an HTTP client that answers DescribeLaunchTemplateVersions as EC2
// does, and keeps the form of the request.
type answers struct {
	status int
	body   string
	form   url.Values
}

func (a *answers) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	if a.form, err = url.ParseQuery(string(body)); err != nil {
		return nil, err
	}
	return &http.Response{StatusCode: a.status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(a.body))}, nil
}

func (a *answers) client() *ec2.Client {
	return ec2.New(ec2.Options{Region: "us-east-1", HTTPClient: a, Credentials: aws.AnonymousCredentials{}, Retryer: aws.NopRetryer{}})
}

const version = `<item><versionNumber>3</versionNumber><launchTemplateData><imageId>ami-0123456789abcdef0</imageId>` +
	`<instanceType>m6i.large</instanceType></launchTemplateData></item>`

func versions(items string) string {
	return `<DescribeLaunchTemplateVersionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>` +
		`<launchTemplateVersionSet>` + items + `</launchTemplateVersionSet></DescribeLaunchTemplateVersionsResponse>`
}

func TestFetchReadsTheVersionThatTheRequestNames(t *testing.T) {
	for request, want := range map[string]string{
		`{"LaunchTemplate":{"LaunchTemplateName":"web"}}`:                              "LaunchTemplateName=web LaunchTemplateVersion.1=$Default",
		`{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"$Latest"}}`:          "LaunchTemplateName=web LaunchTemplateVersion.1=$Latest",
		`{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0","Version":"3"}}`: "LaunchTemplateId=lt-0123456789abcdef0 LaunchTemplateVersion.1=3",
	} {
		a := &answers{status: 200, body: versions(version)}
		data, err := template.Fetch(t.Context(), a.client(), template.Raw(decode[ec2.RunInstancesInput](t, request)))
		if err != nil || *data.ImageId != "ami-0123456789abcdef0" || data.InstanceType != "m6i.large" {
			t.Errorf("%s: got %v, %v", request, data, err)
		}
		var asked []string
		for _, name := range []string{"LaunchTemplateId", "LaunchTemplateName", "LaunchTemplateVersion.1"} {
			if a.form.Has(name) {
				asked = append(asked, name+"="+a.form.Get(name))
			}
		}
		if got := strings.Join(asked, " "); got != want {
			t.Errorf("%s: asked for %s, want %s", request, got, want)
		}
	}
}

func TestFetchSaysWhatWentWrong(t *testing.T) {
	const request = `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"9"}}`
	refusal := `<Response><Errors><Error><Code>InvalidLaunchTemplateId.VersionNotFound</Code><Message>no</Message></Error></Errors></Response>`
	a := &answers{status: 400, body: refusal}
	_, err := template.Fetch(t.Context(), a.client(), template.Raw(decode[ec2.RunInstancesInput](t, request)))
	if api, ok := errors.AsType[smithy.APIError](err); !ok || api.ErrorCode() != "InvalidLaunchTemplateId.VersionNotFound" {
		t.Errorf("got %v", err)
	}
	for _, body := range []string{versions(""), versions(version + version), versions(`<item><versionNumber>3</versionNumber></item>`)} {
		a := &answers{status: 200, body: body}
		if _, err := template.Fetch(t.Context(), a.client(), template.Raw(decode[ec2.RunInstancesInput](t, request))); err == nil || !strings.Contains(err.Error(), `"9"`) {
			t.Errorf("%s: got %v", body, err)
		}
	}
	client := (&answers{}).client()
	for name, fetch := range map[string]func() error{
		"client": func() error {
			_, err := template.Fetch(t.Context(), nil, template.Raw(new(ec2.RunInstancesInput)))
			return err
		},
		"request": func() error { _, err := template.Fetch(t.Context(), client, nil); return err },
		"input":   func() error { _, err := template.Fetch(t.Context(), client, template.Raw(nil)); return err },
		"template": func() error {
			_, err := template.Fetch(t.Context(), client, template.Raw(new(ec2.RunInstancesInput)))
			return err
		},
	} {
		if fetch() == nil {
			t.Errorf("without a %s: no error", name)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := template.Fetch(ctx, (&answers{status: 200, body: versions(version)}).client(), template.Raw(decode[ec2.RunInstancesInput](t, request))); err == nil {
		t.Error("a context that has ended is no error")
	}
}
