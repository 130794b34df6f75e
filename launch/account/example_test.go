package account_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/validate"
)

func spec() launch.Spec {
	spec, err := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM6gLarge).KeyName("ops").Build()
	if err != nil {
		panic(err)
	}
	return spec
}

// What Fetch would ask, before anything is asked.
func ExamplePlan() {
	for _, l := range account.Plan(spec()) {
		fmt.Println(l)
	}
	// Output:
	// DescribeImages ami-0abcdef1234567890
	// DescribeVpcs
	// DescribeKeyPairs ops
	// DescribeInstanceTypeOfferings m6g.large
	// DescribeInstanceTypes m6g.large
	// GetInstanceMetadataDefaults
}

// An account where the image is for another architecture, and the key is gone.
func ExampleFetch() {
	client := (&ec2Account{
		xml: map[string]string{"DescribeImages": `<imagesSet><item><imageId>ami-0abcdef1234567890</imageId>` +
			`<architecture>x86_64</architecture></item></imagesSet>`},
		codes: map[string]string{"DescribeKeyPairs": "InvalidKeyPair.NotFound", "DescribeVpcs": "UnauthorizedOperation"},
	}).client()
	snapshot, err := account.Fetch(context.Background(), client, spec())
	if err != nil {
		panic(err)
	}
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	for _, v := range account.Check(rules, snapshot, spec()).Violations {
		fmt.Println(v.Path, v.Rule, v.Code)
	}
	fmt.Println("unknown:", snapshot.Unread())
	// Output:
	// InstanceType image-architecture-unsupported InvalidParameterValue
	// KeyName key-name-unknown InvalidKeyPair.NotFound
	// unknown: [DescribeVpcs: UnauthorizedOperation]
}

// A snapshot of yesterday serves a build that has no credentials.
func ExampleSnapshot() {
	yesterday := `{"read":"2026-11-26T12:00:00Z","things":{"KeyPair":{"ops":null}}}`
	snapshot := new(account.Snapshot)
	if err := json.Unmarshal([]byte(yesterday), snapshot); err != nil {
		panic(err)
	}
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	fmt.Print(account.Check(rules, snapshot, spec()))
	// Output: warning: KeyName = "ops": must exist: the account has no such key pair in this Region (as of 2026-11-26T12:00:00Z) [key-name-unknown]
}

// Offline rules, rules on the account, and a dry run, which launches nothing.
func ExamplePreflight() {
	client := (&ec2Account{codes: map[string]string{
		"DescribeKeyPairs": "InvalidKeyPair.NotFound", "DescribeVpcs": "UnauthorizedOperation",
	}}).client()
	report, err := account.Preflight(context.Background(), client, spec())
	for _, v := range report.Violations {
		fmt.Println(v.Path, v.Rule, err)
	}
	// Output:
	// KeyName key-name-unknown <nil>
	//  account-unread <nil>
}

// What is unknown is listed, and no rule speaks of it.
func ExampleSnapshot_Unread() {
	client := (&ec2Account{codes: map[string]string{"DescribeKeyPairs": "UnauthorizedOperation"}}).client()
	snapshot, err := account.Fetch(context.Background(), client, spec())
	if err != nil {
		panic(err)
	}
	for _, u := range snapshot.Unread() {
		fmt.Println("grant", "ec2:"+u.Call, "to learn of", u.IDs)
	}
	// Output: grant ec2:DescribeKeyPairs to learn of [ops]
}

// A snapshot is read once, and serves many requests.
func ExampleCheck() {
	snapshot := new(account.Snapshot)
	text := `{"read":"2026-11-26T12:00:00Z","things":{"Image":{"ami-0abcdef1234567890":{"Architecture":"arm64"}}}}`
	if err := json.Unmarshal([]byte(text), snapshot); err != nil {
		panic(err)
	}
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	for _, t := range []types.InstanceType{types.InstanceTypeM6gLarge, types.InstanceTypeM6iLarge} {
		spec, err := launch.FromImage("ami-0abcdef1234567890", t).Build()
		if err != nil {
			panic(err)
		}
		fmt.Println(t, account.Check(rules, snapshot, spec).Err() == nil)
	}
	// Output:
	// m6g.large true
	// m6i.large false
}

