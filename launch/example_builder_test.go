package launch_test

import (
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/metadata"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
)

// Who may use an instance, and what it may do.
func ExampleBuilder_Profile() {
	text, err := json.MarshalIndent(launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		KeyName("ops").
		Profile(profile.Name("web")).
		Metadata(metadata.Required().HopLimit(2)).
		Tags(tags.Instance(tags.T{"Name": "web"})), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "MaxCount": 1,
	//   "MinCount": 1,
	//   "IamInstanceProfile": {
	//     "Name": "web"
	//   },
	//   "ImageId": "ami-0123456789abcdef0",
	//   "InstanceType": "m7i.large",
	//   "KeyName": "ops",
	//   "MetadataOptions": {
	//     "HttpPutResponseHopLimit": 2,
	//     "HttpTokens": "required"
	//   },
	//   "TagSpecifications": [
	//     {
	//       "ResourceType": "instance",
	//       "Tags": [
	//         {
	//           "Key": "Name",
	//           "Value": "web"
	//         }
	//       ]
	//     }
	//   ]
	// } <nil>
}

// An instance that is kept from ending by mistake.
func ExampleBuilder_TerminationProtection() {
	text, err := json.MarshalIndent(launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		TerminationProtection(true).
		StopProtection(true).
		ShutdownBehavior(types.ShutdownBehaviorStop).
		AutoRecovery(types.InstanceAutoRecoveryStateDefault).
		Monitoring(true), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "MaxCount": 1,
	//   "MinCount": 1,
	//   "DisableApiStop": true,
	//   "DisableApiTermination": true,
	//   "ImageId": "ami-0123456789abcdef0",
	//   "InstanceInitiatedShutdownBehavior": "stop",
	//   "InstanceType": "m7i.large",
	//   "MaintenanceOptions": {
	//     "AutoRecovery": "default"
	//   },
	//   "Monitoring": {
	//     "Enabled": true
	//   }
	// } <nil>
}

// Where an instance runs, and what of the hardware it uses.
func ExampleBuilder_Placement() {
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeC6i2xlarge).
		Placement(placement.Group("solver").Zone("us-east-1a")).
		CPU(cpu.Cores(4, 1)).
		EBSOptimized(true).
		Build()
	fmt.Println(*spec.Input().Placement.GroupName, *spec.Input().CpuOptions.ThreadsPerCore, err)
	// Output:
	// solver 1 <nil>
}

// Only a burstable type takes credits.
func ExampleBuilder_Credits() {
	base := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeT3Micro).Credits(cpu.Standard)
	_, err := base.Build()
	fmt.Println(err)
	_, err = base.InstanceType(types.InstanceTypeM7iLarge).Build()
	fmt.Println(err)
	// Output:
	// <nil>
	// invalid launch request: CreditSpecification: must not be given: m7i.large is not burstable and takes no CPU credits; drop CreditSpecification [credit-type-unsupported; Facts]
}

// A base is forked into the two ways to pay: at the Spot price, and from what
// is reserved.
func ExampleBuilder_CapacityReservation() {
	base := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge)
	spot, err := base.Market(market.Spot()).Build()
	fmt.Println(spot.Input().InstanceMarketOptions.MarketType, err)

	reserved, err := base.CapacityReservation(market.ReservationsOnly()).Build()
	fmt.Println(reserved.Input().CapacityReservationSpecification.CapacityReservationPreference, err)
	// Output:
	// spot <nil>
	// capacity-reservations-only <nil>
}

// Host names that stay, and more of the bandwidth for the network.
func ExampleBuilder_PrivateDNS() {
	text, err := json.MarshalIndent(launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM8gLarge).
		PrivateDNS(network.Hostname(types.HostnameTypeResourceName)).
		BandwidthWeighting("vpc-1"), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "MaxCount": 1,
	//   "MinCount": 1,
	//   "ImageId": "ami-0123456789abcdef0",
	//   "InstanceType": "m8g.large",
	//   "NetworkPerformanceOptions": {
	//     "BandwidthWeighting": "vpc-1"
	//   },
	//   "PrivateDnsNameOptions": {
	//     "HostnameType": "resource-name"
	//   }
	// } <nil>
}

// Hibernation wants an encrypted root volume with room for the memory, and goes
// without enclaves.
func ExampleBuilder_Hibernation() {
	_, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iXlarge).
		Hibernation(true).
		Enclaves(true).
		Build()
	fmt.Println(err)
	// Output:
	// invalid launch request: HibernationOptions.Configured = true: must not be true with EnclaveOptions.Enabled; drop one of the two [hibernation-enclave-conflict]
}

