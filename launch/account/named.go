package account

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// Below are the things that a request names, by resource. What does not have the
// form of an ID is left to the rules on forms: EC2 would not tell more of it.

// launchTemplates is the template, unless the request names two, or one by a
// name that is like an ID.
func launchTemplates(in *ec2.RunInstancesInput) []string {
	t := in.LaunchTemplate
	if t == nil || (t.LaunchTemplateId == nil) == (t.LaunchTemplateName == nil) {
		return nil
	}
	if like := format.ID("lt", aws.ToString(t.LaunchTemplateId)+aws.ToString(t.LaunchTemplateName)); like != (t.LaunchTemplateId != nil) {
		return nil
	}
	return []string{validate.TemplateKey(t)}
}

func images(in *ec2.RunInstancesInput) []string {
	return slices.Concat(withID("ami", in.ImageId), withID("aki", in.KernelId), withID("ari", in.RamdiskId))
}

func subnets(in *ec2.RunInstancesInput) []string {
	ids := withID("subnet", in.SubnetId)
	for _, nic := range in.NetworkInterfaces {
		ids = append(ids, withID("subnet", nic.SubnetId)...)
	}
	return ids
}

// vpcs is the default VPC, where neither a subnet nor an interface says which it
// is.
func vpcs(in *ec2.RunInstancesInput) []string {
	if in.SubnetId != nil {
		return nil
	}
	for _, nic := range in.NetworkInterfaces {
		if nic.SubnetId != nil || nic.NetworkInterfaceId != nil {
			return nil
		}
	}
	return []string{""}
}

// groups are IDs, and the names of groups of the default VPC.
func groups(in *ec2.RunInstancesInput) []string {
	ids := allWithID("sg", in.SecurityGroupIds)
	for _, name := range in.SecurityGroups {
		ids = append(ids, text(&name)...)
	}
	for _, nic := range in.NetworkInterfaces {
		ids = append(ids, allWithID("sg", nic.Groups)...)
	}
	return ids
}

func interfaces(in *ec2.RunInstancesInput) (ids []string) {
	for _, nic := range in.NetworkInterfaces {
		ids = append(ids, withID("eni", nic.NetworkInterfaceId)...)
	}
	return ids
}

func snapshots(in *ec2.RunInstancesInput) (ids []string) {
	for _, m := range in.BlockDeviceMappings {
		if m.Ebs != nil {
			ids = append(ids, withID("snap", m.Ebs.SnapshotId)...)
		}
	}
	return ids
}

// ratedSnapshots are those of volumes that are initialized at a rate.
func ratedSnapshots(in *ec2.RunInstancesInput) (ids []string) {
	for _, m := range in.BlockDeviceMappings {
		if m.Ebs != nil && m.Ebs.VolumeInitializationRate != nil {
			ids = append(ids, withID("snap", m.Ebs.SnapshotId)...)
		}
	}
	return ids
}

func keyPairs(in *ec2.RunInstancesInput) []string { return text(in.KeyName) }

func placementGroups(in *ec2.RunInstancesInput) []string {
	if in.Placement == nil {
		return nil
	}
	return append(text(in.Placement.GroupName), text(in.Placement.GroupId)...)
}

func isSecurityGroupID(name string) bool { return format.ID("sg", name) }

func isGroupID(name string) bool { return format.ID("pg", name) }

func reservations(in *ec2.RunInstancesInput) []string {
	if s := in.CapacityReservationSpecification; s != nil && s.CapacityReservationTarget != nil {
		return withID("cr", s.CapacityReservationTarget.CapacityReservationId)
	}
	return nil
}

func hosts(in *ec2.RunInstancesInput) []string {
	if in.Placement == nil {
		return nil
	}
	return withID("h", in.Placement.HostId)
}

// autoPlacement asks for all hosts, where the request names none.
func autoPlacement(in *ec2.RunInstancesInput) []string {
	p := in.Placement
	return setting(p != nil && p.Tenancy == types.TenancyHost && p.HostId == nil && p.HostResourceGroupArn == nil)
}

func zones(in *ec2.RunInstancesInput) []string {
	if in.Placement == nil {
		return nil
	}
	return append(text(in.Placement.AvailabilityZone), text(in.Placement.AvailabilityZoneId)...)
}

func instanceTypes(in *ec2.RunInstancesInput) []string {
	if in.InstanceType == "" {
		return nil
	}
	return []string{string(in.InstanceType)}
}

// pricedTypes is the type of a Spot Instance that has a price.
func pricedTypes(in *ec2.RunInstancesInput) []string {
	if m := in.InstanceMarketOptions; m == nil || m.SpotOptions == nil || m.SpotOptions.MaxPrice == nil {
		return nil
	}
	return instanceTypes(in)
}

func secondarySubnets(in *ec2.RunInstancesInput) (ids []string) {
	for _, nic := range in.SecondaryInterfaces {
		ids = append(ids, text(nic.SecondarySubnetId)...)
	}
	return ids
}

func clientTokens(in *ec2.RunInstancesInput) []string { return text(in.ClientToken) }

// setting asks for the one setting that "" stands for, where it matters.
func setting(matters bool) []string {
	if matters {
		return []string{""}
	}
	return nil
}

func metadataDefaults(in *ec2.RunInstancesInput) []string {
	m := in.MetadataOptions
	return setting(m == nil || m.HttpTokens != types.HttpTokensStateRequired)
}

func encryptionByDefault(in *ec2.RunInstancesInput) []string {
	h := in.HibernationOptions
	return setting(h != nil && aws.ToBool(h.Configured))
}

// usualGroups is how many security groups an interface takes unless the account
// has another quota.
const usualGroups = 5

func groupsPerInterface(in *ec2.RunInstancesInput) []string {
	most := len(in.SecurityGroupIds) + len(in.SecurityGroups)
	for _, nic := range in.NetworkInterfaces {
		most = max(most, len(nic.Groups))
	}
	return setting(most > usualGroups)
}

// privateAddresses are the addresses that are asked of a subnet by name.
func privateAddresses(in *ec2.RunInstancesInput) (keys []string) {
	add := func(subnet, address *string) {
		if subnet != nil && address != nil && format.ID("subnet", *subnet) && *address != "" {
			keys = append(keys, validate.AddressKey(*subnet, *address))
		}
	}
	add(in.SubnetId, in.PrivateIpAddress)
	for _, nic := range in.NetworkInterfaces {
		add(nic.SubnetId, nic.PrivateIpAddress)
		for _, a := range nic.PrivateIpAddresses {
			add(nic.SubnetId, a.PrivateIpAddress)
		}
	}
	return keys
}

// text is a text that is given.
func text(s *string) []string {
	if s == nil || strings.TrimSpace(*s) == "" {
		return nil
	}
	return []string{*s}
}

// withID is an ID with a prefix.
func withID(prefix string, id *string) []string {
	if id == nil || !format.ID(prefix, *id) {
		return nil
	}
	return []string{*id}
}

func allWithID(prefix string, ids []string) (all []string) {
	for _, id := range ids {
		all = append(all, withID(prefix, &id)...)
	}
	return all
}
