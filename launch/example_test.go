package launch_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/netip"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/metadata"
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
)

func Example() {
	base := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).
		RequireIMDSv2().
		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).IOPS(6000).Throughput(500).Encrypted(true))

	good, err := base.Count(launch.Between(2, 6)).
		Network(network.InSubnet("subnet-0123456789abcdef0").IPv6(network.IPv6Count(1))).
		Build()
	fmt.Println(good.Input().BlockDeviceMappings[0].Ebs.VolumeType, err)

	_, err = base.Count(launch.Between(6, 2)).
		Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(20)).IOPS(2999)).
		Build()
	fmt.Println(err)
	// Output:
	// gp3 <nil>
	// invalid launch request: 2 rules broken
	// 	MinCount = 6: must not exceed MaxCount, which is 2 [count-conflict]
	// 	BlockDeviceMappings[1].Ebs.Iops = 2999: gp3 volumes take 3000 to 80000 IOPS [volume-iops-range; Override gp3-iops-min]
}

// A base is forked freely: no method changes its receiver.
func ExampleBuilder() {
	base := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge)
	small, large := base.Count(launch.Exactly(1)), base.Count(launch.Exactly(9)).InstanceType(types.InstanceTypeM7i4xlarge)
	fmt.Println(base)
	fmt.Println(small)
	fmt.Println(large)
	// Output:
	// {"MaxCount":1,"MinCount":1,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large"}
	// {"MaxCount":1,"MinCount":1,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large"}
	// {"MaxCount":9,"MinCount":9,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.4xlarge"}
}

// What a launch template may supply is not missed.
func ExampleFromTemplate() {
	spec, err := launch.FromTemplate(template.Name("web").Version("7")).Count(launch.Exactly(2)).Build()
	fmt.Println(spec, err)
	// Output: {"MaxCount":2,"MinCount":2,"LaunchTemplate":{"LaunchTemplateName":"web","Version":"7"}} <nil>
}

// Specs print without their user data.
func ExampleSpec_RevealUserData() {
	spec, _ := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).UserDataText("password=hunter2").Build()
	fmt.Printf("%+v\n", spec)
	data, _ := spec.RevealUserData()
	fmt.Printf("%s\n", data)
	// Output:
	// {"MaxCount":1,"MinCount":1,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","UserData":"[redacted 16 bytes]"}
	// password=hunter2
}

// A guarded client refuses what EC2 would refuse, with the same codes, before
// anything is sent.
func ExampleGuard() {
	srv := launchtest.New()
	defer srv.Close()
	client := ec2.NewFromConfig(srv.Config(), launch.Guard)

	_, err := client.RunInstances(context.Background(), &ec2.RunInstancesInput{MinCount: new(int32(1)), MaxCount: new(int32(1))})
	refused, ours := errors.AsType[*validate.Error](err)
	fmt.Println(ours, refused.Violations[0].Path)
	api, _ := errors.AsType[smithy.APIError](err)
	fmt.Println(api.ErrorCode())
	fmt.Println(len(srv.Requests()), "requests sent")
	// Output:
	// true ImageId
	// MissingParameter
	// 0 requests sent
}

// A limit that AWS has raised, a rule that does not fit a house, and one that
// the house has beside those of EC2.
func ExampleBuilder_BuildWith() {
	encrypted := &validate.Rule{
		ID:       "house-volume-encryption-required",
		Summary:  "every volume must be encrypted",
		Source:   validate.Source{Shape: "EbsBlockDevice", Member: "Encrypted"},
		Code:     "InvalidParameterValue",
		Members:  []string{"BlockDeviceMappings[].Ebs.Encrypted"},
		When:     []string{"BlockDeviceMappings[].Ebs"},
		Severity: validate.SeverityError,
		Check: func(p *validate.Pass) {
			for i, m := range p.Input.BlockDeviceMappings {
				if m.Ebs != nil && !aws.ToBool(m.Ebs.Encrypted) {
					p.Reportf(validate.At("BlockDeviceMappings[].Ebs.Encrypted", i), "must be true in this house")
				}
			}
		},
	}
	v, err := validate.NewValidator(launch.Rules(),
		validate.Override("gp3-iops-max", 100_000),
		validate.Skip("device-name-format"),
		validate.Also(encrypted),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).
		Device("/dev/data", blockdevice.GP3(blockdevice.GiB(1000)).IOPS(100_000)).
		BuildWith(v)
	fmt.Println(err)
	// Output:
	// invalid launch request: BlockDeviceMappings[0].Ebs.Encrypted: must be true in this house [house-volume-encryption-required]
}

