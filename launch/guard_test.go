package launch_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

func TestGuard(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client(launch.Guard, launch.Guard) // twice does no harm
	wrong := base().Count(launch.Between(3, 2)).Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(8)).IOPS(1))
	in := &ec2.RunInstancesInput{}
	wrong.Edit(func(raw *ec2.RunInstancesInput) { *in = *raw })

	_, err := client.RunInstances(t.Context(), in)
	if n := len(srv.Requests()); n != 0 {
		t.Fatalf("%d requests reached the endpoint", n)
	}
	report, ok := errors.AsType[*validate.Error](err)
	if !ok || len(report.Violations) != 2 {
		t.Fatalf("got %v, want both violations", err)
	}
	if api, ok := errors.AsType[smithy.APIError](err); !ok || api.ErrorCode() != "InvalidParameterValue" {
		t.Errorf("not an API error with EC2's code: %v", err)
	}

	if _, err := client.RunInstances(t.Context(), build(t, base()).Input()); err != nil {
		t.Errorf("a valid request is refused: %v", err)
	}
	if _, err := client.DescribeInstances(t.Context(), nil); err != nil {
		t.Errorf("another call is refused: %v", err)
	}
}

// The SDK checks for required members itself, and would name the first that is
// missing.
func TestGuardJudgesBeforeTheSDKDoes(t *testing.T) {
	srv := launchtest.Start(t)
	_, err := srv.Client(launch.Guard).CreateFleet(t.Context(), new(ec2.CreateFleetInput))
	if _, ok := errors.AsType[*validate.Error](err); !ok {
		t.Errorf("got %v, want the report of the guard", err)
	}
	if n := len(srv.Requests()); n != 0 {
		t.Errorf("%d requests reached the endpoint", n)
	}
}

// A client is shared by the goroutines of a service, and its guard with it.
func TestGuardServesCallsAtOnce(t *testing.T) {
	client := launchtest.Start(t).Client(launch.Guard)
	spec := build(t, base())
	var calls sync.WaitGroup
	for range 8 {
		calls.Go(func() {
			if _, err := client.RunInstances(t.Context(), spec.Input()); err != nil {
				t.Errorf("a valid request is refused: %v", err)
			}
			if _, err := client.RunInstances(t.Context(), &ec2.RunInstancesInput{}); err == nil {
				t.Error("an empty request passed")
			}
		})
	}
	calls.Wait()
}

// invalidCalls are an invalid input of each call that is judged, by the path at
// fault.
func invalidCalls() map[string]func(context.Context, *ec2.Client) error {
	data := &types.RequestLaunchTemplateData{KernelId: new("x")}
	return map[string]func(context.Context, *ec2.Client) error{
		"LaunchTemplateData.KernelId": func(ctx context.Context, c *ec2.Client) error {
			_, err := c.CreateLaunchTemplate(ctx, &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data})
			return err
		},
		"LaunchTemplateData.KernelId ": func(ctx context.Context, c *ec2.Client) error {
			_, err := c.CreateLaunchTemplateVersion(ctx, &ec2.CreateLaunchTemplateVersionInput{LaunchTemplateName: new("web"), LaunchTemplateData: data})
			return err
		},
		"LaunchTemplateConfigs[0].Overrides[0].SubnetId": func(ctx context.Context, c *ec2.Client) error {
			_, err := c.CreateFleet(ctx, &ec2.CreateFleetInput{
				LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{
					LaunchTemplateSpecification: &types.FleetLaunchTemplateSpecificationRequest{LaunchTemplateName: new("web"), Version: new("1")},
					Overrides:                   []types.FleetLaunchTemplateOverridesRequest{{SubnetId: new("subnet-1")}},
				}},
				TargetCapacitySpecification: &types.TargetCapacitySpecificationRequest{TotalTargetCapacity: new(int32(1)), DefaultTargetCapacityType: "spot"},
			})
			return err
		},
		"LaunchSpecification.KernelId": func(ctx context.Context, c *ec2.Client) error {
			_, err := c.RequestSpotInstances(ctx, &ec2.RequestSpotInstancesInput{LaunchSpecification: &types.RequestSpotLaunchSpecification{
				ImageId: new("ami-0abcdef1234567890"), InstanceType: "m6i.large", KernelId: new("x"),
			}})
			return err
		},
		"SpotFleetRequestConfig.LaunchSpecifications[0].KernelId": func(ctx context.Context, c *ec2.Client) error {
			_, err := c.RequestSpotFleet(ctx, &ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
				IamFleetRole: new("arn:aws:iam::123456789012:role/fleet"), TargetCapacity: new(int32(1)),
				LaunchSpecifications: []types.SpotFleetLaunchSpecification{{ImageId: new("ami-0abcdef1234567890"), InstanceType: "m6i.large", KernelId: new("x")}},
			}})
			return err
		},
	}
}

