package account_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/validate"
)

// A gate holds every call until it is let through.
type gate struct {
	account *ec2Account

	mu      sync.Mutex
	waiting []chan struct{}
	actions []string
}

// Do waits, and has the account answer.
func (g *gate) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(strings.NewReader(string(body)))
	pass := make(chan struct{})
	g.mu.Lock()
	g.waiting = append(g.waiting, pass)
	g.actions = append(g.actions, form.Get("Action"))
	g.mu.Unlock()
	select {
	case <-pass:
		return g.account.Do(r)
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
}

// next lets the first of the waiting calls through. It returns how many waited,
// and which actions have come since the last look.
func (g *gate) next() (waiting int, came []string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	came, g.actions = g.actions, nil
	waiting = len(g.waiting)
	if waiting > 0 {
		close(g.waiting[0])
		g.waiting = g.waiting[1:]
	}
	return waiting, came
}

func (g *gate) client() *ec2.Client {
	return ec2.New(ec2.Options{
		Region: "us-east-1", HTTPClient: g, Credentials: aws.AnonymousCredentials{}, Retryer: aws.NopRetryer{},
	})
}

// leading is an account whose answers lead to all else that there is to ask.
func leading() *ec2Account {
	return &ec2Account{xml: map[string]string{
		"DescribeLaunchTemplateVersions": `<launchTemplateVersionSet><item><launchTemplateData>
			<imageId>ami-0abcdef1234567890</imageId><instanceType>m6i.large</instanceType>
			</launchTemplateData></item></launchTemplateVersionSet>`,
		"DescribeSubnets": `<subnetSet><item><subnetId>subnet-0123456789abcdef0</subnetId>
			<vpcId>vpc-0123456789abcdef0</vpcId></item></subnetSet>`,
		"DescribeSecurityGroups": `<securityGroupInfo><item><groupId>sg-00000000000000001</groupId>
			<vpcId>vpc-0fedcba9876543210</vpcId></item></securityGroupInfo>`,
		"DescribePlacementGroups": `<placementGroupSet><item><groupName>blue</groupName>
			<strategy>cluster</strategy></item></placementGroupSet>`,
	}}
}

// smallestBucket is how many Describe calls EC2 takes at once where they name
// neither IDs nor a page size, and fewer than where they do.
const smallestBucket = 50

// A template comes first, what the request and the template name second, and
// what the answers lead to last. A round begins when the one before has ended
// whole, has at most Parallel calls under way, and uses that.
func TestThreeRoundsAtMost(t *testing.T) {
	for name, tt := range map[string]struct {
		request account.Request
		rounds  []int // the calls of each
	}{
		"plain":    {raw(t, `{"InstanceType": "m6i.large", "SubnetId": "subnet-0123456789abcdef0"}`), []int{5, 2}},
		"template": {raw(t, `{"LaunchTemplate": {"LaunchTemplateName": "web"}}`), []int{1, 5, 1}},
		"much":     {everything(t), []int{19, 4}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				g := &gate{account: leading()}
				done := make(chan struct{})
				go func() {
					defer close(done)
					if _, err := account.Fetch(t.Context(), g.client(), tt.request); err != nil {
						t.Error(err)
					}
				}()
				var rounds []int
				most, total, last := 0, 0, 0
				for {
					synctest.Wait()
					waiting, came := g.next()
					if waiting == 0 {
						break
					}
					if last <= 1 {
						rounds = append(rounds, 0)
					}
					rounds[len(rounds)-1] += len(came)
					total += len(came)
					most, last = max(most, waiting), waiting
					if waiting > account.Parallel {
						t.Errorf("%d calls are under way", waiting)
					}
				}
				<-done
				if !slices.Equal(rounds, tt.rounds) {
					t.Errorf("rounds of %v calls, want %v", rounds, tt.rounds)
				}
				if want := min(account.Parallel, slices.Max(tt.rounds)); most != want {
					t.Errorf("%d calls at once, want %d", most, want)
				}
				if total > smallestBucket {
					t.Errorf("%d calls", total)
				}
			})
		})
	}
}

// One that is missing among many costs a few calls, not one for each.
func TestTheMissingAreFoundByHalves(t *testing.T) {
	groups := make([]string, 16)
	for i := range groups {
		groups[i] = `"sg-0000000000000000` + string("0123456789abcdef"[i]) + `"`
	}
	a := &ec2Account{codes: map[string]string{"DescribeSecurityGroups sg-0000000000000000b": "InvalidGroup.NotFound"}}
	r := raw(t, `{"InstanceType": "m6i.large", "SecurityGroupIds": [`+strings.Join(groups, ",")+`]}`)
	s, err := account.Fetch(t.Context(), a.client(), r)
	if err != nil {
		t.Fatal(err)
	}
	if found, known := s.Find("SecurityGroup", "sg-0000000000000000b"); !known || found != nil {
		t.Errorf("got %v, %v", found, known)
	}
	n := 0
	for _, call := range a.calls {
		if call == "DescribeSecurityGroups" {
			n++
		}
	}
	if n != 9 {
		t.Errorf("%d calls, want 1 + 2 for each of 4 halvings", n)
	}
}

// A context that ends is the error, whichever round is under way, and nobody is
// asked from then on.
func TestFetchEndsWithItsContext(t *testing.T) {
	r := raw(t, `{"LaunchTemplate": {"LaunchTemplateName": "web"}, "IamInstanceProfile": {"Name": "web"}}`)
	for after := range 3 {
		synctest.Test(t, func(t *testing.T) {
			g := &gate{account: leading()}
			ctx, cancel := context.WithCancel(t.Context())
			asked := account.Profiles(func(ctx context.Context, _ string) (*validate.Profile, error) {
				if ctx.Err() != nil {
					t.Error("IAM is asked after the end")
				}
				return nil, nil
			})
			done := make(chan error)
			go func() {
				_, err := account.Fetch(ctx, g.client(), r, asked)
				done <- err
			}()
			for rounds, last := 0, 0; ; last, _ = g.next() {
				synctest.Wait()
				if last <= 1 {
					rounds++
				}
				if rounds > after {
					break
				}
			}
			g.actions = nil
			cancel()
			if err := <-done; !errors.Is(err, context.Canceled) || len(g.actions) > 0 {
				t.Errorf("in round %d: got %v, and then %v was asked", after+1, err, g.actions)
			}
		})
	}
}
