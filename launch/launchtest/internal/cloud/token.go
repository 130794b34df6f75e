package cloud

import (
	"crypto/sha256"
	"maps"
	"net/url"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A scope is what a client token is unique in: the zone that the request names, or else the Region.
type scope struct {
	zone  string // empty for the Region
	token string
}

// A binding is what a client token stands for.
type binding struct {
	parameters digest       // of the request that first used the token
	launched   *reservation // nil as long as every such request was refused
}

// bind returns the binding of a request's client token, made on first use even if the request is refused afterwards.
// It refuses a request that reuses the token with other parameters or after its instances are gone. A request without
// a token gets a binding of its own.
//
// See https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
func (g *Region) bind(in *ec2.RunInstancesInput, form url.Values) (*binding, error) {
	token := value(in.ClientToken)
	if token == "" {
		return new(binding), nil
	}
	key := scope{token: token}
	z, named, err := g.zoneOf(in)
	if err != nil {
		return nil, err
	}
	if named {
		key.zone = z.Name
	}
	b, known := g.bindings[key]
	switch {
	case !known:
		b = &binding{parameters: canonical(form)}
		g.bindings[key] = b
	case b.parameters != canonical(form):
		return nil, wire.Refuse("IdempotentParameterMismatch",
			"Arguments on this idempotent request are inconsistent with arguments used in previous request(s).")
	case b.launched != nil && g.allGone(b.launched):
		return nil, wire.Refuse("IdempotentInstanceTerminated",
			"The instances that the client token %q launched have been terminated; use another token to launch again", token)
	}
	return b, nil
}

// A digest stands for the parameters of a request.
type digest [sha256.Size]byte

// canonical returns what stands for the parameters that must agree when a client token is used again: all but the zone,
// which may differ.
func canonical(form url.Values) digest {
	form = maps.Clone(form)
	for _, exempt := range []string{"Placement.AvailabilityZone", "Placement.AvailabilityZoneId", "ClientToken"} {
		form.Del(exempt)
	}
	return sha256.Sum256([]byte(form.Encode()))
}

// allGone reports whether no instance of the reservation is left.
func (g *Region) allGone(r *reservation) bool {
	for _, i := range r.instances {
		if !gone(g.state(i)) {
			return false
		}
	}
	return true
}
