package format

import "strings"

// A kind of resource, by the prefix of its IDs.
type kind struct{ prefix, name, member string }

// kinds are the resources that a request may name, or that are taken for these.
var kinds = [...]kind{
	{"ami", "an AMI", "ImageId"},
	{"aki", "a kernel", "KernelId"},
	{"ari", "a RAM disk", "RamdiskId"},
	{"cr", "a Capacity Reservation", "CapacityReservationSpecification"},
	{"eni", "a network interface", "NetworkInterfaces[].NetworkInterfaceId"},
	{"h", "a Dedicated Host", "Placement.HostId"},
	{"i", "an instance", ""},
	{"lt", "a launch template", "LaunchTemplate.LaunchTemplateId"},
	{"pg", "a placement group", "Placement.GroupId"},
	{"sg", "a security group", "SecurityGroupIds"},
	{"snap", "a snapshot", "BlockDeviceMappings[].Ebs.SnapshotId"},
	{"subnet", "a subnet", "SubnetId"},
	{"vol", "a volume", ""},
	{"vpc", "a VPC", ""},
}

// Misplaced says what is wrong with a text where an ID with a prefix belongs,
// behind a semicolon, if it is one that can be told: the ID of another kind, with
// the member that takes it, an ARN, or an ID with a wrong hyphen.
func Misplaced(prefix, s string) string {
	if strings.HasPrefix(s, "arn:") {
		return "; this is an ARN, of which the ID is the last part"
	}
	if strings.HasPrefix(s, prefix+"_") {
		return "; the prefix ends in a hyphen: " + prefix + "-"
	}
	for _, k := range kinds {
		if k.prefix == prefix || !ID(k.prefix, s) {
			continue
		}
		if k.member == "" {
			return "; this is the ID of " + k.name + ", which a launch does not take"
		}
		return "; this is the ID of " + k.name + ", which belongs in " + k.member
	}
	return ""
}