// Credentials that fail when they are asked for show that a refusal comes
// before.
func TestGuardJudgesEveryCallThatDescribesALaunch(t *testing.T) {
	client := ec2.New(ec2.Options{Region: "us-east-1", Credentials: unavailable{}}, launch.Guard)
	for path, call := range invalidCalls() {
		refusal, ok := errors.AsType[*validate.Error](call(t.Context(), client))
		if !ok || len(refusal.Violations) != 1 || refusal.Violations[0].Path != strings.TrimSpace(path) {
			t.Errorf("%s: got %v, want a refusal there alone", path, refusal)
		}
	}
}

var errUnavailable = errors.New("no credentials")

type unavailable struct{}

func (unavailable) Retrieve(context.Context) (aws.Credentials, error) {
	return aws.Credentials{}, errUnavailable
}

func TestGuardThatObservesLetsCallsGo(t *testing.T) {
	var seen []string
	see := func(_ context.Context, operation string, report validate.Report) {
		for _, v := range report.Violations {
			seen = append(seen, operation+" "+v.Path)
		}
	}
	var log strings.Builder
	client := ec2.New(ec2.Options{Region: "us-east-1", Credentials: unavailable{}},
		launch.GuardWith(standard(t), launch.Observe(), launch.OnReport(see), launch.LogReports(slog.New(slog.NewTextHandler(&log, nil)))))
	for path, call := range invalidCalls() {
		if err := call(t.Context(), client); !errors.Is(err, errUnavailable) {
			t.Errorf("%s: the call did not go on: %v", path, err)
		}
		if seen = slices.Compact(seen); len(seen) != 1 || !strings.HasSuffix(seen[0], " "+strings.TrimSpace(path)) {
			t.Errorf("%s: the callback saw %q", path, seen)
		}
		seen = nil
	}
	if n := strings.Count(log.String(), `level=ERROR msg="launch request would be refused"`); n != len(invalidCalls()) {
		t.Errorf("%d reports are logged as errors, want %d:\n%s", n, len(invalidCalls()), log.String())
	}
	if strings.Contains(log.String(), "operation=\"\"") || !strings.Contains(log.String(), "operation=CreateFleet") {
		t.Errorf("the log does not name the operations:\n%s", log.String())
	}
}

func TestGuardShowsWarningsAndCleanReports(t *testing.T) {
	srv := launchtest.Start(t)
	var reports []validate.Report
	var log strings.Builder
	client := srv.Client(launch.GuardWith(standard(t),
		launch.OnReport(func(_ context.Context, _ string, r validate.Report) { reports = append(reports, r) }),
		launch.LogReports(slog.New(slog.NewTextHandler(&log, nil)))))
	for _, instanceType := range []types.InstanceType{"m6i.large", "m6i.huge"} {
		if _, err := client.RunInstances(t.Context(), build(t, launch.FromImage("ami-0abcdef1234567890", instanceType)).Input()); err != nil {
			t.Fatal(err)
		}
	}
	if len(reports) != 2 || len(reports[0].Violations) != 0 || len(reports[1].Warnings()) != 1 {
		t.Errorf("the callback saw %v", reports)
	}
	if n := strings.Count(log.String(), "\n"); n != 1 ||
		!strings.Contains(log.String(), `level=WARN msg="launch request has warnings" operation=RunInstances errors=0 warnings=1 `) {
		t.Errorf("want one warning in the log, got\n%s", log.String())
	}
}