func ExampleDecodeCLI() {
	_, err := launch.DecodeCLI(strings.NewReader(`{
  "ImageID": "ami-0abcdef1234567890"
}`))
	fmt.Println(err)
	// Output: line 2, column 3: ImageID: unknown member; did you mean "ImageId"?
}

// A request of the SDK is checked as it is.
func ExampleCheck() {
	report := launch.Check(&ec2.RunInstancesInput{
		ImageId:          new("ami-0abcdef1234567890"),
		InstanceType:     "m7i.larg",
		MinCount:         new(int32(1)),
		MaxCount:         new(int32(1)),
		SubnetId:         new("subnet-0123456789abcdef0"),
		Ipv6AddressCount: new(int32(1)),
		Ipv6Addresses:    []types.InstanceIpv6Address{{Ipv6Address: new("2001:db8::1")}},
	})
	for _, v := range report.Violations {
		fmt.Println(v.Severity, v)
	}
	// Output:
	// warning InstanceType = "m7i.larg": is not in the catalogue of instance types, so nothing that depends on the type was checked; did you mean m7i.large or m7i.xlarge or c7i.large? [instance-type-unknown]
	// error Ipv6AddressCount = 1: must not be given with Ipv6Addresses; drop one of the two [ipv6-count-conflict]
}

// A validator of one's own guards a client: here one that knows that AWS has
// raised a limit.
func ExampleGuardWith() {
	srv := launchtest.New()
	defer srv.Close()
	v, err := validate.NewValidator(launch.Rules(), validate.Override("gp3-iops-max", 100_000))
	if err != nil {
		fmt.Println(err)
		return
	}
	client := ec2.NewFromConfig(srv.Config(), launch.GuardWith(v))
	for _, iops := range []int32{100_000, 100_001} {
		_, err := client.RunInstances(context.Background(), &ec2.RunInstancesInput{
			ImageId:      new("ami-0abcdef1234567890"),
			InstanceType: types.InstanceTypeM7iLarge,
			MinCount:     new(int32(1)),
			MaxCount:     new(int32(1)),
			BlockDeviceMappings: []types.BlockDeviceMapping{{
				DeviceName: new("/dev/xvda"),
				Ebs:        &types.EbsBlockDevice{VolumeType: types.VolumeTypeGp3, VolumeSize: new(int32(1000)), Iops: new(iops)},
			}},
		})
		fmt.Println(err)
	}
	// Output:
	// <nil>
	// operation error EC2: RunInstances, invalid launch request: BlockDeviceMappings[0].Ebs.Iops = 100001: gp3 volumes take 3000 to 100000 IOPS [volume-iops-range; Override gp3-iops-max]
}

// A request that exists already is taken over, checked, and changed by the
// methods of a builder.
func ExampleFromInput() {
	in := &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeM7iLarge,
		MinCount:     new(int32(1)),
		MaxCount:     new(int32(1)),
	}
	spec, err := launch.FromInput(in).Count(launch.Exactly(3)).RequireIMDSv2().Build()
	fmt.Println(spec, err)
	fmt.Println(*in.MaxCount)
	// Output:
	// {"MaxCount":3,"MinCount":3,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","MetadataOptions":{"HttpTokens":"required"}} <nil>
	// 1
}

// What no method of the builder says is said in the SDK's own words.
func ExampleBuilder_Edit() {
	spec, err := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).
		Edit(func(in *ec2.RunInstancesInput) { in.EnclaveOptions = &types.EnclaveOptionsRequest{Enabled: new(true)} }).
		Build()
	fmt.Println(spec, err)
	// Output:
	// {"MaxCount":1,"MinCount":1,"EnclaveOptions":{"Enabled":true},"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large"} <nil>
}

// A spec that was built is the start of another.
func ExampleFromSpec() {
	spec, _ := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).Build()
	larger, err := launch.FromSpec(spec).InstanceType(types.InstanceTypeM7i4xlarge).Build()
	fmt.Println(spec)
	fmt.Println(larger, err)
	// Output:
	// {"MaxCount":1,"MinCount":1,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large"}
	// {"MaxCount":1,"MinCount":1,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.4xlarge"} <nil>
}

// What EC2 does not refuse, but few mean, is a warning beside the spec.
func ExampleSpec_Warnings() {
	spec, err := launch.FromImage("ami-0abcdef1234567890", "m7i.larg").Build()
	fmt.Println(err)
	for _, w := range spec.Warnings() {
		fmt.Println(w.Rule, w.Path)
	}
	// Output:
	// <nil>
	// instance-type-unknown InstanceType
}

