package launchtest

import (
	"bytes"
	"io"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/cloud"
)

// Config returns a configuration that sends every request to the server: its Region, made-up credentials, and
// the SDK's standard retryer, which retries what it always retries but waits a millisecond in between. It reads neither
// the environment nor files.
//
// Keep its HTTPClient: an answer from loopback can come too soon for the SDK, and that client sees to it.
func (s *Server) Config() aws.Config { return newConfig(s.URL(), s.open().client, s.settings.Region) }

// ConfigFor returns what [Server.Config] of a server in another process does, by the [Server.URL] of that server, which plays us-east-1: a
// process that a test kills launches against a server that outlives it.
func ConfigFor(url string) aws.Config { return newConfig(url, &http.Client{}, cloud.Defaults().Region) }

// newConfig returns a configuration that sends every request to a server and
// follows no redirect: nor does the SDK's own client with requests of EC2.
func newConfig(url string, client *http.Client, region string) aws.Config {
	own := *client
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return aws.Config{
		Region:       region,
		BaseEndpoint: aws.String(url),
		Credentials:  credentials.NewStaticCredentialsProvider("launchtest", "launchtest", ""),
		HTTPClient:   httpClient{&own},
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

// httpClient sends a request from a buffer of its own. The SDK closes its request body once the answer begins. On
// loopback that may be before net/http has looked for the body's end; net/http then finds an error in its stead, takes
// the request for failed, and closes the connection while the answer is being read.
type httpClient struct{ *http.Client }

func (c httpClient) Do(r *http.Request) (*http.Response, error) {
	if r.Body == nil {
		return c.Client.Do(r)
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r = r.Clone(r.Context())
	r.Body = io.NopCloser(bytes.NewReader(body))
	return c.Client.Do(r)
}
