package launchtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// Config returns a configuration that sends every request to the server: Region us-east-1, made-up credentials, and
// the SDK's standard retryer, which retries what it always retries but waits a millisecond in between. It reads neither
// the environment nor files.
func (s *Server) Config() aws.Config {
	return aws.Config{
		Region:       regionName,
		BaseEndpoint: aws.String(s.http.URL),
		Credentials:  credentials.NewStaticCredentialsProvider("launchtest", "launchtest", ""),
		HTTPClient:   s.http.Client(),
		Retryer:      fastRetryer,
	}
}

// Client returns an EC2 client made from [Server.Config] and the given options.
func (s *Server) Client(optFns ...func(*ec2.Options)) *ec2.Client {
	return ec2.NewFromConfig(s.Config(), optFns...)
}

// fastRetryer is the standard retryer without its waits of up to 20 seconds.
func fastRetryer() aws.Retryer {
	return retry.NewStandard(func(o *retry.StandardOptions) {
		o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return time.Millisecond, nil })
	})
}
