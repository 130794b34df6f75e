package launch

import (
	"slices"

	blockdevice "github.com/ec2launch/ec2launch/blockdevice/rules"
	"github.com/ec2launch/ec2launch/internal/lend"
	cpu "github.com/ec2launch/ec2launch/launch/cpu/rules"
	fleet "github.com/ec2launch/ec2launch/launch/fleet/rules"
	market "github.com/ec2launch/ec2launch/launch/market/rules"
	metadata "github.com/ec2launch/ec2launch/launch/metadata/rules"
	placement "github.com/ec2launch/ec2launch/launch/placement/rules"
	profile "github.com/ec2launch/ec2launch/launch/profile/rules"
	requirements "github.com/ec2launch/ec2launch/launch/requirements/rules"
	"github.com/ec2launch/ec2launch/launch/rules"
	spot "github.com/ec2launch/ec2launch/launch/spot/rules"
	tags "github.com/ec2launch/ec2launch/launch/tags/rules"
	template "github.com/ec2launch/ec2launch/launch/template/rules"
	network "github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// Rules lists every rule of the library: those on the request's own parameters,
// those of each area, those that ask the account ([validate.Validator.With]) and
// those of the other calls that describe a launch. The rules are copies: what is
// done to them changes no check but those of validators that are made of them
// afterwards.
func Rules() []*validate.Rule {
	return slices.Concat(validate.Clone(launchRules()), accountRules(), callRules())
}

// callRules lists the rules on the other calls.
func callRules() []*validate.Rule {
	return slices.Concat(template.CallRules(), template.MergeRules(), requirements.Rules(), fleet.Rules(), spot.Rules())
}

// accountRules lists the rules on launches that ask the account.
func accountRules() []*validate.Rule {
	return slices.Concat(
		rules.AccountRules(), profile.AccountRules(), template.AccountRules(), blockdevice.AccountRules(), network.AccountRules(),
		placement.AccountRules(), market.AccountRules(), cpu.AccountRules(), metadata.AccountRules(),
	)
}

// launchRules lists the rules on launches, the originals, which every process
// compiles and nobody changes.
func launchRules() []*validate.Rule {
	key := lend.Open()
	return slices.Concat(
		rules.Lend(key),
		profile.Lend(key),
		template.Lend(key),
		blockdevice.Lend(key),
		network.Lend(key),
		placement.Lend(key),
		market.Lend(key),
		cpu.Lend(key),
		metadata.Lend(key),
		tags.Lend(key),
	)
}
