package account_test

import (
	"context"
	"errors"
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch/account"
)

// do is an HTTP client.
type do func(*http.Request) (*http.Response, error)

func (f do) Do(r *http.Request) (*http.Response, error) { return f(r) }

// However a fetch ends, no goroutine is left: when all is answered, when nothing
// is, and when it is cancelled while every look-up that may be is under way.
func TestFetchLeavesNoGoroutine(t *testing.T) {
	for name, answer := range map[string]func(cancel func()) do{
		"answered": func(func()) do { return (&ec2Account{}).Do },
		"lost": func(func()) do {
			return func(*http.Request) (*http.Response, error) { return nil, errors.New("connection lost") }
		},
		"cancelled": func(cancel func()) do {
			asked := new(atomic.Int32)
			return func(r *http.Request) (*http.Response, error) {
				if asked.Add(1) == account.Parallel {
					cancel()
				}
				<-r.Context().Done()
				return nil, r.Context().Err()
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			leaks.None(t)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			client := ec2.New(ec2.Options{
				Region: "us-east-1", Credentials: aws.AnonymousCredentials{}, HTTPClient: answer(cancel), Retryer: aws.NopRetryer{},
			})
			if _, err := account.Fetch(ctx, client, everything(t)); name == "answered" && err != nil {
				t.Error(err)
			}
		})
	}
}
