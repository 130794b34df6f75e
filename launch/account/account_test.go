package account_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// An ec2Account answers Describe calls as EC2 does: by the XML of an action, or
// with the error code that stands for one.
type ec2Account struct {
	xml   map[string]string // the inside of the answer, by action
	codes map[string]string // by action, by action, blank and ID, and "" for all other actions
	says  string            // beside a code

	mu    sync.Mutex
	calls []string
}

// Do answers a request.
func (a *ec2Account) Do(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, err
	}
	action := form.Get("Action")
	a.mu.Lock()
	a.calls = append(a.calls, action)
	a.mu.Unlock()
	code, ok := a.codes[action]
	if !ok {
		code = a.codes[""]
	}
	for id, of := range a.codes {
		for name, values := range form {
			if strings.HasPrefix(id, action+" ") && name != "Action" && slices.Contains(values, strings.TrimPrefix(id, action+" ")) {
				code = of
			}
		}
	}
	status, text := 200, fmt.Sprintf(`<%sResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>%s</%[1]sResponse>`, action, a.xml[action])
	if code != "" {
		status, text = 400, `<Response><Errors><Error><Code>`+code+`</Code><Message>`+a.says+`</Message></Error></Errors></Response>`
	}
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(text))}, nil
}

func (a *ec2Account) client() *ec2.Client {
	return ec2.New(ec2.Options{Region: "us-east-1", HTTPClient: a, Credentials: aws.AnonymousCredentials{}, Retryer: aws.NopRetryer{}})
}

func build(t *testing.T, b launch.Builder) launch.Spec {
	t.Helper()
	spec, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

func base() launch.Builder {
	return launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM6iLarge)
}

func inSubnet() launch.Builder {
	return base().KeyName("ops").Network(network.InSubnet("subnet-0123456789abcdef0").SecurityGroups("sg-0123456789abcdef0", "sg-0fedcba9876543210"))
}

