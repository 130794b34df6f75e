package market_test

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/launch/market"
)

const (
	reservationID = "cr-0123456789abcdef0"
	groupARN      = "arn:aws:resource-groups:us-west-2:111122223333:group/reserved"

	// Members of a request, as JSON.
	target = `"CapacityReservationSpecification":{"CapacityReservationTarget":{` +
		`"CapacityReservationId":"` + reservationID + `"}}`
	group = `"CapacityReservationSpecification":{"CapacityReservationTarget":{` +
		`"CapacityReservationResourceGroupArn":"` + groupARN + `"}}`
	targetOnly = `"CapacityReservationSpecification":{"CapacityReservationPreference":"capacity-reservations-only",` +
		`"CapacityReservationTarget":{"CapacityReservationId":"` + reservationID + `"}}`
)

type part interface{ Apply(*ec2.RunInstancesInput) }

func TestApply(t *testing.T) {
	newYear := time.Date(2035, 1, 1, 1, 0, 0, 999, time.FixedZone("CET", 3600))
	for _, tt := range []struct {
		name string
		part part
		want string
	}{
		{"spot", market.Spot(), `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
		{"zero request", market.OneTimeRequest{}, `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
		{
			"spot with a price",
			market.Spot().MaxPrice("0.05"),
			`{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"0.05"}}}`,
		},
		{
			"one-time",
			market.OneTime(),
			`{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":` +
				`{"InstanceInterruptionBehavior":"terminate","SpotInstanceType":"one-time"}}}`,
		},
		{
			"block duration",
			market.Spot().BlockDurationMinutes(60),
			`{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":60}}}`,
		},
		{
			"persistent, stop",
			market.Persistent(market.Stop()),
			`{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":` +
				`{"InstanceInterruptionBehavior":"stop","SpotInstanceType":"persistent"}}}`,
		},
		{
			"persistent, hibernate", market.Persistent(market.Hibernate()).MaxPrice("2").ValidUntil(newYear),
			`{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"InstanceInterruptionBehavior":"hibernate",` +
				`"MaxPrice":"2","SpotInstanceType":"persistent","ValidUntil":"2035-01-01T00:00:00Z"}}}`,
		},
		{
			"persistent, configured hibernation",
			market.Persistent(market.Interruption{}),
			`{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"SpotInstanceType":"persistent"}}}`,
		},
		{"zero persistent request", market.PersistentRequest{}, `{"InstanceMarketOptions":{"MarketType":"spot"}}`},
		{"on-demand", market.OnDemand(), `{"InstanceMarketOptions":{"MarketType":"on-demand"}}`},
		{
			"capacity block",
			market.CapacityBlock(reservationID),
			`{` + target + `,"InstanceMarketOptions":{"MarketType":"capacity-block"}}`,
		},
		{
			"capacity block of UltraServers",
			market.CapacityBlockGroup(groupARN),
			`{` + group + `,"InstanceMarketOptions":{"MarketType":"capacity-block"}}`,
		},
		{
			"interruptible",
			market.Interruptible(reservationID),
			`{` + target + `,"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"}}`,
		},
		{
			"open reservations",
			market.OpenReservations(),
			`{"CapacityReservationSpecification":{"CapacityReservationPreference":"open"}}`,
		},
		{
			"no reservation",
			market.NoReservation(),
			`{"CapacityReservationSpecification":{"CapacityReservationPreference":"none"}}`,
		},
		{
			"reservations only",
			market.ReservationsOnly(),
			`{"CapacityReservationSpecification":{"CapacityReservationPreference":"capacity-reservations-only"}}`,
		},
		{"target", market.ReservationID(reservationID), `{` + target + `}`},
		{"target group", market.ReservationGroup(groupARN), `{` + group + `}`},
		{
			"target or nothing", market.ReservationID(reservationID).Only(),
			`{` + targetOnly + `}`,
		},
		{"zero target", market.Target{}, `{}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, applied(t, tt.part)); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

// A later part replaces what an earlier one wrote.
func TestApplyReplaces(t *testing.T) {
	for _, tt := range []struct {
		name  string
		parts []part
		want  string
	}{
		{
			"spot request",
			[]part{market.OneTime().MaxPrice("2"), market.Spot()},
			`{"InstanceMarketOptions":{"MarketType":"spot"}}`,
		},
		{
			"preference",
			[]part{market.ReservationID(reservationID), market.OpenReservations()},
			`{"CapacityReservationSpecification":{"CapacityReservationPreference":"open"}}`,
		},
		{"target", []part{market.OpenReservations(), market.Target{}}, `{}`},
		{
			"target of a capacity block",
			[]part{market.CapacityBlock("cr-fedcba98"), market.ReservationID(reservationID).Only()},
			`{` + targetOnly + `,"InstanceMarketOptions":{"MarketType":"capacity-block"}}`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, applied(t, tt.parts...)); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

func TestForksShareNothing(t *testing.T) {
	until := time.Date(2035, 1, 1, 0, 0, 0, 0, time.UTC)
	persistent := market.Persistent(market.Stop()).MaxPrice("2").ValidUntil(until)
	_, _ = persistent.MaxPrice("3"), persistent.ValidUntil(until.AddDate(1, 0, 0))
	oneTime := market.Spot().MaxPrice("2").BlockDurationMinutes(60)
	_, _ = oneTime.MaxPrice("3"), oneTime.BlockDurationMinutes(120)
	block := market.CapacityBlock(reservationID)
	reserved := market.ReservationGroup(groupARN)
	_ = reserved.Only()

	for _, base := range []part{persistent, oneTime, block, reserved} {
		want := applied(t, base)
		var in ec2.RunInstancesInput
		base.Apply(&in)
		overwrite(&in, until)
		if diff := cmp.Diff(want, applied(t, base)); diff != "" {
			t.Errorf("base after its request was changed (-want +got):\n%s", diff)
		}
	}
	for _, forked := range []struct {
		base part
		want string
	}{
		{reserved, `{` + group + `}`},
		{
			oneTime,
			`{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"BlockDurationMinutes":60,"MaxPrice":"2"}}}`,
		},
		{
			persistent,
			`{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"InstanceInterruptionBehavior":"stop",` +
				`"MaxPrice":"2","SpotInstanceType":"persistent","ValidUntil":"2035-01-01T00:00:00Z"}}}`,
		},
	} {
		if diff := cmp.Diff(forked.want, applied(t, forked.base)); diff != "" {
			t.Errorf("base after forks (-want +got):\n%s", diff)
		}
	}
}

// overwrite writes through the pointers of a request.
func overwrite(in *ec2.RunInstancesInput, until time.Time) {
	if m := in.InstanceMarketOptions; m != nil {
		m.MarketType = "overwritten"
		if o := m.SpotOptions; o != nil {
			*o.MaxPrice = "9"
			if o.ValidUntil != nil {
				*o.ValidUntil = until.AddDate(9, 0, 0)
			}
			if o.BlockDurationMinutes != nil {
				*o.BlockDurationMinutes = 9
			}
		}
	}
	if s := in.CapacityReservationSpecification; s != nil {
		s.CapacityReservationPreference = "overwritten"
		t := s.CapacityReservationTarget
		for _, p := range []*string{t.CapacityReservationId, t.CapacityReservationResourceGroupArn} {
			if p != nil {
				*p = "overwritten"
			}
		}
	}
}

// applied returns, as JSON, the request that the parts make of an empty one.
func applied(t *testing.T, parts ...part) string {
	t.Helper()
	var in ec2.RunInstancesInput
	for _, p := range parts {
		p.Apply(&in)
	}
	text, err := clijson.Encode(&in)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
