package playground_test

import (
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/go-playground/locales/en"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/playground"
)

// A service judges the requests that it is handed, within its own structs.
func ExampleRegister() {
	type Job struct {
		Owner  string `validate:"required"`
		Launch *ec2.RunInstancesInput
	}
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	v := validator.New()
	if err := playground.Register(v, rules); err != nil {
		fmt.Println(err)
		return
	}
	volume := types.EbsBlockDevice{VolumeType: types.VolumeTypeGp3, VolumeSize: new(int32(8)), Iops: new(int32(2999))}
	err = v.Struct(Job{Owner: "data", Launch: &ec2.RunInstancesInput{
		ImageId:             new("ami-0abcdef1234567890"),
		InstanceType:        types.InstanceTypeM6iLarge,
		MinCount:            new(int32(1)),
		MaxCount:            new(int32(1)),
		SubnetId:            new("subnet_0123"),
		BlockDeviceMappings: []types.BlockDeviceMapping{{DeviceName: new("/dev/sdf"), Ebs: &volume}},
	}})
	if errs, ok := errors.AsType[validator.ValidationErrors](err); ok {
		for _, fe := range errs {
			fmt.Println(fe.Namespace(), fe.Value(), fe.Tag(), fe.Param())
		}
	}
	// Output:
	// Job.Launch.BlockDeviceMappings[0].Ebs.Iops 2999 volume-iops-range InvalidParameterValue
	// Job.Launch.SubnetId subnet_0123 subnet-id-format InvalidSubnetID.NotFound
}

// Tags judge the texts that a service keeps in structs of its own. With a
// translator, the errors say what is allowed.
func ExampleRegister_tags() {
	type Config struct {
		Subnet  string                     `validate:"required,ec2_subnet_id"`
		Groups  []string                   `validate:"dive,ec2_security_group_id"`
		Volumes []types.BlockDeviceMapping `validate:"dive"`
	}
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	english, _ := ut.New(en.New()).GetTranslator("en")
	v := validator.New()
	if err := playground.Register(v, rules, english); err != nil {
		fmt.Println(err)
		return
	}
	volume := types.EbsBlockDevice{VolumeType: types.VolumeTypeSt1, VolumeSize: new(int32(500)), Iops: new(int32(3000))}
	err = v.Struct(Config{
		Subnet:  "subnet-12",
		Groups:  []string{"sg-1a2b3c4d", "web"},
		Volumes: []types.BlockDeviceMapping{{DeviceName: new("/dev/sdf"), Ebs: &volume}},
	})
	if errs, ok := errors.AsType[validator.ValidationErrors](err); ok {
		for _, fe := range errs {
			fmt.Println(fe.Translate(english))
		}
	}
	// Output:
	// Subnet: must be subnet- and 8 or 17 lower-case hexadecimal digits
	// Groups[1]: must be sg- and 8 or 17 lower-case hexadecimal digits
	// Ebs.Iops: st1 volumes take no IOPS; drop it, or make VolumeType gp3, io1 or io2
}

// A rule of a house tests key pairs by a tag that the service has for them.
func ExampleCheck() {
	v := validator.New()
	v.RegisterAlias("house_key", "startswith=house-,printascii")
	isHouseKey, err := playground.Check(v, "KeyName", "house_key")
	if err != nil {
		fmt.Println(err)
		return
	}
	rules, err := validate.NewValidator(launch.Rules(), validate.Also(&validate.Rule{
		ID:      "house-key-name-format",
		Summary: "a key pair must be one of the house",
		Source:  validate.Source{Shape: "RunInstances", Member: "KeyName"},
		Code:    "InvalidKeyPair.NotFound",
		Members: []string{"KeyName"},
		Check:   isHouseKey,
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(rules.Check(&ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeM6iLarge,
		MinCount:     new(int32(1)),
		MaxCount:     new(int32(1)),
		KeyName:      new("mine"),
	}))

	_, err = playground.Check(v, "KeyName", "max=sixty")
	fmt.Println(err)
	// Output:
	// KeyName = "mine": must pass the tag house_key [house-key-name-format]
	// playground: the tag "max=sixty" cannot test KeyName: strconv.ParseInt: parsing "sixty": invalid syntax
}
