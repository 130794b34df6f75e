package main

import (
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// withoutKeys is an account that has no key pairs, and lets nothing else be
// read. It is asked several things at once.
type withoutKeys struct {
	mu    sync.Mutex
	calls []string
}

func (a *withoutKeys) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	a.calls = append(a.calls, string(body))
	a.mu.Unlock()
	code := "UnauthorizedOperation"
	if strings.Contains(string(body), "Action=DescribeKeyPairs") {
		code = "InvalidKeyPair.NotFound"
	}
	answer := `<Response><Errors><Error><Code>` + code + `</Code><Message>no</Message></Error></Errors></Response>`
	return &http.Response{StatusCode: 400, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(answer))}, nil
}

func TestLiveAsksTheAccount(t *testing.T) {
	v, err := validate.NewValidator(launch.Rules())
	if err != nil {
		t.Fatal(err)
	}
	cloud := new(withoutKeys)
	var unknown strings.Builder
	client := ec2.New(ec2.Options{Region: "us-east-1", HTTPClient: cloud, Credentials: aws.AnonymousCredentials{}, Retryer: aws.NopRetryer{}})
	document := strings.Replace(minimal, `{`, `{"KeyName":"ops",`, 1)
	f, err := check(asking(t.Context(), v, client, &unknown), v.Edition(), "-", strings.NewReader(document), nil)
	if report := f.Report; err != nil || len(report.Violations) != 1 || report.Violations[0].Rule != "key-name-unknown" {
		t.Errorf("got %v, %v", report, err)
	}
	f.Name = "a.json"
	var out strings.Builder
	if err := command.printGitHub(command{}, &out, f); err != nil || !strings.HasPrefix(out.String(), "::error file=a.json,line=1,col=2,title=key-name-unknown::") {
		t.Errorf("printed %s, %v", &out, err)
	}
	denied := "preflight: unknown: DescribeImages ami-0abcdef1234567890: UnauthorizedOperation\n"
	if !strings.Contains(unknown.String(), denied) {
		t.Errorf("told %q", unknown.String())
	}
	for _, c := range cloud.calls {
		if !strings.Contains(c, "Action=Describe") && !strings.Contains(c, "Action=Get") {
			t.Errorf("called %s", c)
		}
	}
	cloud.calls = nil
	fleet := `{"LaunchTemplateConfigs":[],"TargetCapacitySpecification":{"TotalTargetCapacity":1,"DefaultTargetCapacityType":"spot"}}`
	if f, err := check(asking(t.Context(), v, client, &unknown), v.Edition(), "-", strings.NewReader(fleet), nil); err != nil || f.Report.Err() == nil || len(cloud.calls) > 0 {
		t.Errorf("a fleet: got %v, %v, %v", f.Report, err, cloud.calls)
	}
}

// -live asks the account of the ambient configuration, and sends nothing that
// launches.
func TestLiveUsesTheAmbientConfiguration(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Strict(), launchtest.Has(types.Image{ImageId: new("ami-0abcdef1234567890")}))
	t.Setenv("AWS_CONFIG_FILE", os.DevNull)
	t.Setenv("AWS_SHARED_CREDENTIALS_FILE", os.DevNull)
	t.Setenv("AWS_EC2_METADATA_DISABLED", "true")
	t.Setenv("AWS_REGION", "us-east-1")
	t.Setenv("AWS_ACCESS_KEY_ID", "id")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "key")
	t.Setenv("AWS_ENDPOINT_URL_EC2", srv.URL())
	for document, want := range map[string]int{
		minimal: allValid,
		strings.Replace(minimal, `{`, `{"KeyName":"ops",`, 1):                         someInvalid,
		strings.Replace(minimal, "ami-0abcdef1234567890", "ami-0fedcba9876543210", 1): someInvalid,
		strings.Replace(minimal, `{`, `{"SubnetId":"subnet-0123456789abcdef0",`, 1):   someInvalid,
	} {
		if status, out, errs := preflight(t, document, "-live", "-"); status != want || errs != "" {
			t.Errorf("%s: status %d, want %d\n%s%s", document, status, want, out, errs)
		}
		if status, out, errs := preflight(t, document, "-"); status != allValid {
			t.Errorf("%s: status %d without -live\n%s%s", document, status, out, errs)
		}
	}
	for _, r := range srv.Requests() {
		if !strings.HasPrefix(r.Action, "Describe") && !strings.HasPrefix(r.Action, "Get") {
			t.Errorf("%s was sent", r.Action)
		}
	}
}
