// Package playground brings EC2's rules to services that validate with
// go-playground/validator, on a *validator.Validate of their own.
//
//	rules, err := validate.NewValidator(launch.Rules())
//	...
//	v := validator.New()
//	err = playground.Register(v, rules)
//
// From then on v judges requests, launch templates, volumes and network
// interfaces of the SDK wherever it meets them, and knows a tag for each of the texts that people
// keep in structs of their own:
//
//	type Job struct {
//		Image   string                     `validate:"required,ec2_image_id"`
//		Groups  []string                   `validate:"dive,ec2_security_group_id"`
//		Volumes []types.BlockDeviceMapping `validate:"dive"`
//		Launch  *ec2.RunInstancesInput
//	}
//
// [Check] goes the other way: it lets a tag of v stand in a rule of a house.
//
// # Tags
//
// A tag accepts what the rules accept of one member of a request that sets no
// other, and so never differs from them:
//
//	ec2_availability_zone     Placement.AvailabilityZone
//	ec2_client_token          ClientToken
//	ec2_device_name           BlockDeviceMappings[].DeviceName
//	ec2_image_id              ImageId
//	ec2_instance_type         InstanceType
//	ec2_ipv6                  NetworkInterfaces[].Ipv6Addresses[].Ipv6Address
//	ec2_key_name              KeyName
//	ec2_kms_key               BlockDeviceMappings[].Ebs.KmsKeyId
//	ec2_network_interface_id  NetworkInterfaces[].NetworkInterfaceId
//	ec2_placement_group_name  Placement.GroupName
//	ec2_private_ipv4          PrivateIpAddress
//	ec2_profile_arn           IamInstanceProfile.Arn
//	ec2_profile_name          IamInstanceProfile.Name
//	ec2_security_group_id     NetworkInterfaces[].Groups
//	ec2_snapshot_id           BlockDeviceMappings[].Ebs.SnapshotId
//	ec2_subnet_id             SubnetId
//	ec2_tag_key               TagSpecifications[].Tags[].Key
//	ec2_tag_value             TagSpecifications[].Tags[].Value
//	ec2_template_id           LaunchTemplate.LaunchTemplateId
//	ec2_template_name         LaunchTemplate.LaunchTemplateName
//	ec2_volume_type           BlockDeviceMappings[].Ebs.VolumeType
//
// An instance type that is not known passes. An empty text is refused, but for
// ec2_tag_value: put omitempty before a tag whose field may be empty. What is
// not a text is refused.
//
// # Structs
//
// An [ec2.RunInstancesInput] is judged whole, and the data of a launch
// template, [types.RequestLaunchTemplateData], as it is stored. A
// [types.BlockDeviceMapping], a [types.EbsBlockDevice] and a
// [types.InstanceNetworkInterfaceSpecification] outside of one are judged as
// parts of a request that is not known otherwise: by the rules that need no
// more than the struct, and not for what its mapping, the AMI or a launch
// template may supply. An io2 volume without Iops passes on its own, and is
// refused in a request. The instance type is not known then, nor are the other
// volumes and interfaces, and so their rules are silent. Rules of a house see
// such parts too, as they see the single members that tags judge; one that
// fails refuses.
//
// Each violation of [validate.SeverityError] becomes a [validator.FieldError].
// Its Tag is the ID of the rule, its Field the path as AWS spells it, its Param
// EC2's error code, and its Value what [validate.Violation] holds: never user
// data. Where the request as a whole is at fault, Field is empty. Warnings are
// not reported, and of the errors a hundred at most.
//
// # What to know of validator
//
// All of it is safe for concurrent use once v is set up. Until then, mind that
// validator says nothing when it is set up wrongly:
//
//   - Register before v validates anything. For a type that v has seen, what is
//     registered later is never called.
//   - RegisterStructValidation replaces what is registered for a type, both
//     what was there before [Register] and what Register puts there.
//   - Slices are entered only with dive.
//   - The FieldError of a tag holds the value of its field: give no tags to
//     fields that hold user data.
//   - Translate of a [validator.FieldError] gives the Field of each error and its
//     message, "SubnetId: must be …"; that of [validator.ValidationErrors] keeps
//     one for each Namespace.
package playground
