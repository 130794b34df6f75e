package validate_test

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// things are what an account of the examples knows: by resource and ID, such as
// "Subnet subnet-0123456789abcdef0". Nil is a thing that does not exist.
type things map[string]any

func (a things) Find(resource, id string) (any, bool) {
	found, known := a[resource+" "+id]
	return found, known
}

func (things) Read() (time.Time, bool) {
	return time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC), true
}

// A rule of a house that asks the account: launches go where much room is left.
// What moves by itself only warns, and says when it was so.
func ExampleResource_Of() {
	roomy := &validate.Rule{
		ID:      "house-subnet-limit",
		Summary: "a subnet must have a thousand addresses left",
		Source:  validate.Source{Page: "https://wiki.example.com/networks"},
		Code:    "UnauthorizedOperation",
		Members: []string{"SubnetId"},
		Asks:    []validate.Asked{validate.Subnet},
		Age:     validate.Moving,
		Check: func(p *validate.Pass) {
			subnet, known := validate.Subnet.Of(p, aws.ToString(p.Input.SubnetId))
			if !known || subnet == nil {
				return // nobody said, or there is none, which is another rule's
			}
			if free := aws.ToInt32(subnet.AvailableIpAddressCount); free < 1000 {
				p.Reportf("SubnetId", "must have 1000 free addresses; at %s it had %d", p.Asked().Format("15:04"), free)
			}
		},
	}
	v, err := validate.NewValidator(nil, validate.Also(roomy))
	if err != nil {
		fmt.Println(err)
		return
	}
	in := request()
	in.SubnetId = aws.String("subnet-0123456789abcdef0")
	fmt.Println(len(v.Check(in).Violations), "without an account")

	full := things{"Subnet subnet-0123456789abcdef0": &types.Subnet{AvailableIpAddressCount: aws.Int32(7)}}
	for _, found := range v.With(full).Check(in).Violations {
		fmt.Println(found.Severity, found.Message)
	}
	// Output:
	// 0 without an account
	// warning must have 1000 free addresses; at 09:00 it had 7 (as of 2026-11-21T09:00:00Z)
}

// What need not be told apart: no key is named, there is none, nobody said.
func ExampleResource_Named() {
	modern := &validate.Rule{
		ID:      "house-key-unsupported",
		Summary: "a key pair must be of type ed25519",
		Source:  validate.Source{Page: "https://wiki.example.com/keys"},
		Code:    "UnauthorizedOperation",
		Given:   []string{"KeyName"},
		Asks:    []validate.Asked{validate.KeyPair},
		Check: func(p *validate.Pass) {
			if key := validate.KeyPair.Named(p, p.Input.KeyName); key != nil && key.KeyType != types.KeyTypeEd25519 {
				p.Reportf("KeyName", "must be of type ed25519, and is of type %s", key.KeyType)
			}
		},
	}
	v, err := validate.NewValidator(nil, validate.Also(modern))
	if err != nil {
		fmt.Println(err)
		return
	}
	v = v.With(things{"KeyPair old": &types.KeyPairInfo{KeyType: types.KeyTypeRsa}, "KeyPair gone": nil})
	for _, name := range []string{"old", "gone", "unread"} {
		in := request()
		in.KeyName = &name
		for _, found := range v.Check(in).Violations {
			fmt.Println(name, found.Message)
		}
	}
	// Output: old must be of type ed25519, and is of type rsa
}

// The library's rules ask as well. What does not exist is refused.
func ExampleValidator_With() {
	v, err := validate.NewValidator(launch.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	in := request()
	in.BlockDeviceMappings, in.KeyName = nil, aws.String("ops")
	empty := things{"KeyPair ops": nil}
	for _, found := range v.With(empty).Check(in).Violations {
		fmt.Println(found.Rule, found.Code)
	}
	// Output:
	// key-name-unknown InvalidKeyPair.NotFound
}

// Whoever writes an Account makes what it finds of the resource's own type.
func ExampleResources() {
	for _, r := range validate.Resources()[:3] {
		fmt.Printf("%s %T\n", r.Name(), r.New())
	}
	fmt.Printf("%s %T\n", validate.InstanceProfile.Name(), validate.InstanceProfile.New())
	// Output:
	// Image *types.Image
	// Subnet *types.Subnet
	// Vpc *types.Vpc
	// InstanceProfile *validate.Profile
}

// What other services than EC2 say.
func ExampleKey() {
	said := things{
		"EncryptionKey alias/data": &validate.Key{State: "PendingDeletion", Spec: "SYMMETRIC_DEFAULT", Usage: "ENCRYPT_DECRYPT"},
		"InstanceProfile web":      &validate.Profile{ARN: "arn:aws:iam::111122223333:instance-profile/web", Roles: 0},
	}
	v, err := validate.NewValidator(launch.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	in := request()
	in.BlockDeviceMappings[0].Ebs = &types.EbsBlockDevice{
		VolumeType: "gp3", VolumeSize: aws.Int32(100), Encrypted: aws.Bool(true), KmsKeyId: aws.String("alias/data"),
	}
	in.IamInstanceProfile = &types.IamInstanceProfileSpecification{Name: aws.String("web")}
	for _, found := range v.With(said).Check(in).Violations {
		fmt.Println(found.Severity, found.Rule)
	}
	// Output:
	// warning volume-key-state-unsupported
	// error profile-unknown
}

// Things without an ID of their own have a key.
func ExampleTemplateKey() {
	fmt.Println(validate.TemplateKey(&types.LaunchTemplateSpecification{LaunchTemplateName: aws.String("web")}))
	fmt.Println(validate.AddressKey("subnet-0123456789abcdef0", "10.0.0.10"))
	// Output:
	// web:$Default
	// subnet-0123456789abcdef0 10.0.0.10
}
