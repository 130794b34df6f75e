package playground

import (
	"reflect"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/validate"
)

// A tag judges a text as one member of a request.
type tag struct {
	name   string
	member string
	set    func(in *ec2.RunInstancesInput, text string)
}

var tags = [...]tag{
	{"ec2_availability_zone", "Placement.AvailabilityZone", func(in *ec2.RunInstancesInput, text string) {
		in.Placement = &types.Placement{AvailabilityZone: &text}
	}},
	{"ec2_client_token", "ClientToken", func(in *ec2.RunInstancesInput, text string) {
		in.ClientToken = &text
	}},
	{"ec2_device_name", "BlockDeviceMappings[].DeviceName", func(in *ec2.RunInstancesInput, text string) {
		setMapping(in, types.BlockDeviceMapping{DeviceName: &text})
	}},
	{"ec2_image_id", "ImageId", func(in *ec2.RunInstancesInput, text string) {
		in.ImageId = &text
	}},
	{"ec2_instance_type", "InstanceType", func(in *ec2.RunInstancesInput, text string) {
		in.InstanceType = types.InstanceType(text)
	}},
	{"ec2_ipv6", "NetworkInterfaces[].Ipv6Addresses[].Ipv6Address", func(in *ec2.RunInstancesInput, text string) {
		addresses := []types.InstanceIpv6Address{{Ipv6Address: &text}}
		setInterface(in, types.InstanceNetworkInterfaceSpecification{Ipv6Addresses: addresses})
	}},
	{"ec2_key_name", "KeyName", func(in *ec2.RunInstancesInput, text string) {
		in.KeyName = &text
	}},
	{"ec2_kms_key", "BlockDeviceMappings[].Ebs.KmsKeyId", func(in *ec2.RunInstancesInput, text string) {
		setVolume(in, types.EbsBlockDevice{KmsKeyId: &text})
	}},
	{"ec2_network_interface_id", "NetworkInterfaces[].NetworkInterfaceId",
		func(in *ec2.RunInstancesInput, text string) {
			setInterface(in, types.InstanceNetworkInterfaceSpecification{NetworkInterfaceId: &text})
		}},
	{"ec2_placement_group_name", "Placement.GroupName", func(in *ec2.RunInstancesInput, text string) {
		in.Placement = &types.Placement{GroupName: &text}
	}},
	{"ec2_private_ipv4", "PrivateIpAddress", func(in *ec2.RunInstancesInput, text string) {
		in.PrivateIpAddress = &text
	}},
	{"ec2_profile_arn", "IamInstanceProfile.Arn", func(in *ec2.RunInstancesInput, text string) {
		in.IamInstanceProfile = &types.IamInstanceProfileSpecification{Arn: &text}
	}},
	{"ec2_profile_name", "IamInstanceProfile.Name", func(in *ec2.RunInstancesInput, text string) {
		in.IamInstanceProfile = &types.IamInstanceProfileSpecification{Name: &text}
	}},
	{"ec2_security_group_id", "NetworkInterfaces[].Groups", func(in *ec2.RunInstancesInput, text string) {
		setInterface(in, types.InstanceNetworkInterfaceSpecification{Groups: []string{text}})
	}},
	{"ec2_snapshot_id", "BlockDeviceMappings[].Ebs.SnapshotId", func(in *ec2.RunInstancesInput, text string) {
		setVolume(in, types.EbsBlockDevice{SnapshotId: &text})
	}},
	{"ec2_subnet_id", "SubnetId", func(in *ec2.RunInstancesInput, text string) {
		in.SubnetId = &text
	}},
	{"ec2_tag_key", "TagSpecifications[].Tags[].Key", func(in *ec2.RunInstancesInput, text string) {
		in.TagSpecifications = []types.TagSpecification{{Tags: []types.Tag{{Key: &text}}}}
	}},
	{"ec2_tag_value", "TagSpecifications[].Tags[].Value", func(in *ec2.RunInstancesInput, text string) {
		in.TagSpecifications = []types.TagSpecification{{Tags: []types.Tag{{Value: &text}}}}
	}},
	{"ec2_template_id", "LaunchTemplate.LaunchTemplateId", func(in *ec2.RunInstancesInput, text string) {
		in.LaunchTemplate = &types.LaunchTemplateSpecification{LaunchTemplateId: &text}
	}},
	{"ec2_template_name", "LaunchTemplate.LaunchTemplateName", func(in *ec2.RunInstancesInput, text string) {
		in.LaunchTemplate = &types.LaunchTemplateSpecification{LaunchTemplateName: &text}
	}},
	{"ec2_volume_type", "BlockDeviceMappings[].Ebs.VolumeType", func(in *ec2.RunInstancesInput, text string) {
		setVolume(in, types.EbsBlockDevice{VolumeType: types.VolumeType(text)})
	}},
}

func registerTags(v *validator.Validate, rules *validate.Validator, translators []ut.Translator) error {
	for _, t := range tags {
		holds := func(fl validator.FieldLevel) bool { return t.fault(rules, fl.Field()) == "" }
		if err := v.RegisterValidation(t.name, holds); err != nil {
			return err
		}
		sentence := func(_ ut.Translator, fe validator.FieldError) string {
			return named(fe.Field(), t.fault(rules, reflect.ValueOf(fe.Value())))
		}
		for _, translator := range translators {
			if err := v.RegisterTranslation(t.name, translator, noText, sentence); err != nil {
				return err
			}
		}
	}
	return nil
}

// named puts the field that a message is on before it.
func named(field, message string) string { return strings.TrimPrefix(field+": ", ": ") + message }

// noText adds no text to a translator: the messages are the rules' own.
func noText(ut.Translator) error { return nil }

// fault says what is wrong with a value, "" when nothing is. That a text is
// empty means something of the value of a tag alone.
func (t *tag) fault(rules *validate.Validator, value reflect.Value) string {
	switch {
	case value.Kind() != reflect.String:
		return "must be a text"
	case value.Len() == 0 && t.name != "ec2_tag_value":
		return "must not be empty"
	}
	in := partial()
	t.set(in, value.String())
	var messages []string
	for _, found := range within(rules, in, strings.ReplaceAll(t.member, "[]", "[0]")) {
		messages = append(messages, found.Message)
	}
	return strings.Join(messages, "; ")
}