// Texts and numbers of a request are logged as what they are.
func TestGuardLogsWhatItRefuses(t *testing.T) {
	var log strings.Builder
	client := ec2.New(ec2.Options{Region: "us-east-1", Credentials: unavailable{}},
		launch.GuardWith(standard(t), launch.LogReports(slog.New(slog.NewJSONHandler(&log, nil)))))
	_, err := client.RunInstances(t.Context(), &ec2.RunInstancesInput{
		ImageId: new("ubuntu"), InstanceType: "m7i.large", MinCount: new(int32(6)), MaxCount: new(int32(2)),
	})
	if err == nil || errors.Is(err, errUnavailable) {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{
		`"msg":"launch request refused","operation":"RunInstances","errors":2,"warnings":0,`, `"value":6,`, `"value":"ubuntu",`,
	} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("want %s in %s", want, log.String())
		}
	}
}

func TestGuardWithoutWhatItNeedsRefuses(t *testing.T) {
	srv := launchtest.Start(t)
	valid := build(t, base()).Input()
	for name, option := range map[string]func(*ec2.Options){
		"validator":               launch.GuardWith(nil),
		"validator that observes": launch.GuardWith(nil, launch.Observe(), launch.OnReport(ignore)),
		"option":                  launch.GuardWith(standard(t), nil),
		"function":                launch.GuardWith(standard(t), launch.Observe(), launch.OnReport(nil)),
		"logger":                  launch.GuardWith(standard(t), launch.LogReports(nil)),
		"either":                  launch.GuardWith(standard(t), launch.Observe()),
	} {
		client := srv.Client(option)
		if _, err := client.RunInstances(t.Context(), valid); err == nil {
			t.Errorf("without a %s, the guard lets a call go", name)
		}
		if _, err := client.DescribeInstances(t.Context(), nil); err != nil {
			t.Errorf("without a %s, the guard refuses what it does not judge: %v", name, err)
		}
	}
	if n := len(srv.Requests()); n != 6 {
		t.Errorf("%d requests reached the endpoint, want the six that are not judged", n)
	}
}

func ignore(context.Context, string, validate.Report) {}

// A hook that redacts what it logs lifts no refusal, and hides nothing from the next.
func TestHooksChangeNothingButWhatTheyWereShown(t *testing.T) {
	srv := launchtest.Start(t)
	var seen []validate.Severity
	lift := launch.OnReport(func(_ context.Context, _ string, r validate.Report) {
		for i := range r.Violations {
			seen = append(seen, r.Violations[i].Severity)
			r.Violations[i].Severity = validate.SeverityWarning
		}
	})
	in := build(t, base()).Input()
	in.ImageId = new("ubuntu")
	_, err := srv.Client(launch.GuardWith(standard(t), lift, lift)).RunInstances(t.Context(), in)
	if err == nil || len(srv.Requests()) > 0 || !slices.Equal(seen, []validate.Severity{validate.SeverityError, validate.SeverityError}) {
		t.Errorf("got %v with %d requests, and the hooks saw %v", err, len(srv.Requests()), seen)
	}
}

func TestGuardNamesAllThatIsWrongWithItsOptions(t *testing.T) {
	for _, tt := range []struct {
		options []launch.GuardOption
		want    string
	}{
		{[]launch.GuardOption{nil, launch.Observe(), launch.OnReport(nil), launch.LogReports(nil)},
			"launch: option 1 of GuardWith is nil\nlaunch: OnReport has no function\nlaunch: LogReports has no logger"},
		{[]launch.GuardOption{launch.Observe(), nil},
			"launch: option 2 of GuardWith is nil\nlaunch: Observe needs OnReport or LogReports: nobody would see the report"},
	} {
		client := ec2.New(ec2.Options{Region: "us-east-1", Credentials: unavailable{}}, launch.GuardWith(standard(t), tt.options...))
		if _, err := client.RunInstances(t.Context(), build(t, base()).Input()); err == nil || !strings.HasSuffix(err.Error(), tt.want) {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}

// standard is a validator of all rules.
func standard(t *testing.T) *validate.Validator {
	t.Helper()
	v, err := validate.NewValidator(launch.Rules())
	if err != nil {
		t.Fatal(err)
	}
	return v
}
