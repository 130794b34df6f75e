package launcher

import (
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// An Alternative is what to ask for where the spec as it is finds no capacity.
// Members that are empty leave the spec's value; at least one must be set.
type Alternative struct {
	// InstanceType is asked for instead of the spec's.
	InstanceType types.InstanceType `json:"instanceType,omitempty"`
	// Subnet replaces the subnet that the spec names, in all its network
	// interfaces.
	Subnet string `json:"subnet,omitempty"`
	// Zone replaces the Availability Zone of the spec's placement. A spec that
	// names a subnet has its zone from there.
	Zone string `json:"zone,omitempty"`
}

// String names what the alternative changes: "m7i.large subnet-1".
func (a Alternative) String() string {
	text := ""
	for _, s := range []string{string(a.InstanceType), a.Subnet, a.Zone} {
		if s != "" && text != "" {
			text += " "
		}
		text += s
	}
	return text
}

// change applies the alternative to a request.
func (a Alternative) change(in *ec2.RunInstancesInput) error {
	if a == (Alternative{}) {
		return errors.New("changes nothing")
	}
	if a.InstanceType != "" {
		in.InstanceType = a.InstanceType
	}
	if a.Subnet != "" {
		if err := changeSubnet(in, a.Subnet); err != nil {
			return err
		}
	}
	if a.Zone != "" {
		if len(subnets(in)) > 0 {
			return fmt.Errorf("zone %.64q: the spec names a subnet, which lies in a zone of its own; give a subnet "+
				"instead", a.Zone)
		}
		if in.Placement == nil {
			in.Placement = &types.Placement{}
		}
		in.Placement.AvailabilityZone, in.Placement.AvailabilityZoneId = new(a.Zone), nil
	}
	return nil
}

// changeSubnet replaces the only subnet of a request.
func changeSubnet(in *ec2.RunInstancesInput, subnet string) error {
	named := subnets(in)
	if len(named) > 1 {
		return fmt.Errorf("subnet %.64q: the spec names %d subnets, so which to replace is not clear", subnet,
			len(named))
	}
	if p := in.Placement; p != nil && (p.AvailabilityZone != nil || p.AvailabilityZoneId != nil) {
		return fmt.Errorf("subnet %.64q: the spec names an Availability Zone, which the subnet may not lie in", subnet)
	}
	if len(in.NetworkInterfaces) == 0 {
		in.SubnetId = new(subnet)
		return nil
	}
	for i := range in.NetworkInterfaces {
		if ni := &in.NetworkInterfaces[i]; ni.SubnetId != nil || len(named) == 0 && ni.NetworkInterfaceId == nil {
			ni.SubnetId = new(subnet)
		}
	}
	return nil
}

// subnets returns the distinct subnets that a request names.
func subnets(in *ec2.RunInstancesInput) map[string]bool {
	named := map[string]bool{}
	if id := aws.ToString(in.SubnetId); id != "" {
		named[id] = true
	}
	for _, ni := range in.NetworkInterfaces {
		if id := aws.ToString(ni.SubnetId); id != "" {
			named[id] = true
		}
	}
	return named
}

// checkAlternatives applies each alternative and checks what comes of it: an
// error of the rules that the spec as it is does not have.
func checkAlternatives(in *ec2.RunInstancesInput, alternatives []Alternative) error {
	var errs []error
	known := broken(in)
	for i, a := range alternatives {
		fail := func(err error) { errs = append(errs, fmt.Errorf("alternative %d: %w", i+1, err)) }
		changed := sdkcopy.RunInstancesInput(*in)
		if err := a.change(&changed); err != nil {
			fail(err)
			continue
		}
		for key, v := range broken(&changed) {
			if _, before := known[key]; !before {
				fail(&v)
			}
		}
	}
	return errors.Join(errs...)
}

// broken returns the errors of the rules by rule and path.
func broken(in *ec2.RunInstancesInput) map[[2]string]validate.Violation {
	found := map[[2]string]validate.Violation{}
	for _, v := range launch.Check(in).Violations {
		if v.Severity == validate.SeverityError {
			found[[2]string{v.Rule, v.Path}] = v
		}
	}
	return found
}
