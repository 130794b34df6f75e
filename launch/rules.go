package launch

import (
	"slices"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/metadata"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
)

// Rules lists every rule of the library: those on the request's own parameters
// and those of each area. The list is the caller's own, the rules are shared.
func Rules() []*validate.Rule {
	return slices.Concat(
		ownRules(),
		blockdevice.Rules(),
		network.Rules(),
		placement.Rules(),
		market.Rules(),
		cpu.Rules(),
		metadata.Rules(),
		tags.Rules(),
	)
}