func TestPlanListsWhatTheRequestNames(t *testing.T) {
	spec := build(t, inSubnet().Placement(placement.Group("blue").Zone("us-east-1a")).CapacityReservation(market.ReservationID("cr-0123456789abcdef0")))
	var got []string
	for _, l := range account.Plan(spec) {
		got = append(got, l.String())
	}
	want := []string{
		"DescribeImages ami-0abcdef1234567890",
		"DescribeSubnets subnet-0123456789abcdef0",
		"DescribeSecurityGroups sg-0123456789abcdef0 sg-0fedcba9876543210",
		"DescribeKeyPairs ops",
		"DescribePlacementGroups blue",
		"DescribeCapacityReservations cr-0123456789abcdef0",
		"DescribeAvailabilityZones us-east-1a",
		"DescribeInstanceTypeOfferings m6i.large",
		"DescribeInstanceTypes m6i.large",
		"GetInstanceMetadataDefaults",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	two := account.Plan(raw(t, `{"LaunchTemplate": {"LaunchTemplateName": "web", "LaunchTemplateId": "lt-0123456789abcdef0"}}`))
	if two[0].Resource == "LaunchTemplate" {
		t.Errorf("of two templates, one is looked up: %v", two)
	}
	if account.Plan(nil) != nil || account.Plan(account.Raw(nil)) != nil {
		t.Error("nothing has a plan")
	}
}

func TestFetchFindsAndMisses(t *testing.T) {
	a := &ec2Account{
		xml: map[string]string{
			"DescribeImages":                `<imagesSet><item><imageId>ami-0abcdef1234567890</imageId><architecture>arm64</architecture><blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><snapshotId>snap-0123456789abcdef0</snapshotId></ebs></item></blockDeviceMapping></item></imagesSet>`,
			"DescribeSubnets":               `<subnetSet><item><subnetId>subnet-0123456789abcdef0</subnetId><vpcId>vpc-0123456789abcdef0</vpcId><availabilityZone>us-east-1a</availabilityZone><availableIpAddressCount>0</availableIpAddressCount></item></subnetSet>`,
			"DescribeVpcs":                  `<vpcSet><item><vpcId>vpc-0123456789abcdef0</vpcId></item></vpcSet>`,
			"DescribeSnapshots":             `<snapshotSet><item><snapshotId>snap-0123456789abcdef0</snapshotId><volumeSize>8</volumeSize></item></snapshotSet>`,
			"DescribeSecurityGroups":        `<securityGroupInfo><item><groupId>sg-0123456789abcdef0</groupId><vpcId>vpc-0123456789abcdef0</vpcId></item></securityGroupInfo>`,
			"DescribeInstanceTypeOfferings": `<instanceTypeOfferingSet><item><instanceType>m6i.large</instanceType><location>us-east-1b</location></item></instanceTypeOfferingSet>`,
		},
		codes: map[string]string{
			"DescribeSecurityGroups sg-0fedcba9876543210": "InvalidGroup.NotFound",
			"DescribeKeyPairs":                            "UnauthorizedOperation",
		},
	}
	spec := build(t, inSubnet())
	s, err := account.Fetch(t.Context(), a.client(), spec)
	if err != nil {
		t.Fatal(err)
	}
	for resource, id := range map[string]string{
		"Image": "ami-0abcdef1234567890", "Subnet": "subnet-0123456789abcdef0", "Vpc": "vpc-0123456789abcdef0",
		"Snapshot": "snap-0123456789abcdef0", "SecurityGroup": "sg-0123456789abcdef0", "Offerings": "m6i.large",
	} {
		if found, known := s.Find(resource, id); !known || found == nil {
			t.Errorf("%s %s: %v, %v", resource, id, found, known)
		}
	}
	if found, known := s.Find("SecurityGroup", "sg-0fedcba9876543210"); !known || found != nil {
		t.Errorf("a group that is not there: %v, %v", found, known)
	}
	if _, known := s.Find("KeyPair", "ops"); known {
		t.Error("a key that could not be read is known")
	}
	if unread := s.Unread(); len(unread) != 1 || unread[0].String() != "DescribeKeyPairs ops: UnauthorizedOperation" {
		t.Errorf("unread: %v", unread)
	}
	for _, call := range a.calls {
		if !strings.HasPrefix(call, "Describe") && !strings.HasPrefix(call, "Get") {
			t.Errorf("%s was called", call)
		}
	}

	var got []string
	report := account.Check(ruletest.Validator(t, launch.Rules()), s, spec)
	for _, v := range report.Violations {
		got = append(got, fmt.Sprint(v.Rule, " ", v.Severity))
	}
	slices.Sort(got)
	want := []string{"image-architecture-unsupported error", "instance-type-zone-unsupported error", "security-group-unknown error", "subnet-address-limit warning"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// A snapshot that was kept warns of what somebody may have changed since, and
// rejects what cannot change.
func TestSnapshotsAreKept(t *testing.T) {
	a := &ec2Account{
		xml:   map[string]string{"DescribeImages": `<imagesSet><item><imageId>ami-0abcdef1234567890</imageId><architecture>arm64</architecture></item></imagesSet>`},
		codes: map[string]string{"DescribeKeyPairs": "InvalidKeyPair.NotFound", "DescribeVpcs": "UnauthorizedOperation"},
	}
	spec := build(t, base().KeyName("ops"))
	fetched, err := account.Fetch(t.Context(), a.client(), spec)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(fetched)
	if err != nil {
		t.Fatal(err)
	}
	kept := new(account.Snapshot)
	if err := json.Unmarshal(text, kept); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(kept)
	if err != nil || string(again) != string(text) {
		t.Errorf("%v: got %s\nwant %s", err, again, text)
	}
	v := ruletest.Validator(t, launch.Rules())
	severities := func(s *account.Snapshot) map[string]validate.Severity {
		found := map[string]validate.Severity{}
		for _, v := range account.Check(v, s, spec).Violations {
			found[v.Rule] = v.Severity
		}
		return found
	}
	live, old := severities(fetched), severities(kept)
	if live["key-name-unknown"] != validate.SeverityError || live["image-architecture-unsupported"] != validate.SeverityError || len(live) != 2 {
		t.Errorf("live: %v", live)
	}
	if old["key-name-unknown"] != validate.SeverityWarning || old["image-architecture-unsupported"] != validate.SeverityError || len(old) != 2 {
		t.Errorf("kept: %v", old)
	}
}

func TestOtherJSONIsNoSnapshot(t *testing.T) {
	for _, text := range []string{`{}`, `[]`, `{"read":"2026-11-27T00:00:00Z","things":{"Imaje":{}}}`, `{"read":"2026-11-27T00:00:00Z","things":{"Image":{"a":{"Imaje":1}}}}`, `{"read":"2026-11-27T00:00:00Z","more":1}`} {
		if err := json.Unmarshal([]byte(text), new(account.Snapshot)); err == nil {
			t.Errorf("%s is a snapshot", text)
		}
	}
}

// What a template names is looked up, and judged with what the request says.
func TestTemplatesAreFollowed(t *testing.T) {
	a := &ec2Account{
		xml: map[string]string{
			"DescribeLaunchTemplateVersions": `<launchTemplateVersionSet><item><launchTemplateData><imageId>ami-0abcdef1234567890</imageId><instanceType>m6i.large</instanceType><keyName>ops</keyName></launchTemplateData></item></launchTemplateVersionSet>`,
		},
		codes: map[string]string{"DescribeKeyPairs": "InvalidKeyPair.NotFound", "DescribeImages": "UnauthorizedOperation", "DescribeVpcs": "UnauthorizedOperation"},
	}
	spec := build(t, launch.FromTemplate(template.Name("web").Version("3")))
	s, err := account.Fetch(t.Context(), a.client(), spec)
	if err != nil {
		t.Fatal(err)
	}
	if a.calls[0] != "DescribeLaunchTemplateVersions" {
		t.Errorf("asked for %v", a.calls)
	}
	report := account.Check(ruletest.Validator(t, launch.Rules()), s, spec)
	if len(report.Violations) != 1 || report.Violations[0].Path != "LaunchTemplateData.KeyName" || report.Violations[0].Rule != "key-name-unknown" {
		t.Errorf("got %v", report)
	}

	gone := &ec2Account{codes: map[string]string{"DescribeLaunchTemplateVersions": "InvalidLaunchTemplateId.VersionNotFound"}}
	s, err = account.Fetch(t.Context(), gone.client(), spec)
	if err != nil {
		t.Fatal(err)
	}
	report = account.Check(ruletest.Validator(t, launch.Rules()), s, spec)
	if len(report.Violations) != 1 || report.Violations[0].Rule != "template-version-unknown" {
		t.Errorf("got %v", report)
	}
}

// A template is known to be absent only where EC2's code says so, and one that
// has a name in the form of an ID is not asked for as by its ID.
func TestTemplatesThatAreNotAnsweredAreUnknown(t *testing.T) {
	for name, tt := range map[string]struct {
		template template.Template
		account  *ec2Account
	}{
		"no version in the answer": {template.Name("web").Version("3"), &ec2Account{}},
		"a name like an ID": {
			template.Name("lt-0123456789abcdef0").Version("3"),
			&ec2Account{codes: map[string]string{"DescribeLaunchTemplateVersions": "InvalidLaunchTemplateId.NotFound"}},
		},
	} {
		spec := build(t, launch.FromTemplate(tt.template))
		s, err := account.Fetch(t.Context(), tt.account.client(), spec)
		if err != nil {
			t.Fatal(err)
		}
		if report := account.Check(ruletest.Validator(t, launch.Rules()), s, spec); report.Err() != nil {
			t.Errorf("%s: %v", name, report)
		}
	}
}

func TestTheCallersRequestStaysAsItIs(t *testing.T) {
	a := &ec2Account{xml: map[string]string{
		"DescribeLaunchTemplateVersions": `<launchTemplateVersionSet><item><launchTemplateData><imageId>ami-0abcdef1234567890</imageId></launchTemplateData></item></launchTemplateVersionSet>`,
	}}
	spec := build(t, launch.FromTemplate(template.Name("web")))
	in, want := spec.Input(), spec.Input()
	s, err := account.Fetch(t.Context(), a.client(), account.Raw(in))
	if err != nil {
		t.Fatal(err)
	}
	account.Check(ruletest.Validator(t, launch.Rules()), s, account.Raw(in))
	if diff := cmp.Diff(want, in, cmpopts.IgnoreUnexported(ec2.RunInstancesInput{}, types.LaunchTemplateSpecification{})); diff != "" {
		t.Errorf("it was changed (-before +after):\n%s", diff)
	}
}

func TestPreflightEndsInADryRun(t *testing.T) {
	forbidden := map[string]string{}
	for _, l := range account.Plan(build(t, base())) {
		forbidden[l.Call] = "UnauthorizedOperation"
	}
	for code, want := range map[string]string{
		"DryRunOperation":              "",
		"UnauthorizedOperation":        "dry-run",
		"InsufficientInstanceCapacity": "dry-run",
	} {
		codes := map[string]string{"RunInstances": code}
		for call, c := range forbidden {
			codes[call] = c
		}
		report, err := account.Preflight(t.Context(), (&ec2Account{codes: codes}).client(), build(t, base()))
		if err != nil {
			t.Errorf("%s: %v", code, err)
			continue
		}
		got := ""
		for _, v := range report.Violations {
			if v.Rule == "account-unread" {
				continue
			}
			got = v.Rule
			if v.Code != code {
				t.Errorf("%s: the violation has code %s", code, v.Code)
			}
		}
		if got != want {
			t.Errorf("%s: got %v", code, report)
		}
	}
	a := &ec2Account{codes: map[string]string{"DescribeImages": "InvalidAMIID.NotFound"}}
	report, err := account.Preflight(t.Context(), a.client(), build(t, base()))
	if err != nil || report.Err() == nil || slices.Contains(a.calls, "RunInstances") {
		t.Errorf("with an error found before: %v, %v, %v", report, err, a.calls)
	}
}

func TestFetchNeedsWhatItAsks(t *testing.T) {
	client := (&ec2Account{}).client()
	spec := build(t, base())
	for name, fetch := range map[string]func() error{
		"client":  func() error { _, err := account.Fetch(t.Context(), nil, spec); return err },
		"pointer": func() error { _, err := account.Fetch(t.Context(), (*ec2.Client)(nil), spec); return err },
		"spec":    func() error { _, err := account.Fetch(t.Context(), client, (*launch.Spec)(nil)); return err },
		"answer":  func() error { _, err := account.Preflight(t.Context(), (*ec2.Client)(nil), spec); return err },
		"request": func() error { _, err := account.Fetch(t.Context(), client, nil); return err },
		"input":   func() error { _, err := account.Fetch(t.Context(), client, account.Raw(nil)); return err },
		"time": func() error {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			_, err := account.Fetch(ctx, client, spec)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
			return err
		},
	} {
		if fetch() == nil {
			t.Errorf("without a %s: no error", name)
		}
	}
	var none *account.Snapshot
	if _, known := none.Find("Image", "x"); known || none.Unread() != nil || account.Check(ruletest.Validator(t, launch.Rules()), none, spec).Err() != nil {
		t.Error("nil knows something")
	}
	if account.Check(ruletest.Validator(t, launch.Rules()), none, (*launch.Spec)(nil)).Err() == nil || account.Plan((*launch.Spec)(nil)) != nil {
		t.Error("a nil request is one")
	}
	if account.Check(nil, none, spec).Err() == nil {
		t.Error("a nil validator does not refuse")
	}
}

// everything names one thing of each kind.
func everything(t *testing.T) account.Request {
	return account.Raw(decoded(t, []byte(`{
		"ImageId": "ami-0abcdef1234567890", "InstanceType": "m6i.large", "KeyName": "ops", "ClientToken": "once",
		"MetadataOptions": {"HttpTokens": "optional"}, "HibernationOptions": {"Configured": true},
		"InstanceMarketOptions": {"MarketType": "spot", "SpotOptions": {"MaxPrice": "0.05"}},
		"Placement": {"GroupName": "blue", "AvailabilityZone": "us-east-1a", "HostId": "h-0123456789abcdef0"},
		"CapacityReservationSpecification": {"CapacityReservationTarget": {"CapacityReservationId": "cr-0123456789abcdef0"}},
		"IamInstanceProfile": {"Name": "web"},
		"BlockDeviceMappings": [{"DeviceName": "/dev/sdf", "Ebs": {"SnapshotId": "snap-0123456789abcdef0", "KmsKeyId": "alias/data"}}],
		"NetworkInterfaces": [
			{"DeviceIndex": 0, "SubnetId": "subnet-0123456789abcdef0", "PrivateIpAddress": "10.0.0.5", "Groups": [
				"sg-00000000000000001", "sg-00000000000000002", "sg-00000000000000003", "sg-00000000000000004", "sg-00000000000000005",
				"sg-00000000000000006"]},
			{"DeviceIndex": 1, "NetworkInterfaceId": "eni-0123456789abcdef0"}],
		"SecondaryInterfaces": [{"DeviceIndex": 0, "SecondarySubnetId": "ss-0123456789abcdef0"}]}`)))
}

// What may not be read is listed, and nothing is said of it.
func TestWhatIsForbiddenIsUnknown(t *testing.T) {
	r := everything(t)
	plan := account.Plan(r)
	calls := map[string]bool{}
	for _, l := range plan {
		calls[l.Call] = true
	}
	if len(calls) < 17 {
		t.Fatalf("the request names too little: %v", calls)
	}
	v := ruletest.Validator(t, launch.Rules())
	offline := v.Check(r.Input())
	for _, code := range []string{"UnauthorizedOperation", "RequestLimitExceeded", "InternalError"} {
		codes := map[string]string{}
		for call := range calls {
			codes[call] = code
		}
		s, err := account.Fetch(t.Context(), (&ec2Account{codes: codes}).client(), r)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(s.Unread()); got != len(plan) {
			t.Errorf("%s: %d of %d look-ups are listed: %v", code, got, len(plan), s.Unread())
		}
		if diff := cmp.Diff(offline.String(), account.Check(v, s, r).String()); diff != "" {
			t.Errorf("%s: the report (-offline +with the account):\n%s", code, diff)
		}
	}
	for call := range calls {
		s, err := account.Fetch(t.Context(), (&ec2Account{codes: map[string]string{call: "UnauthorizedOperation"}}).client(), r)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range s.Unread() {
			if u.Call != call {
				t.Errorf("%s is forbidden: %s is unread", call, u)
			}
		}
		if len(s.Unread()) == 0 {
			t.Errorf("%s is forbidden, and not listed", call)
		}
	}
}

// An answer without error that lacks what was asked for by its ID does not say
// that there is none.
func TestAnswersThatLackWhatWasAskedForSayNothing(t *testing.T) {
	a := &ec2Account{codes: map[string]string{
		"DescribeInstanceTypeOfferings": "UnauthorizedOperation", "DescribeSecondarySubnets": "UnauthorizedOperation",
	}}
	r := everything(t)
	s, err := account.Fetch(t.Context(), a.client(), r)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range account.Plan(r) {
		for _, id := range l.IDs {
			found, known := s.Find(l.Resource, id)
			listed := slices.Contains([]string{"AvailabilityZone", "AddressHolder"}, l.Resource)
			if found == nil && known != listed {
				t.Errorf("%s %q: known to be absent: %v", l.Resource, id, known)
			}
		}
	}
}

// Pages are read to their end.
func TestEveryPageIsRead(t *testing.T) {
	client := ec2.New(ec2.Options{Region: "us-east-1", Credentials: aws.AnonymousCredentials{}, HTTPClient: pages{}})
	s, err := account.Fetch(t.Context(), client, account.Raw(decoded(t, []byte(`{"LaunchTemplate":{"LaunchTemplateName":"web"}}`))))
	if err != nil {
		t.Fatal(err)
	}
	found, _ := s.Find("Offerings", "m6i.large")
	if offered, ok := found.(*[]types.InstanceTypeOffering); !ok || len(*offered) != 2 {
		t.Errorf("got %v, %v", found, s.Unread())
	}
}

// pages answers every call in two pages.
type pages struct{}

func (pages) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, err
	}
	zone, next := "us-east-1a", "<nextToken>more</nextToken>"
	if form.Get("NextToken") == "more" {
		zone, next = "us-east-1b", ""
	}
	version := ""
	if next == "" {
		version = "<item><launchTemplateData><instanceType>m6i.large</instanceType></launchTemplateData></item>"
	}
	text := fmt.Sprintf(`<%sResponse><instanceTypeOfferingSet><item><location>%s</location></item></instanceTypeOfferingSet>`+
		`<launchTemplateVersionSet>%s</launchTemplateVersionSet>%s</%[1]sResponse>`, form.Get("Action"), zone, version, next)
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(text))}, nil
}

