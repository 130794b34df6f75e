package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// Burstable says whether the type earns and spends CPU credits.
func (i Info) Burstable() Answer { return i.answer(FactBurstable) }

// DedicatedHosts says whether the type runs on Dedicated Hosts. It is
// [Volatile].
func (i Info) DedicatedHosts() Answer { return i.answer(FactDedicatedHosts) }

// AutoRecovery says whether CloudWatch action based recovery is supported. It
// is [Volatile].
func (i Info) AutoRecovery() Answer { return i.answer(FactAutoRecovery) }

// RebootMigration says whether an instance may move to new hardware on a reboot
// that EC2 has scheduled. It is [Volatile].
func (i Info) RebootMigration() Answer { return i.answer(FactRebootMigration) }

// CurrentGeneration says whether EC2 counts the type among its current ones. It
// is [Volatile].
func (i Info) CurrentGeneration() Answer { return i.answer(FactCurrentGeneration) }

// FreeTier says whether the type is eligible for the free tier. It is
// [Volatile] and depends on the account.
func (i Info) FreeTier() Answer { return i.answer(FactFreeTier) }

// PlacementStrategy says whether the type may be launched into placement groups
// of the strategy.
func (i Info) PlacementStrategy(s types.PlacementGroupStrategy) Answer {
	return i.member(FactPlacementStrategies, string(s))
}

// PlacementStrategies lists the placement group strategies; nil when they are
// not known.
func (i Info) PlacementStrategies() []types.PlacementGroupStrategy {
	return listOf[types.PlacementGroupStrategy](i, FactPlacementStrategies)
}

// UsageClass says whether the type is sold as "on-demand", "spot" or
// "capacity-block". It is [Volatile].
func (i Info) UsageClass(c types.UsageClassType) Answer {
	return i.member(FactUsageClasses, string(c))
}

// UsageClasses lists the usage classes; nil when they are not known.
func (i Info) UsageClasses() []types.UsageClassType {
	return listOf[types.UsageClassType](i, FactUsageClasses)
}
