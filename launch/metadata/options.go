package metadata

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// Options configure the metadata service of an instance. The zero Options leaves
// everything to the launch template, the account and the AMI.
type Options struct {
	spec types.InstanceMetadataOptionsRequest
}

// Required demands a session token with every request to the service, which is
// known as IMDSv2, and so turns IMDSv1 off.
func Required() Options {
	return Options{types.InstanceMetadataOptionsRequest{HttpTokens: types.HttpTokensStateRequired}}
}

// Optional also answers requests without a token: IMDSv1 and IMDSv2. An account
// may refuse such launches.
func Optional() Options {
	return Options{types.InstanceMetadataOptionsRequest{HttpTokens: types.HttpTokensStateOptional}}
}

// Disabled turns the service off, over IPv4 and IPv6 alike.
func Disabled() Options { return Options{}.Endpoint(false) }

// Endpoint sets whether the service answers at all. The default is true, unless
// the launch template or the account says otherwise.
func (o Options) Endpoint(on bool) Options {
	requested.Switch(&o.spec.HttpEndpoint, on)
	return o
}

// HopLimit sets how many network hops a token can travel, 1 to 64: see the rule
// metadata-hop-limit-range. A container on a bridge network is 2 hops away. The
// default is what the account says, else 2 for an AMI made for IMDSv2, else 1.
func (o Options) HopLimit(n int32) Options {
	o.spec.HttpPutResponseHopLimit = new(n)
	return o
}

// IPv6 sets whether the service also answers over IPv6, which it can on Nitro
// types in subnets with IPv6. The default is false. See the rule
// metadata-ipv6-unsupported.
func (o Options) IPv6(on bool) Options {
	requested.Switch(&o.spec.HttpProtocolIpv6, on)
	return o
}

// InstanceTags sets whether the service shows the instance's tags, which narrows
// what their keys may be: see the rule metadata-tags-format. The default is
// false.
func (o Options) InstanceTags(on bool) Options {
	requested.Switch(&o.spec.InstanceMetadataTags, on)
	return o
}

// Apply writes o into a request, in place of what was there; the request shares
// nothing with o. The zero Options leaves the request without MetadataOptions.
func (o Options) Apply(in *ec2.RunInstancesInput) {
	in.MetadataOptions = nil
	if o != (Options{}) {
		in.MetadataOptions = new(sdkcopy.InstanceMetadataOptionsRequest(o.spec))
	}
}

// String returns the members of a request that o sets, as JSON.
func (o Options) String() string { return part.String(o) }

// Equal reports whether o and p say the same.
func (o Options) Equal(p Options) bool { return part.Equal(o, p) }
