package answer_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// once keeps the SDK from sending again.
func once(o *ec2.Options) { o.RetryMaxAttempts = 1 }

func request() *ec2.RunInstancesInput {
	return &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeM7iLarge,
		MinCount:     new(int32(1)),
		MaxCount:     new(int32(1)),
		ClientToken:  new("token"),
	}
}

// failure returns what the SDK's client makes of a fault.
func failure(t *testing.T, fault launchtest.Fault, opts ...func(*ec2.Options)) error {
	t.Helper()
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", fault)
	_, err := srv.Client(append(opts, once)...).RunInstances(t.Context(), request())
	if err == nil {
		t.Fatal("the call succeeded")
	}
	return err
}

// A canned answer stands in for the HTTP client: the SDK decodes it as any
// other.
type canned struct {
	status int
	body   string
}

func (c canned) Do(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: c.status,
		Header:     http.Header{},
		Body:       io.NopCloser(strings.NewReader(c.body)),
		Request:    r,
	}, nil
}

// decoded returns what the SDK's client makes of an answer.
func decoded(tb testing.TB, answer canned, opts ...func(*ec2.Options)) error {
	client := ec2.New(ec2.Options{
		Region:     "us-east-1",
		HTTPClient: answer,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "test", SecretAccessKey: "test"}, nil
		}),
	}, append([]func(*ec2.Options){once}, opts...)...)
	_, err := client.RunInstances(tb.Context(), request())
	return err
}

// errorBody is an error in EC2's form.
func errorBody(code, message string) string {
	return "<Response><Errors><Error><Code>" + code + "</Code><Message>" + message +
		"</Message></Error></Errors><RequestID>req-1</RequestID></Response>"
}

// refusal is EC2's answer with a code, as the SDK decodes it.
func refusal(tb testing.TB, status int, code, message string) error {
	return decoded(tb, canned{status, errorBody(code, message)})
}
