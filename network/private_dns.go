package network

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// PrivateDNS says which host name an instance has and whether DNS knows it. What
// it leaves out, the subnet decides; the zero PrivateDNS leaves out everything.
// It has no effect on an instance whose primary interface exists already.
type PrivateDNS struct {
	spec types.PrivateDnsNameOptionsRequest
}

// Hostname derives the name from the primary IPv4 address ("ip-name") or from
// the ID of the instance ("resource-name"). A subnet without IPv6 needs the
// former, one without IPv4 the latter.
func Hostname(t types.HostnameType) PrivateDNS {
	return PrivateDNS{types.PrivateDnsNameOptionsRequest{HostnameType: t}}
}

// EnableResourceNameDNSARecord sets whether DNS answers for the resource name
// with the IPv4 address. The default is the subnet's.
func (d PrivateDNS) EnableResourceNameDNSARecord(on bool) PrivateDNS {
	d.spec.EnableResourceNameDnsARecord = new(on)
	return d
}

// EnableResourceNameDNSAAAARecord sets whether DNS answers for the resource name
// with the IPv6 address. The default is the subnet's.
func (d PrivateDNS) EnableResourceNameDNSAAAARecord(on bool) PrivateDNS {
	d.spec.EnableResourceNameDnsAAAARecord = new(on)
	return d
}

// Apply writes d into a request, in place of what was there; the request shares
// nothing with d. The zero PrivateDNS leaves the request without
// PrivateDnsNameOptions.
func (d PrivateDNS) Apply(in *ec2.RunInstancesInput) {
	if d == (PrivateDNS{}) {
		in.PrivateDnsNameOptions = nil
		return
	}
	in.PrivateDnsNameOptions = new(sdkcopy.PrivateDnsNameOptionsRequest(d.spec))
}

// String returns the members of a request that d sets, as JSON.
func (d PrivateDNS) String() string { return part.String(d) }

// Equal reports whether d and e say the same.
func (d PrivateDNS) Equal(e PrivateDNS) bool { return part.Equal(d, e) }
