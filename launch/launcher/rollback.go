package launcher

import (
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// checkRollBack refuses a roll-back that would leave instances behind.
func checkRollBack(in *ec2.RunInstancesInput) error {
	var errs []error
	refuse := func(path, why string) { errs = append(errs, fmt.Errorf("RollBack: %s: %s", path, why)) }
	if in.LaunchTemplate != nil {
		refuse("LaunchTemplate", "whether its instances can be terminated is not known")
	}
	if aws.ToBool(in.DisableApiTermination) {
		refuse("DisableApiTermination", "the instances could not be terminated")
	}
	if m := in.InstanceMarketOptions; m != nil && m.SpotOptions != nil &&
		m.SpotOptions.SpotInstanceType == types.SpotInstanceTypePersistent {
		refuse("InstanceMarketOptions.SpotOptions.SpotInstanceType",
			"a persistent request launches again what is terminated")
	}
	return errors.Join(errs...)
}

// leftBehind says what outlives the instances of a request.
func leftBehind(in *ec2.RunInstancesInput) []string {
	var found []string
	note := func(kind, path string, delete *bool) {
		if delete != nil && !*delete {
			found = append(found, fmt.Sprintf("%s: RollBack leaves the %s behind, since DeleteOnTermination is false",
				path, kind))
		}
	}
	for i, m := range in.BlockDeviceMappings {
		if m.Ebs != nil {
			note("volume", fmt.Sprintf("BlockDeviceMappings[%d]", i), m.Ebs.DeleteOnTermination)
		}
	}
	for i, ni := range in.NetworkInterfaces {
		note("network interface", fmt.Sprintf("NetworkInterfaces[%d]", i), ni.DeleteOnTermination)
	}
	return found
}

// rollBack ends what the launch has launched, on a context of its own.
func (d *drive) rollBack() error {
	ctx, cancel := bound(d.ctx, d.s.rollBackFor)
	defer cancel()
	if tokens := tokensOf(d.result.Unknown()); len(tokens) > 0 {
		if found, err := d.find(ctx, d.s, "", tokens...); err == nil {
			d.result.see(found)
		}
	}
	var err error
	d.result.Terminated, d.result.Orphans, err = d.terminate(ctx, d.result.IDs(), d.s)
	return err
}

// tokensOf returns the client tokens of attempts that have one.
func tokensOf(attempts []Attempt) []string {
	var tokens []string
	for _, a := range attempts {
		if a.Token != "" {
			tokens = append(tokens, a.Token)
		}
	}
	return tokens
}