// The AWS CLI sends the same request, user data included.
func ExampleSpec_RevealCLI() {
	spec, _ := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).UserDataText("#!/bin/sh\n").Build()
	text, err := spec.RevealCLI()
	fmt.Printf("%s\n%v\n", text, err)
	// Output:
	// {
	//   "MaxCount": 1,
	//   "MinCount": 1,
	//   "ImageId": "ami-0abcdef1234567890",
	//   "InstanceType": "m7i.large",
	//   "UserData": "#!/bin/sh\n"
	// }
	// <nil>
}

// What stands in JSON is not checked, so that it is no Spec.
func ExampleSpec_UnmarshalJSON() {
	var spec launch.Spec
	fmt.Println(json.Unmarshal([]byte(`{"ImageId":"ami-0abcdef1234567890"}`), &spec))
	// Output: launch: a Spec is not read from JSON, which is not checked and lacks the user data: read the request with DecodeCLI and build with FromInput; Spec.RevealCLI writes it with user data
}

// A fork replaces a device of its base by its name, and adds others.
func ExampleBuilder_Device() {
	base := launch.FromTemplate(template.Name("web")).Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(20)))
	fmt.Println(base.Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(200))))
	fmt.Println(base.Device("/dev/sdf", blockdevice.NoDevice()))
	// Output:
	// {"MaxCount":1,"MinCount":1,"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":200,"VolumeType":"gp3"}}],"LaunchTemplate":{"LaunchTemplateName":"web"}}
	// {"MaxCount":1,"MinCount":1,"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":20,"VolumeType":"gp3"}},{"DeviceName":"/dev/sdf","NoDevice":""}],"LaunchTemplate":{"LaunchTemplateName":"web"}}
}

// The report has all that is wrong, warnings too, also of what is not built:
// first the arguments that no request can hold, then what the rules found.
func ExampleBuilder_Check() {
	report := launch.FromImage("ami-0abcdef1234567890", "m7i.larg").
		Device("/dev/sdf", blockdevice.GP3(nil)).
		Network(network.InDefaultVPC().IPv6(network.IPv6Addrs(netip.MustParseAddr("10.0.0.4")))).
		Check()
	for _, v := range report.Violations {
		fmt.Println(v.Severity, v.Rule, v.Path)
		fmt.Println("\t" + v.Message)
	}
	// Output:
	// error builder-argument-required BlockDeviceMappings[0].Ebs.VolumeSize
	// 	Device("/dev/sdf"): a volume of type gp3 must be given its Content: a size in GiB, or FromSnapshot
	// error builder-argument-format Ipv6Addresses
	// 	IPv6 must be given IPv6 addresses, not 10.0.0.4
	// warning instance-type-unknown InstanceType
	// 	is not in the catalogue of instance types, so nothing that depends on the type was checked; did you mean m7i.large or m7i.xlarge or c7i.large?
}

// The same request, checked against an older edition of the documentation.
func ExampleBuilder_CheckWith() {
	v, err := validate.NewValidator(launch.Rules(), validate.In(validate.Spring2023))
	if err != nil {
		fmt.Println(err)
		return
	}
	b := launch.FromTemplate(template.Name("web")).Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(500)).IOPS(20_000))
	fmt.Print(b.Check(), b.CheckWith(v))
	// Output: BlockDeviceMappings[0].Ebs.Iops = 20000: gp3 volumes take 3000 to 16000 IOPS [volume-iops-range; Override gp3-iops-max]
}

// What a base requires, no fork gives up by its own options.
func ExampleBuilder_RequireIMDSv2() {
	base := launch.FromTemplate(template.Name("web")).RequireIMDSv2()
	fmt.Println(base.Metadata(metadata.Optional().HopLimit(2)))
	// Output: {"MaxCount":1,"MinCount":1,"LaunchTemplate":{"LaunchTemplateName":"web"},"MetadataOptions":{"HttpPutResponseHopLimit":2,"HttpTokens":"required"}}
}

// A market that is taken back takes its reservation along.
func ExampleBuilder_Market() {
	base := launch.FromTemplate(template.Name("web"))
	reserved := base.Market(market.CapacityBlock("cr-0123456789abcdef0"))
	fmt.Println(reserved.Market(market.Default()).Equal(base))
	// Output: true
}

// Zero values take back what a base says.
func ExampleBuilder_Template() {
	base := launch.FromTemplate(template.Name("web")).Profile(profile.Name("web"))
	fmt.Println(base.Template(template.Template{}).Profile(profile.Profile{}).Image("ami-0abcdef1234567890").InstanceType("m7i.large"))
	// Output: {"MaxCount":1,"MinCount":1,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large"}
}

func ExampleCount() {
	fmt.Println(launch.Exactly(2), launch.Between(2, 6), launch.Exactly(2).Equal(launch.Between(2, 2)))
	// Output: {"MaxCount":2,"MinCount":2} {"MaxCount":6,"MinCount":2} true
}