// A parameter that only the template names is asked for once the template is
// known.
func TestParametersOfTemplatesAreFollowed(t *testing.T) {
	a := &ec2Account{xml: map[string]string{
		"DescribeLaunchTemplateVersions": `<launchTemplateVersionSet><item><launchTemplateData><imageId>resolve:ssm:golden</imageId>
			</launchTemplateData></item></launchTemplateVersionSet>`,
		"DescribeImages": `<imagesSet><item><imageId>ami-0abcdef1234567890</imageId></item></imagesSet>`,
	}}
	asked := 0
	s, err := account.Fetch(t.Context(), a.client(), raw(t, `{"LaunchTemplate": {"LaunchTemplateName": "web"}}`),
		account.Parameters(func(context.Context, string) (*string, error) {
			asked++
			return new("ami-0abcdef1234567890"), nil
		}))
	if err != nil {
		t.Fatal(err)
	}
	if found, _ := s.Find("Image", "resolve:ssm:golden"); found == nil || asked != 1 {
		t.Errorf("found %v, asked %d times", found, asked)
	}
}

// Other services are asked where the caller says how.
func TestOtherServices(t *testing.T) {
	down := errors.New("down")
	image := "ami-0abcdef1234567890"
	spec := account.Raw(decoded(t, []byte(`{"ImageId":"resolve:ssm:golden:3","InstanceType":"m6i.large","IamInstanceProfile":{"Name":"web"}}`)))
	v := ruletest.Validator(t, launch.Rules())
	architecture := map[string]string{"DescribeImages": `<imagesSet><item><imageId>ami-0abcdef1234567890</imageId><architecture>arm64</architecture></item></imagesSet>`}
	for name, tt := range map[string]struct {
		image   *string
		profile *validate.Profile
		err     error
		want    []string
	}{
		"there":     {&image, &validate.Profile{Roles: 1}, nil, []string{"image-architecture-unsupported"}},
		"not there": {nil, nil, nil, []string{"image-unknown", "profile-unknown"}},
		"no image":  {new(""), &validate.Profile{Roles: 1}, nil, []string{"image-unknown"}},
		"down":      {nil, nil, down, nil},
	} {
		t.Run(name, func(t *testing.T) {
			a := &ec2Account{xml: architecture, codes: map[string]string{"DescribeInstanceTypeOfferings": "UnauthorizedOperation", "DescribeVpcs": "UnauthorizedOperation"}}
			s, err := account.Fetch(t.Context(), a.client(), spec,
				account.Parameters(func(_ context.Context, name string) (*string, error) {
					if name != "golden:3" {
						t.Errorf("asked for %s", name)
					}
					return tt.image, tt.err
				}),
				account.Profiles(func(_ context.Context, name string) (*validate.Profile, error) { return tt.profile, tt.err }))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, found := range account.Check(v, s, spec).Violations {
				got = append(got, found.Rule)
			}
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if tt.err != nil && len(s.Unread()) != 4 {
				t.Errorf("unread: %v", s.Unread())
			}
		})
	}
	if _, err := account.Fetch(t.Context(), (&ec2Account{}).client(), spec, account.Keys(nil)); err == nil {
		t.Error("an option that asks nobody is taken")
	}
}

func codeOf(err error) string {
	if api, ok := errors.AsType[smithy.APIError](err); ok {
		return api.ErrorCode()
	}
	return ""
}
