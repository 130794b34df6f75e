package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// errSent ends a call once its request has been seen.
var errSent = errors.New("sent")

// capture is a transport that keeps the form of a request and answers nothing.
type capture struct{ form url.Values }

func (c *capture) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	if c.form, err = url.ParseQuery(string(body)); err != nil {
		return nil, err
	}
	return nil, errSent
}

// send returns the form that the SDK for Go sends for a request.
func send(in *ec2.RunInstancesInput) (url.Values, error) {
	transport := new(capture)
	client := ec2.New(ec2.Options{
		Region: "us-east-1", Credentials: aws.AnonymousCredentials{}, HTTPClient: transport, Retryer: aws.NopRetryer{},
	})
	if _, err := client.RunInstances(context.Background(), in); !errors.Is(err, errSent) {
		return nil, fmt.Errorf("not sent: %w", err)
	}
	return transport.form, nil
}
