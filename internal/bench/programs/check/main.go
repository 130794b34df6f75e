// Command check checks a request and launches with the SDK, and prints how many
// nanoseconds the first check and the first call took.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
)

func main() {
	in := &ec2.RunInstancesInput{
		ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM7iLarge,
		MinCount: new(int32(1)), MaxCount: new(int32(1)),
	}
	before := time.Now()
	report := launch.Check(in)
	check := time.Since(before)
	if report.Err() != nil {
		fmt.Fprintln(os.Stderr, report)
		os.Exit(1)
	}

	before = time.Now()
	client := ec2.New(ec2.Options{
		Region: "us-east-1", Credentials: aws.AnonymousCredentials{}, HTTPClient: stub{}, Retryer: aws.NopRetryer{},
	})
	_, err := client.RunInstances(context.Background(), in)
	call := time.Since(before)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(check.Nanoseconds(), call.Nanoseconds())
}

// stub answers every request at once.
type stub struct{}

func (stub) Do(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: http.NoBody}, nil
}
