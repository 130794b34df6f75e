package cloud

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
	tmpl "github.com/ec2launch/ec2launch/launch/template"
)

// exists refuses, in a strict Region, a request that names what the account does
// not have, or has in a state of no use.
func (g *Region) exists(in *ec2.RunInstancesInput) error {
	if !g.Strict {
		return nil
	}
	image, err := g.imageExists(in)
	if err != nil {
		return err
	}
	g.know()
	kind := orElse(in.InstanceType, types.InstanceTypeM1Small)
	info := g.instanceTypes.byID[string(kind)]
	if info == nil {
		return wire.Refuse("InvalidParameterValue", "Invalid value '%s' for InstanceType.", wire.Clip(string(kind)))
	}
	if image != nil && !runs(*info, image.Architecture) {
		return wire.Refuse("InvalidParameterValue", "The architecture '%s' of the specified AMI is none of those of the instance type %s", image.Architecture, kind)
	}
	if err := found(&g.keyPairs, in.KeyName); err != nil {
		return err
	}
	for _, m := range in.BlockDeviceMappings {
		if m.Ebs == nil {
			continue
		}
		if err := found(&g.snapshots, m.Ebs.SnapshotId); err != nil {
			return err
		}
	}
	if err := g.networkExists(in); err != nil {
		return err
	}
	return g.placementExists(in)
}

// warning says what a strict Region does not have of what a launch template
// names. EC2 stores such a template.
func (g *Region) warning(data *types.RequestLaunchTemplateData) (*types.ValidationWarning, error) {
	if !g.Strict {
		return nil, nil
	}
	merged, err := tmpl.Merge(data, tmpl.Raw(new(ec2.RunInstancesInput)))
	if err != nil {
		return nil, err
	}
	in := merged.Input()
	w := new(types.ValidationWarning)
	note := func(err error) {
		if err != nil {
			e := wire.ErrorOf(err)
			w.Errors = append(w.Errors, types.ValidationError{Code: &e.Code, Message: &e.Message})
		}
	}
	_, err = g.imageExists(in)
	note(err)
	note(found(&g.keyPairs, in.KeyName))
	for _, m := range in.BlockDeviceMappings {
		if m.Ebs != nil {
			note(found(&g.snapshots, m.Ebs.SnapshotId))
		}
	}
	for _, name := range in.SecurityGroups {
		_, err := g.groupNamed(name)
		note(err)
	}
	for _, spec := range specifications(in) {
		note(found(&g.interfaces, spec.NetworkInterfaceId))
		note(found(&g.subnets, spec.SubnetId))
		for _, id := range spec.Groups {
			note(found(&g.groups, &id))
		}
	}
	note(g.placementExists(in))
	if len(w.Errors) == 0 {
		return nil, nil
	}
	return w, nil
}

// found refuses what is named and not there.
func found[T any](c *collection[T], id *string) error {
	if value(id) == "" {
		return nil
	}
	_, err := c.find(*id)
	return err
}

func (g *Region) imageExists(in *ec2.RunInstancesInput) (*types.Image, error) {
	id := value(in.ImageId)
	if id == "" {
		return nil, nil // The launch template has it.
	}
	image, err := g.images.find(id)
	if err != nil {
		return nil, err
	}
	if image.State != types.ImageStateAvailable {
		return nil, wire.Refuse("InvalidAMIID.Unavailable", "The image ID '%s' is not available: it is %s", wire.Clip(id), image.State)
	}
	return image, nil
}

// runs reports whether an instance type may run images of an architecture.
func runs(info types.InstanceTypeInfo, architecture types.ArchitectureValues) bool {
	if info.ProcessorInfo == nil || len(info.ProcessorInfo.SupportedArchitectures) == 0 {
		return true // Nobody knows.
	}
	for _, a := range info.ProcessorInfo.SupportedArchitectures {
		if string(a) == string(architecture) {
			return true
		}
	}
	return false
}

// networkExists checks subnets, network interfaces and security groups, and
// that the groups are of the VPC that the subnet is in.
func (g *Region) networkExists(in *ec2.RunInstancesInput) error {
	for _, name := range in.SecurityGroups {
		if _, err := g.groupNamed(name); err != nil {
			return err
		}
	}
	for _, spec := range specifications(in) {
		if err := found(&g.interfaces, spec.NetworkInterfaceId); err != nil {
			return err
		}
		vpc := defaultVPC
		if id := value(spec.SubnetId); id != "" {
			s, err := g.subnets.find(id)
			if err != nil {
				return err
			}
			if s.State != types.SubnetStateAvailable {
				return wire.Refuse("InvalidSubnet", "The subnet '%s' is not available: it is %s", wire.Clip(id), s.State)
			}
			vpc = *s.VpcId
		} else if g.Resources.NoDefaultVPC && value(spec.NetworkInterfaceId) == "" {
			_, err := g.defaultSubnet(g.zones[0])
			return err
		}
		for _, id := range spec.Groups {
			group, err := g.groups.find(id)
			if err != nil {
				return err
			}
			if *group.VpcId != vpc {
				return wire.Refuse("InvalidParameter", "Security group %s and subnet %s belong to different networks.", wire.Clip(id), wire.Clip(value(spec.SubnetId)))
			}
		}
	}
	return nil
}

// placementExists checks placement groups, hosts and Capacity Reservations.
func (g *Region) placementExists(in *ec2.RunInstancesInput) error {
	if p := in.Placement; p != nil {
		if err := found(&g.placementGroups, p.GroupName); err != nil {
			return err
		}
		if id := value(p.GroupId); id != "" && g.placementGroupOf(id) == nil {
			return wire.Refuse("InvalidPlacementGroup.Unknown", "The Placement Group '%s' is unknown.", wire.Clip(id))
		}
		if err := found(&g.hosts, p.HostId); err != nil {
			return err
		}
	}
	id := targeted(in)
	if id == "" {
		return nil
	}
	r, err := g.reservations.find(id)
	if err != nil {
		return err
	}
	if left := g.left(r); r.TotalInstanceCount != nil && left < int(value(in.MinCount)) {
		return wire.Refuse("ReservationCapacityExceeded", "The Capacity Reservation '%s' has room for %d more instances", wire.Clip(id), left)
	}
	return nil
}

// placementGroupOf returns the placement group of that ID, or nil.
func (g *Region) placementGroupOf(id string) *types.PlacementGroup {
	for _, p := range g.placementGroups.all {
		if value(p.GroupId) == id {
			return p
		}
	}
	return nil
}

// targeted returns the Capacity Reservation that a request names.
func targeted(in *ec2.RunInstancesInput) string {
	if s := in.CapacityReservationSpecification; s != nil && s.CapacityReservationTarget != nil {
		return value(s.CapacityReservationTarget.CapacityReservationId)
	}
	return ""
}

// left returns how many more instances a Capacity Reservation takes.
func (g *Region) left(r *types.CapacityReservation) int {
	left := int(value(r.TotalInstanceCount))
	for _, i := range g.instances.all {
		if value(i.CapacityReservationId) == *r.CapacityReservationId && !gone(g.state(i)) {
			left--
		}
	}
	return max(left, 0)
}
