package launchtest

import (
	"log/slog"
	"time"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/cloud"
	"github.com/ec2launch/ec2launch/validate"
)

// An Option changes how a [Server] behaves. Counts below zero mean zero.
//
// # Defaults
//
// The account is 111122223333. The Region is us-east-1 ([Region]); its zones are us-east-1a to us-east-1f, with the IDs
// use1-az1 to use1-az6 ([Zone] adds others). A request that names neither zone nor subnet goes to the first.
//
// Unless [NoDefaultVPC] is given, there is a default VPC, vpc-00000000000000001, with a default security group,
// sg-00000000000000001, and a default subnet for each zone, subnet-00000000000000001 to subnet-00000000000000006, which
// give public addresses. Their blocks are 10.0.0.0/16 and 2001:db8::/64, 10.1.0.0/16 and 2001:db8:0:1::/64, and so on;
// further subnets follow. Public addresses are of 198.18.0.0/15.
//
// Amazon owns two images, ami-00000000000000001 for x86_64 and ami-00000000000000002 for arm64. Instance types are those
// of the library's catalogue, offered in every zone.
//
// The account has no Spot prices, secondary subnets, fast snapshot restores or security groups that are associated with
// other VPCs. All images are allowed, volumes are not encrypted by default, and instance metadata options have no
// defaults.
//
// [Has] gives the account things of its own. Others come into being as requests name them, unless the server is
// [Strict]: an image has the architecture of the first instance type that is launched from it, a root volume of 8 GiB at
// /dev/xvda and the root device type ebs; a subnet lies in the zone that is named with it, else in the first; a security
// group or placement group is called as it is named. Without a name a security group is the default one.
type Option func(*settings)

// settings is what the options decide.
type settings struct {
	cloud.Settings
	log        *slog.Logger
	bodyWithin time.Duration
	recordUpTo int
}

// newSettings returns the defaults changed by the options.
func newSettings(opts []Option) settings {
	s := settings{Settings: cloud.Defaults(), bodyWithin: 10 * time.Second, recordUpTo: recordBytes}
	for _, opt := range opts {
		opt(&s)
	}
	return s
}

// Region makes the server play another Region than us-east-1. Its zones are a to
// f in us-east-1 and a to c elsewhere, with IDs such as use1-az1. For whichever
// Region a request is signed, it is answered by this one; a Region that does not
// exist earns AuthFailure.
func Region(name string) Option {
	return func(s *settings) { s.Region = name }
}

// Zone adds a zone to those of the Region: a Local Zone, such as
// us-east-1-bos-1a with the ID use1-bos1-az1.
func Zone(name, id string) Option {
	return func(s *settings) { s.MoreZones = append(s.MoreZones, cloud.Zone{Name: name, ID: id}) }
}

// Capacity gives an Availability Zone ("us-east-1a") room for n instances that are not terminated. A request launches
// as many as fit, up to its MaxCount, and is refused with InsufficientInstanceCapacity when not even MinCount fit.
// Without this option a zone has room for 10,000 more instances at any time.
func Capacity(zone string, n int) Option {
	return func(s *settings) { s.Settings.Capacity[zone] = max(n, 0) }
}

// SpillOver lets a request that names neither a subnet nor a zone go to the first
// zone with room for all, else the one with most room. Without this option it
// goes to the first zone of the Region, and is refused if that has no room.
func SpillOver() Option {
	return func(s *settings) { s.Settings.SpillOver = true }
}

// Subnet places a subnet in an Availability Zone. A subnet that no option places lies in the first zone of the Region,
// or in the one that the first request for it names. [Has] gives a subnet in full.
func Subnet(id, zone string) Option {
	return func(s *settings) { s.Subnets[id] = zone }
}

// PendingFor keeps each new or started instance pending for the given number of looks; from then on it is running. A
// look is any request that describes or changes instances, their volumes, network interfaces, Spot requests or tags, but
// for the later pages of one and for RunInstances. The default is 0: the answer of RunInstances shows the instance
// pending, the first look shows it running, and waiters of the SDKs end without a wait.
func PendingFor(looks int) Option {
	return func(s *settings) { s.PendingLooks = max(looks, 0) }
}

