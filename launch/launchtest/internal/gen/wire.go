package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"regexp"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go/middleware"
)

// number matches the number of a list item within a wire name.
var number = regexp.MustCompile(`\.[0-9]+`)

// wireName returns the name under which the SDK sends the member at path, its item numbers replaced by N.
func wireName(input reflect.Type, path []string) (string, error) {
	request := reflect.New(input)
	fill(request.Elem(), path)
	form, err := send(request.Interface())
	if err != nil {
		return "", err
	}
	form.Del("Action")
	form.Del("Version")
	names := slices.Collect(maps.Keys(form))
	if len(names) != 1 {
		return "", fmt.Errorf("sent as %d parameters, want one: %q", len(names), names)
	}
	return number.ReplaceAllString(names[0], "."+item), nil
}

// send has the SDK serialise a request and returns the form it would post.
func send(request any) (url.Values, error) {
	transport := &capture{}
	client := ec2.New(ec2.Options{
		Region:      "us-east-1",
		Credentials: aws.AnonymousCredentials{},
		HTTPClient:  transport,
		Retryer:     aws.NopRetryer{},
		APIOptions:  []func(*middleware.Stack) error{sendAsIs},
	})
	var err error
	switch request := request.(type) {
	case *ec2.CreateLaunchTemplateInput:
		_, err = client.CreateLaunchTemplate(context.Background(), request)
	case *ec2.CreateLaunchTemplateVersionInput:
		_, err = client.CreateLaunchTemplateVersion(context.Background(), request)
	case *ec2.DeleteLaunchTemplateInput:
		_, err = client.DeleteLaunchTemplate(context.Background(), request)
	case *ec2.DescribeLaunchTemplateVersionsInput:
		_, err = client.DescribeLaunchTemplateVersions(context.Background(), request)
	case *ec2.DescribeLaunchTemplatesInput:
		_, err = client.DescribeLaunchTemplates(context.Background(), request)
	case *ec2.DescribeInstanceStatusInput:
		_, err = client.DescribeInstanceStatus(context.Background(), request)
	case *ec2.DescribeInstancesInput:
		_, err = client.DescribeInstances(context.Background(), request)
	case *ec2.RunInstancesInput:
		_, err = client.RunInstances(context.Background(), request)
	case *ec2.TerminateInstancesInput:
		_, err = client.TerminateInstances(context.Background(), request)
	default:
		return nil, fmt.Errorf("no operation for %T", request)
	}
	if !errors.Is(err, errCaptured) {
		return nil, fmt.Errorf("not sent: %w", err)
	}
	return transport.form, nil
}

// sendAsIs takes out the steps that refuse an incomplete request and that add a client token to it.
func sendAsIs(stack *middleware.Stack) error {
	for _, id := range []string{"OperationInputValidation", "OperationIdempotencyTokenAutoFill"} {
		if _, ok := stack.Initialize.Get(id); !ok {
			continue // Not every operation has both.
		}
		if _, err := stack.Initialize.Remove(id); err != nil {
			return err
		}
	}
	return nil
}

// errCaptured ends a call once its request has been seen.
var errCaptured = errors.New("request captured")

// capture is a transport that keeps the form of the request and answers nothing.
type capture struct{ form url.Values }

func (c *capture) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	if c.form, err = url.ParseQuery(string(body)); err != nil {
		return nil, err
	}
	return nil, errCaptured
}
