package template_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/launch"
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

// paged answers a question by pages, the last one for ever.
type paged struct {
	ec2.DescribeLaunchTemplateVersionsAPIClient
	pages []*ec2.DescribeLaunchTemplateVersionsOutput
	asked []string
}

func (p *paged) DescribeLaunchTemplateVersions(_ context.Context, in *ec2.DescribeLaunchTemplateVersionsInput, _ ...func(*ec2.Options)) (*ec2.DescribeLaunchTemplateVersionsOutput, error) {
	p.asked = append(p.asked, aws.ToString(in.NextToken))
	if len(p.asked) > 9 || len(p.pages) == 0 {
		return nil, errors.New("asked too often")
	}
	page := p.pages[0]
	if len(p.pages) > 1 {
		p.pages = p.pages[1:]
	}
	return page, nil
}

// A page may be empty and not be the last.
func TestFetchFollowsPages(t *testing.T) {
	request := template.Raw(decode[ec2.RunInstancesInput](t, `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`))
	version := types.LaunchTemplateVersion{LaunchTemplateData: &types.ResponseLaunchTemplateData{KeyName: new("team")}}
	empty := func(token string) *ec2.DescribeLaunchTemplateVersionsOutput {
		return &ec2.DescribeLaunchTemplateVersionsOutput{NextToken: new(token)}
	}
	full := func(token *string) *ec2.DescribeLaunchTemplateVersionsOutput {
		return &ec2.DescribeLaunchTemplateVersionsOutput{NextToken: token, LaunchTemplateVersions: []types.LaunchTemplateVersion{version}}
	}
	p := &paged{pages: []*ec2.DescribeLaunchTemplateVersionsOutput{empty("a"), full(new("b")), new(ec2.DescribeLaunchTemplateVersionsOutput)}}
	data, err := template.Fetch(t.Context(), p, request)
	if err != nil || *data.KeyName != "team" || fmt.Sprint(p.asked) != "[ a b]" {
		t.Errorf("got %v, %v, asked %q", data, err, p.asked)
	}
	for name, pages := range map[string][]*ec2.DescribeLaunchTemplateVersionsOutput{
		"the same page for ever":    {empty("a")},
		"a version on each of two":  {full(new("a")), full(nil)},
		"an error before an answer": nil,
	} {
		p := &paged{pages: pages}
		if data, err := template.Fetch(t.Context(), p, request); err == nil || data != nil || len(p.asked) > 2 {
			t.Errorf("%s: got %v, %v, asked %q", name, data, err, p.asked)
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
		if _, err := template.Fetch(t.Context(), a.client(), template.Raw(decode[ec2.RunInstancesInput](t, request))); err == nil || !strings.Contains(err.Error(), `version "9" of "web"`) {
			t.Errorf("%s: got %v", body, err)
		}
	}
	client := (&answers{status: 200, body: versions(version)}).client()
	for name, fetch := range map[string]func() error{
		"client": func() error {
			_, err := template.Fetch(t.Context(), nil, template.Raw(new(ec2.RunInstancesInput)))
			return err
		},
		"client of a type": func() error {
			_, err := template.Fetch(t.Context(), (*ec2.Client)(nil), template.Raw(decode[ec2.RunInstancesInput](t, request)))
			return err
		},
		"request":           func() error { _, err := template.Fetch(t.Context(), client, nil); return err },
		"request of a type": func() error { _, err := template.Fetch(t.Context(), client, (*launch.Spec)(nil)); return err },
		"name": func() error {
			_, err := template.Fetch(t.Context(), client, template.Raw(decode[ec2.RunInstancesInput](t, `{"LaunchTemplate":{"LaunchTemplateName":"","Version":"3"}}`)))
			return err
		},
		"choice of ID or name": func() error {
			_, err := template.Fetch(t.Context(), client, template.Raw(decode[ec2.RunInstancesInput](t, `{"LaunchTemplate":{"LaunchTemplateName":"web","LaunchTemplateId":"lt-0123456789abcdef0"}}`)))
			return err
		},
		"input": func() error { _, err := template.Fetch(t.Context(), client, template.Raw(nil)); return err },
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
