package market

// Paths of the members that the rules constrain.
const (
	marketTypePath    = "InstanceMarketOptions.MarketType"
	spotOptionsPath   = "InstanceMarketOptions.SpotOptions"
	blockDurationPath = "InstanceMarketOptions.SpotOptions.BlockDurationMinutes"
	interruptionPath  = "InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior"
	maxPricePath      = "InstanceMarketOptions.SpotOptions.MaxPrice"
	spotTypePath      = "InstanceMarketOptions.SpotOptions.SpotInstanceType"
	validUntilPath    = "InstanceMarketOptions.SpotOptions.ValidUntil"

	preferencePath  = "CapacityReservationSpecification.CapacityReservationPreference"
	targetPath      = "CapacityReservationSpecification.CapacityReservationTarget"
	targetIDPath    = "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"
	targetGroupPath = "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn"
)