// A request of the SDK, as a program has it that does not build a Spec.
func ExampleRaw() {
	in := &ec2.RunInstancesInput{
		ImageId:  aws.String("ami-0abcdef1234567890"),
		SubnetId: aws.String("subnet-0123456789abcdef0"),
	}
	for _, l := range account.Plan(account.Raw(in)) {
		fmt.Println(l)
	}
	// Output:
	// DescribeImages ami-0abcdef1234567890
	// DescribeSubnets subnet-0123456789abcdef0
	// GetInstanceMetadataDefaults
}

// An image that a parameter names. With the SDK's client of Systems Manager, the
// function calls GetParameter; here the parameter does not exist.
func ExampleParameters() {
	parameters := account.Parameters(func(_ context.Context, name string) (*string, error) {
		fmt.Println("asked for", name)
		return nil, nil
	})
	request := account.Raw(&ec2.RunInstancesInput{ImageId: aws.String("resolve:ssm:/golden:3")})
	snapshot, err := account.Fetch(context.Background(), (&ec2Account{}).client(), request, parameters)
	if err != nil {
		panic(err)
	}
	image, known := snapshot.Find("Image", "resolve:ssm:/golden:3")
	fmt.Println("there:", image != nil, "known:", known)
	// Output:
	// asked for /golden:3
	// there: false known: true
}

// An instance profile. With the SDK's client of IAM, the function calls
// GetInstanceProfile, and returns nil for a NoSuchEntityException.
func ExampleProfiles() {
	profiles := account.Profiles(func(_ context.Context, nameOrARN string) (*validate.Profile, error) {
		return &validate.Profile{ARN: "arn:aws:iam::111122223333:instance-profile/" + nameOrARN, Roles: 0}, nil
	})
	fmt.Println(findings(`{"IamInstanceProfile":{"Name":"web"}}`, profiles))
	// Output: [IamInstanceProfile.Name = "web": must have a role, and has none [profile-unknown]]
}

// The keys of volumes. With the SDK's client of KMS, the function calls
// DescribeKey, and returns nil for a NotFoundException.
func ExampleKeys() {
	keys := account.Keys(func(_ context.Context, id string) (*validate.Key, error) {
		return &validate.Key{State: "PendingDeletion"}, nil
	})
	volume := `{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8,"Encrypted":true,"KmsKeyId":"alias/data"}}`
	for _, v := range findings(`{"BlockDeviceMappings":[`+volume+`]}`, keys) {
		fmt.Println(v.Severity, v.Path, v.Message)
	}
	// Output: warning BlockDeviceMappings[0].Ebs.KmsKeyId should be an enabled key, and is PendingDeletion
}

// findings checks a request in an account that says nothing but what an option
// asks for.
func findings(request string, opt account.Option) (list []validate.Violation) {
	in, err := launch.DecodeCLI(strings.NewReader(`{"ImageId":"ami-0abcdef1234567890","InstanceType":"m6i.large",` +
		`"MinCount":1,"MaxCount":1,` + request[1:]))
	if err != nil {
		panic(err)
	}
	client := (&ec2Account{codes: map[string]string{"": "UnauthorizedOperation"}}).client()
	snapshot, err := account.Fetch(context.Background(), client, account.Raw(in), opt)
	if err != nil {
		panic(err)
	}
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	return account.Check(rules, snapshot, account.Raw(in)).Violations
}

// A snapshot is dated, and answers for instance types as the catalogue does:
// [validate.Facts] takes it.
func ExampleSnapshot_Read() {
	cloud := &ec2Account{xml: map[string]string{
		"DescribeInstanceTypes": `<instanceTypeSet><item><instanceType>m6g.large</instanceType>` +
			`<vCpuInfo><defaultVCpus>2</defaultVCpus></vCpuInfo></item></instanceTypeSet>`,
	}}
	snapshot, err := account.Fetch(context.Background(), cloud.client(), spec())
	if err != nil {
		panic(err)
	}
	read, live := snapshot.Read()
	info, known := snapshot.Lookup(types.InstanceTypeM6gLarge)
	n, _ := info.VCPUs()
	fmt.Println("read just now:", time.Since(read) < time.Hour && live)
	fmt.Println("known:", known, "vCPUs:", n)
	// Output:
	// read just now: true
	// known: true vCPUs: 2
}
