package launch

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// ShutdownBehavior sets what happens when the instance is shut down from
// within. The default is stop.
func (b Builder) ShutdownBehavior(s types.ShutdownBehavior) Builder {
	b.in.InstanceInitiatedShutdownBehavior = s
	return b
}

// TerminationProtection sets DisableApiTermination: whether the instance is
// kept from being terminated through the API. The default is false.
func (b Builder) TerminationProtection(on bool) Builder {
	b.in.DisableApiTermination = new(on)
	return b
}

// StopProtection sets DisableApiStop: whether the instance is kept from being
// stopped through the API. The default is false.
func (b Builder) StopProtection(on bool) Builder {
	b.in.DisableApiStop = new(on)
	return b
}

// Hibernation sets whether the instance can hibernate. The default is false.
// It needs an encrypted root volume with room for the memory, and a type and
// AMI that support it. See the rules hibernation-type-unsupported and
// hibernation-root-size-range.
func (b Builder) Hibernation(on bool) Builder {
	b.in.HibernationOptions = &types.HibernationOptionsRequest{Configured: new(on)}
	return b
}

// Enclaves sets whether the instance can run Nitro Enclaves. The default is
// false. They exclude hibernation and AMD SEV-SNP. See the rule
// enclave-type-unsupported.
func (b Builder) Enclaves(on bool) Builder {
	b.in.EnclaveOptions = &types.EnclaveOptionsRequest{Enabled: new(on)}
	return b
}

// Monitoring sets whether CloudWatch gets metrics every minute, at a charge.
// The default is false: every five minutes. Metric categories, by their IDs, add
// metrics to detailed monitoring.
func (b Builder) Monitoring(detailed bool, metricCategoryIDs ...string) Builder {
	b.in.Monitoring = &types.RunInstancesMonitoringEnabled{
		Enabled:           new(detailed),
		MetricCategoryIds: slices.Clone(metricCategoryIDs),
	}
	return b
}

// AutoRecovery sets what happens when the hardware fails: default moves the
// instance to other hardware where the type supports it, disabled does not.
func (b Builder) AutoRecovery(r types.InstanceAutoRecoveryState) Builder {
	b.in.MaintenanceOptions = &types.InstanceMaintenanceOptionsRequest{AutoRecovery: r}
	return b
}
