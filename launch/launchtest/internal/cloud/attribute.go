package cloud

import (
	"encoding/base64"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// attributes are what DescribeInstances does not say of an instance.
type attributes struct {
	userData           string // in base64
	shutdown           string
	disableTermination bool
	disableStop        bool
}

func newAttributes(in *ec2.RunInstancesInput) attributes {
	return attributes{
		userData:           value(in.UserData),
		shutdown:           string(orElse(in.InstanceInitiatedShutdownBehavior, types.ShutdownBehaviorStop)),
		disableTermination: value(in.DisableApiTermination),
		disableStop:        value(in.DisableApiStop),
	}
}

// describeInstanceAttribute serves DescribeInstanceAttribute.
func (g *Region) describeInstanceAttribute(in *ec2.DescribeInstanceAttributeInput) (*ec2.DescribeInstanceAttributeOutput, error) {
	if in.Attribute == "" {
		return nil, wire.Missing("Attribute")
	}
	named, err := g.summoned(present(in.InstanceId), in.DryRun)
	if err != nil {
		return nil, err
	}
	i := named[0]
	v := g.view(i)
	text := func(s string) *types.AttributeValue { return &types.AttributeValue{Value: set(&s)} }
	flag := func(b bool) *types.AttributeBooleanValue { return &types.AttributeBooleanValue{Value: &b} }
	out := &ec2.DescribeInstanceAttributeOutput{InstanceId: i.InstanceId}
	switch in.Attribute {
	case types.InstanceAttributeNameInstanceType:
		out.InstanceType = text(string(v.InstanceType))
	case types.InstanceAttributeNameKernel:
		out.KernelId = text(value(v.KernelId))
	case types.InstanceAttributeNameRamdisk:
		out.RamdiskId = text(value(v.RamdiskId))
	case types.InstanceAttributeNameUserData:
		out.UserData = text(i.attributes.userData)
	case types.InstanceAttributeNameDisableApiTermination:
		out.DisableApiTermination = flag(i.attributes.disableTermination)
	case types.InstanceAttributeNameDisableApiStop:
		out.DisableApiStop = flag(i.attributes.disableStop)
	case types.InstanceAttributeNameInstanceInitiatedShutdownBehavior:
		out.InstanceInitiatedShutdownBehavior = text(i.attributes.shutdown)
	case types.InstanceAttributeNameRootDeviceName:
		out.RootDeviceName = text(value(v.RootDeviceName))
	case types.InstanceAttributeNameBlockDeviceMapping:
		out.BlockDeviceMappings = v.BlockDeviceMappings
	case types.InstanceAttributeNameProductCodes:
		out.ProductCodes = v.ProductCodes
	case types.InstanceAttributeNameSourceDestCheck:
		out.SourceDestCheck = flag(value(v.SourceDestCheck))
	case types.InstanceAttributeNameGroupSet:
		out.Groups = v.SecurityGroups
	case types.InstanceAttributeNameEbsOptimized:
		out.EbsOptimized = flag(value(v.EbsOptimized))
	case types.InstanceAttributeNameSriovNetSupport:
		out.SriovNetSupport = text(value(v.SriovNetSupport))
	case types.InstanceAttributeNameEnaSupport:
		out.EnaSupport = flag(value(v.EnaSupport))
	case types.InstanceAttributeNameEnclaveOptions:
		out.EnclaveOptions = v.EnclaveOptions
	default:
		return nil, wire.Refuse("InvalidParameterValue", "Value (%s) for parameter attribute is invalid. Unknown attribute.", wire.Clip(string(in.Attribute)))
	}
	return out, nil
}

// present returns the ID as a list, an empty one for none.
func present(id *string) []string {
	if value(id) == "" {
		return nil
	}
	return []string{*id}
}

// modifyInstanceAttribute serves ModifyInstanceAttribute: one attribute at a
// time, by its own parameter or as attribute and value.
func (g *Region) modifyInstanceAttribute(in *ec2.ModifyInstanceAttributeInput) (*ec2.ModifyInstanceAttributeOutput, error) {
	if in.Attribute != "" {
		if err := spellOut(in); err != nil {
			return nil, err
		}
	}
	named, err := g.summoned(present(in.InstanceId), in.DryRun)
	if err != nil {
		return nil, err
	}
	changes := g.changes(named[0], in)
	switch len(changes) {
	case 0:
		return nil, wire.Refuse("InvalidParameterCombination", "No attributes specified.")
	case 1:
		return new(ec2.ModifyInstanceAttributeOutput), changes[0]()
	}
	return nil, wire.Refuse("InvalidParameterCombination", "Fields for multiple attribute types specified: only one attribute can be modified at a time")
}

// changes returns what a request would do to an instance, a function for each
// attribute.
func (g *Region) changes(i *instance, in *ec2.ModifyInstanceAttributeInput) []func() error {
	var changes []func() error
	change := func(asked bool, do func() error) {
		if asked {
			changes = append(changes, do)
		}
	}
	stopped := func(attribute string, do func()) func() error {
		return func() error {
			if g.state(i) != types.InstanceStateNameStopped {
				return wire.Refuse("IncorrectInstanceState", "The instance '%s' is not in the 'stopped' state: its %s cannot be modified.", *i.InstanceId, attribute)
			}
			do()
			return nil
		}
	}
	always := func(do func()) func() error {
		return func() error { do(); return nil }
	}
	change(in.DisableApiTermination != nil, always(func() { i.attributes.disableTermination = value(in.DisableApiTermination.Value) }))
	change(in.DisableApiStop != nil, always(func() { i.attributes.disableStop = value(in.DisableApiStop.Value) }))
	change(in.InstanceInitiatedShutdownBehavior != nil, func() error {
		behavior := value(in.InstanceInitiatedShutdownBehavior.Value)
		if !slices.Contains(types.ShutdownBehavior("").Values(), types.ShutdownBehavior(behavior)) {
			return wire.Refuse("InvalidParameterValue", "Value (%s) for parameter instanceInitiatedShutdownBehavior is invalid. Valid values: stop, terminate", wire.Clip(behavior))
		}
		i.attributes.shutdown = behavior
		return nil
	})
	change(in.InstanceType != nil, stopped("instance type", func() { i.InstanceType = types.InstanceType(value(in.InstanceType.Value)) }))
	change(in.UserData != nil, stopped("user data", func() { i.attributes.userData = base64.StdEncoding.EncodeToString(in.UserData.Value) }))
	change(in.Kernel != nil, stopped("kernel", func() { i.KernelId = set(in.Kernel.Value) }))
	change(in.Ramdisk != nil, stopped("RAM disk", func() { i.RamdiskId = set(in.Ramdisk.Value) }))
	change(in.EbsOptimized != nil, stopped("EBS optimization", func() { i.EbsOptimized = or(in.EbsOptimized.Value, false) }))
	change(in.EnaSupport != nil, stopped("ENA support", func() { i.EnaSupport = or(in.EnaSupport.Value, false) }))
	change(in.SriovNetSupport != nil, stopped("SR-IOV support", func() { i.SriovNetSupport = set(in.SriovNetSupport.Value) }))
	change(in.SourceDestCheck != nil, always(func() {
		for _, n := range i.interfaces {
			n.SourceDestCheck = or(in.SourceDestCheck.Value, false)
		}
	}))
	change(len(in.Groups) > 0, func() error {
		if _, err := g.groups.findAll(in.Groups); err != nil {
			return err
		}
		if len(i.interfaces) != 1 {
			return wire.Refuse("InvalidInstanceID", "The groups of an instance with %d network interfaces are those of each interface", len(i.interfaces))
		}
		i.interfaces[0].Groups = g.identify(in.Groups)
		return nil
	})
	change(len(in.BlockDeviceMappings) > 0, func() error {
		for _, m := range in.BlockDeviceMappings {
			at := slices.IndexFunc(i.volumes, func(v *volume) bool { return v.device == value(m.DeviceName) })
			if at < 0 {
				return wire.Refuse("InvalidInstanceAttributeValue", "No device is currently mapped at %s", wire.Clip(value(m.DeviceName)))
			}
			if m.Ebs != nil && m.Ebs.DeleteOnTermination != nil {
				i.volumes[at].deleted = *m.Ebs.DeleteOnTermination
			}
		}
		return nil
	})
	return changes
}

// spellOut turns attribute and value into the parameter of that attribute.
func spellOut(in *ec2.ModifyInstanceAttributeInput) error {
	text := &types.AttributeValue{Value: in.Value}
	flag := &types.AttributeBooleanValue{Value: new(strings.EqualFold(value(in.Value), "true"))}
	switch in.Attribute {
	case types.InstanceAttributeNameInstanceType:
		in.InstanceType = text
	case types.InstanceAttributeNameKernel:
		in.Kernel = text
	case types.InstanceAttributeNameRamdisk:
		in.Ramdisk = text
	case types.InstanceAttributeNameInstanceInitiatedShutdownBehavior:
		in.InstanceInitiatedShutdownBehavior = text
	case types.InstanceAttributeNameSriovNetSupport:
		in.SriovNetSupport = text
	case types.InstanceAttributeNameDisableApiTermination:
		in.DisableApiTermination = flag
	case types.InstanceAttributeNameDisableApiStop:
		in.DisableApiStop = flag
	case types.InstanceAttributeNameEbsOptimized:
		in.EbsOptimized = flag
	case types.InstanceAttributeNameEnaSupport:
		in.EnaSupport = flag
	case types.InstanceAttributeNameSourceDestCheck:
		in.SourceDestCheck = flag
	case types.InstanceAttributeNameUserData:
		data, err := base64.StdEncoding.DecodeString(value(in.Value))
		if err != nil {
			return wire.Refuse("InvalidParameterValue", "Invalid BASE64 encoding of user data")
		}
		in.UserData = &types.SecureBlobAttributeValue{Value: data}
	case types.InstanceAttributeNameGroupSet, types.InstanceAttributeNameBlockDeviceMapping: // They have lists of their own.
	default:
		return wire.Refuse("InvalidParameterValue", "Value (%s) for parameter attribute is invalid. It cannot be modified.", wire.Clip(string(in.Attribute)))
	}
	return nil
}