// User data of any bytes.
func ExampleBuilder_UserData() {
	script := []byte("#!/bin/sh\nsystemctl enable --now web\n")
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).UserData(script).Build()
	fmt.Println(*spec.Input().UserData, err)
	// Output:
	// IyEvYmluL3NoCnN5c3RlbWN0bCBlbmFibGUgLS1ub3cgd2ViCg== <nil>
}

// The launch template has everything but the AMI of today.
func ExampleBuilder_Image() {
	text, err := json.MarshalIndent(launch.Builder{}.
		Template(template.ID("lt-0123456789abcdef0").Version("7")).
		Image("resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64").
		Count(launch.Exactly(1)), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "MaxCount": 1,
	//   "MinCount": 1,
	//   "ImageId": "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
	//   "LaunchTemplate": {
	//     "LaunchTemplateId": "lt-0123456789abcdef0",
	//     "Version": "7"
	//   }
	// } <nil>
}

// A second network, on a card that takes it.
func ExampleBuilder_SecondaryInterface() {
	second := network.NewSecondaryInterface("ss-0123456789abcdef0").NetworkCardIndex(1)
	text, err := json.MarshalIndent(launch.Builder{}.SecondaryInterface(second), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "SecondaryInterfaces": [
	//     {
	//       "InterfaceType": "secondary",
	//       "NetworkCardIndex": 1,
	//       "SecondarySubnetId": "ss-0123456789abcdef0"
	//     }
	//   ]
	// } <nil>
}

// A launch that a caller may repeat without launching twice, and the question
// whether the caller is allowed to.
func ExampleBuilder_ClientToken() {
	base := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge)
	fmt.Println(base.ClientToken("order-4711"))
	fmt.Println(base.DryRun(true))
	// Output:
	// {"MaxCount":1,"MinCount":1,"ClientToken":"order-4711","ImageId":"ami-0123456789abcdef0","InstanceType":"m7i.large"}
	// {"MaxCount":1,"MinCount":1,"DryRun":true,"ImageId":"ami-0123456789abcdef0","InstanceType":"m7i.large"}
}

// An instance that runs software under licence, which goes by its ARN.
func ExampleBuilder_License() {
	const id = "lic-0123456789abcdef0123456789abcdef"
	base := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge)
	for _, arn := range []string{"arn:aws:license-manager:us-east-1:111122223333:license-configuration:" + id, id} {
		_, err := base.License(arn).Build()
		fmt.Println(err)
	}
	// Output:
	// <nil>
	// invalid launch request: LicenseSpecifications[0].LicenseConfigurationArn = "lic-0123456789abcdef0123456789abcdef": must be like arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-0123456789abcdef0123456789abcdef [license-arn-format]
}

// A paravirtual AMI brings its kernel; new types run none.
func ExampleBuilder_Kernel() {
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).
		Kernel("aki-0123456789abcdef0").
		RAMDisk("ari-0123456789abcdef0").
		Build()
	for _, w := range spec.Warnings() {
		fmt.Println(w.Rule)
	}
	fmt.Println(err)
	// Output:
	// kernel-type-unsupported
	// <nil>
}

// What AWS has retired is refused, and what it keeps to itself draws a warning.
func ExampleBuilder_ElasticGPU() {
	base := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge)
	_, err := base.ElasticGPU("eg1.medium").ElasticInference("eia2.medium", 1).Build()
	fmt.Println(err)

	spec, err := base.AdditionalInfo("note").Operator("provider.example.com").Build()
	for _, w := range spec.Warnings() {
		fmt.Println(w.Rule)
	}
	fmt.Println(err)
	// Output:
	// invalid launch request: 2 rules broken
	// 	ElasticGpuSpecification: must be dropped: Elastic Graphics reached its end of life on 8 January 2024; choose a type with a GPU, such as g4dn.xlarge [elastic-gpu-retired]
	// 	ElasticInferenceAccelerators: must be dropped: Elastic Inference is no longer available; choose an accelerated type, such as inf2.xlarge [elastic-inference-retired]
	// additional-info-reserved
	// operator-reserved
	// <nil>
}

// Two specs of one request have one fingerprint, by which a store finds them.
func ExampleSpec_Fingerprint() {
	base := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge)
	one, _ := base.KeyName("ops").Build()
	two, _ := base.KeyName("dev").KeyName("ops").Build()
	other, _ := base.Build()
	fmt.Println(one.Fingerprint() == two.Fingerprint(), one.Equal(two))
	fmt.Println(one.Fingerprint() == other.Fingerprint(), one.Equal(other))
	// Output:
	// true true
	// false false
}