// EndingFor keeps each instance stopping or shutting-down for the given number
// of looks after the request; from then on it is stopped or terminated. The
// default is 0: the answer of the request shows it on the way, the first look at
// its end.
func EndingFor(looks int) Option {
	return func(s *settings) { s.EndingLooks = max(looks, 0) }
}

// ChecksFor keeps the status checks of each instance initializing for the given number of looks after it has become
// running; from then on they have passed. A look at them is a DescribeInstanceStatus request. The default is 0.
func ChecksFor(looks int) Option {
	return func(s *settings) { s.CheckLooks = max(looks, 0) }
}

// VisibleAfter hides each new instance for the given number of looks, as EC2's eventual consistency may: until then
// naming it is InvalidInstanceID.NotFound and no filter matches it. The looks of [PendingFor] count from there. The
// default is 0.
func VisibleAfter(looks int) Option {
	return func(s *settings) { s.HiddenLooks = max(looks, 0) }
}

// PageSize ends every page of an answer after n things at most, even when MaxResults allows more or is not
// given, as EC2 reserves the right to do. Requests that name their instances are not paged. Zero, the default, leaves
// it to MaxResults.
func PageSize(n int) Option {
	return func(s *settings) { s.Settings.PageSize = max(n, 0) }
}

// Clock replaces [time.Now], from which launch times, [Request.Time] and the
// refills of [Throttle] are taken. It must be safe for concurrent use.
func Clock(now func() time.Time) Option {
	return func(s *settings) { s.Now = now }
}

// Throttle makes the server refuse with RequestLimitExceeded what exceeds the documented default limits of an account
// and Region, on the time of [Clock]. Each limit is a bucket of tokens that refills by the second:
//
//	RunInstances requests                                    5, and 2 a second
//	RunInstances instances                                1000, and 2 a second
//	TerminateInstances requests                            100, and 5 a second
//	TerminateInstances instances                          1000, and 20 a second
//	DescribeInstances requests                             100, and 20 a second
//	DescribeInstanceStatus requests                        100, and 20 a second
//	DescribeInstances without IDs, filters or MaxResults    50, and 10 a second
//
// See https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html. Without this option nothing is throttled.
func Throttle() Option {
	return func(s *settings) { s.Settings.Throttle = true }
}

// Judge makes the server refuse what the rules of a validator refuse: with the
// error code of the first violation and the messages of all. It judges
// RunInstances, CreateFleet, CreateLaunchTemplate and CreateLaunchTemplateVersion
// as [validate.Validator.CheckCall] does, also a launch template that EC2 would
// store though nothing can be launched from it. Client code in any language is
// checked by pointing its endpoint at such a server.
func Judge(v *validate.Validator) Option {
	return func(s *settings) { s.Settings.Judge, s.Judged = v, true }
}

// Strict makes the server refuse, with EC2's codes, a launch that names what
// does not exist: an image, key pair, subnet, security group, placement group,
// snapshot, network interface, Capacity Reservation, host or instance type that
// is neither a default nor given by [Has]. A launch template that names such a
// thing is stored, and the answer has a warning; of a fleet it is an error of the
// override. Without this option such things come into being as they are named.
func Strict() Option {
	return func(s *settings) { s.Settings.Strict = true }
}

// AnyParameter lets parameters pass that an action does not have, for clients
// that are newer than the SDK of this module. They are recorded and otherwise
// ignored.
func AnyParameter() Option {
	return func(s *settings) { s.Lenient = true }
}

// RecordUpTo lets the server keep so many bytes of requests for
// [Server.Requests]: their parameters, and 256 bytes for each. Beyond that the
// oldest go. The newest request is always kept, and so is the newest of each
// action that the server serves, for [Server.LastRequest]. The default is
// 64 MiB, a hundred thousand ordinary requests.
func RecordUpTo(bytes int) Option {
	return func(s *settings) { s.recordUpTo = max(bytes, 0) }
}

// Log logs a line for each request that the server has answered: its number,
// action, client token, status and error code. No parameter is logged besides.
func Log(logger *slog.Logger) Option {
	return func(s *settings) { s.log = logger }
}
