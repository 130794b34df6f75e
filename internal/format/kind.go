package format

import "strings"

// A resource is what an identifier of one form names, and the member of
// RunInstances that takes it: "" where none does.
type resource struct{ form, kind, member string }

// ids are the resources whose IDs people confuse, by the prefix of the ID.
var ids = [...]resource{
	{"acl", "a network ACL", ""},
	{"aki", "a kernel", "KernelId"},
	{"ami", "an AMI", "ImageId"},
	{"ari", "a RAM disk", "RamdiskId"},
	{"cr", "a Capacity Reservation",
		"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	{"eipalloc", "an Elastic IP address", ""},
	{"eni", "a network interface", "NetworkInterfaces[].NetworkInterfaceId"},
	{"h", "a Dedicated Host", "Placement.HostId"},
	{"i", "an instance", ""},
	{"igw", "an internet gateway", ""},
	{"key", "a key pair", ""},
	{"lt", "a launch template", "LaunchTemplate.LaunchTemplateId"},
	{"nat", "a NAT gateway", ""},
	{"op", "an Outpost", ""},
	{"pg", "a placement group", "Placement.GroupId"},
	{"r", "a reservation", ""},
	{"rtb", "a route table", ""},
	{"sg", "a security group", "SecurityGroupIds"},
	{"snap", "a snapshot", "BlockDeviceMappings[].Ebs.SnapshotId"},
	{"subnet", "a subnet", "SubnetId"},
	{"vol", "a volume", ""},
	{"vpc", "a VPC", ""},
	{"vpce", "a VPC endpoint", ""},
}

// arns are the resources whose ARNs RunInstances takes, and those that are
// confused with them, by service and type of the resource.
var arns = [...]resource{
	{"iam:instance-profile", "an instance profile", "IamInstanceProfile.Arn"},
	{"iam:role", "an IAM role", ""},
	{"kms:alias", "a KMS key", "BlockDeviceMappings[].Ebs.KmsKeyId"},
	{"kms:key", "a KMS key", "BlockDeviceMappings[].Ebs.KmsKeyId"},
	{"license-manager:license-configuration", "a license configuration",
		"LicenseSpecifications[].LicenseConfigurationArn"},
	{"outposts:outpost", "an Outpost", "BlockDeviceMappings[].Ebs.OutpostArn"},
	{"resource-groups:group", "a resource group", "Placement.HostResourceGroupArn"},
}

// Misplaced recognises an ID or ARN by its form, to say of a value that a member
// does not take what it is, "the ID of a subnet", and which member takes it,
// "SubnetId", or "" where none does. EC2's own resources are taken by their
// IDs, so the member of the ARN of one is that of its ID.
func Misplaced(s string) (kind, member string, ok bool) {
	if r := byID(s); r != nil {
		return "the ID of " + r.kind, r.member, true
	}
	if r := byARN(s); r != nil {
		return "the ARN of " + r.kind, r.member, true
	}
	return "", "", false
}

// Elsewhere is [Misplaced] as the end of a message: "; this is the ID of a
// subnet, which goes in SubnetId". It is "" where nothing is recognised.
func Elsewhere(s string) string {
	kind, member, ok := Misplaced(s)
	if !ok {
		return ""
	}
	if member != "" {
		member = ", which goes in " + member
		if _, _, ofEC2 := splitARN("ec2", s); ofEC2 {
			member = strings.Replace(member, "which", "whose ID", 1)
		}
	}
	return "; this is " + kind + member
}

func byID(s string) *resource {
	prefix, _, _ := strings.Cut(s, "-")
	if !ID(prefix, s) {
		return nil
	}
	return find(ids[:], prefix)
}

func byARN(s string) *resource {
	fields := strings.SplitN(s, ":", 4)
	if len(fields) < 4 {
		return nil
	}
	service := fields[2]
	_, name, ok := splitARN(service, s)
	if !ok {
		return nil
	}
	sort, id, _ := strings.Cut(name, "/")
	if service == "ec2" {
		return byID(id)
	}
	return find(arns[:], service+":"+sort)
}

func find(in []resource, form string) *resource {
	for i := range in {
		if in[i].form == form {
			return &in[i]
		}
	}
	return nil
}
