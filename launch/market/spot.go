package market

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A OneTimeRequest is a request for Spot Instances that ends with the first
// interruption, which terminates them. The zero value is [Spot].
type OneTimeRequest struct{ spec types.SpotMarketOptions }

// Spot requests Spot Instances once, and leaves all options to EC2.
func Spot() OneTimeRequest { return OneTimeRequest{} }

// OneTime is [Spot] with its type, one-time, and its interruption behaviour,
// terminate, spelled out.
func OneTime() OneTimeRequest {
	return OneTimeRequest{types.SpotMarketOptions{
		SpotInstanceType:             types.SpotInstanceTypeOneTime,
		InstanceInterruptionBehavior: types.InstanceInterruptionBehaviorTerminate,
	}}
}

func (OneTimeRequest) market() {}

// Apply writes r into a request, see [Market].
func (r OneTimeRequest) Apply(in *ec2.RunInstancesInput) { applySpot(in, r.spec) }

// MaxPrice sets the most to pay for an instance hour, in US dollars as a
// decimal: "0.05". It must be at least "0.001", see the rule
// spot-max-price-range. AWS advises against one: without it, the price is the
// current Spot price and interruptions are fewer.
func (r OneTimeRequest) MaxPrice(usd string) OneTimeRequest {
	r.spec.MaxPrice = new(usd)
	return r
}

// BlockDurationMinutes sets how long instances run without interruption. See
// the rule spot-block-duration-retired.
//
// Deprecated: EC2 no longer supports Spot Instances with a defined duration.
func (r OneTimeRequest) BlockDurationMinutes(n int32) OneTimeRequest {
	r.spec.BlockDurationMinutes = new(n)
	return r
}

// A PersistentRequest is a request for Spot Instances that stays open after an
// interruption: the instances start again when there is capacity. It begins
// with [Persistent]; the zero value is no more than [Spot].
type PersistentRequest struct{ spec types.SpotMarketOptions }

// Persistent requests Spot Instances until the request is cancelled or, with
// [PersistentRequest.ValidUntil], runs out. EC2 supports that only where an
// interruption stops or hibernates instances: [Stop] or [Hibernate].
func Persistent(interruption Interruption) PersistentRequest {
	return PersistentRequest{types.SpotMarketOptions{
		SpotInstanceType:             types.SpotInstanceTypePersistent,
		InstanceInterruptionBehavior: interruption.behavior,
	}}
}

func (PersistentRequest) market() {}

// Apply writes r into a request, see [Market].
func (r PersistentRequest) Apply(in *ec2.RunInstancesInput) { applySpot(in, r.spec) }

// MaxPrice is like [OneTimeRequest.MaxPrice].
func (r PersistentRequest) MaxPrice(usd string) PersistentRequest {
	r.spec.MaxPrice = new(usd)
	return r
}

// ValidUntil sets when the request ends, to the second. The default is never.
// EC2 refuses a time that has passed; no rule does.
func (r PersistentRequest) ValidUntil(t time.Time) PersistentRequest {
	r.spec.ValidUntil = new(t.UTC().Truncate(time.Second))
	return r
}

// An Interruption says what happens to the instances of a [PersistentRequest]
// when EC2 takes their capacity back: [Stop] or [Hibernate]. The zero value
// leaves it to EC2, which hibernates instances that hibernation is configured
// for and refuses others.
type Interruption struct {
	behavior types.InstanceInterruptionBehavior
}

// Stop stops interrupted instances. Their EBS volumes stay, at their price.
func Stop() Interruption { return Interruption{types.InstanceInterruptionBehaviorStop} }

// Hibernate hibernates interrupted instances: their memory is kept on the root
// volume, which must have room for it.
func Hibernate() Interruption { return Interruption{types.InstanceInterruptionBehaviorHibernate} }

// applySpot writes a Spot request; options that say nothing are left out.
func applySpot(in *ec2.RunInstancesInput, o types.SpotMarketOptions) {
	m := types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot}
	if o != (types.SpotMarketOptions{}) {
		m.SpotOptions = &o
	}
	replace(in, new(sdkcopy.InstanceMarketOptionsRequest(m)))
}

// String returns the members of a request that r sets, as JSON.
func (r OneTimeRequest) String() string { return part.String(r) }

// Equal reports whether r and s say the same.
func (r OneTimeRequest) Equal(s OneTimeRequest) bool { return part.Equal(r, s) }

// String returns the members of a request that r sets, as JSON.
func (r PersistentRequest) String() string { return part.String(r) }

// Equal reports whether r and s say the same.
func (r PersistentRequest) Equal(s PersistentRequest) bool { return part.Equal(r, s) }

// String returns the interruption as EC2 spells it: "stop".
func (i Interruption) String() string { return string(i.behavior) }

// Equal reports whether i and j are the same.
func (i Interruption) Equal(j Interruption) bool { return i == j }
