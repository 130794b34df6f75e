package launchtest

import "time"

// An Option changes how a [Server] behaves. Counts below zero mean zero.
type Option func(*settings)

// settings is what the options decide.
type settings struct {
	capacity     map[string]int
	subnets      map[string]string
	now          func() time.Time
	pendingLooks int
	checkLooks   int
	hiddenLooks  int
	pageSize     int
	throttle     bool
}

// newSettings returns the defaults changed by the options.
func newSettings(opts []Option) settings {
	s := settings{
		capacity:     map[string]int{},
		subnets:      map[string]string{},
		now:          time.Now,
		pendingLooks: 1,
	}
	for _, opt := range opts {
		opt(&s)
	}
	return s
}

// Capacity gives an Availability Zone ("us-east-1a") room for n instances that are not terminated. A request launches
// as many as fit, up to its MaxCount, and is refused with InsufficientInstanceCapacity when not even MinCount fit.
// Without this option a zone has room for 10,000 more instances at any time.
func Capacity(zone string, n int) Option {
	return func(s *settings) { s.capacity[zone] = max(n, 0) }
}

// Subnet places a subnet in an Availability Zone. A subnet that no option
// places lies in us-east-1a. A request that names neither a subnet nor a zone
// goes where there is room.
func Subnet(id, zone string) Option {
	return func(s *settings) { s.subnets[id] = zone }
}

// PendingFor keeps each new instance pending for the given number of looks;
// from then on it is running. A look is a DescribeInstances or
// DescribeInstanceStatus request for a first page, or a TerminateInstances
// request. The default is 1: the first look after the launch shows the instance
// pending, the second running.
func PendingFor(looks int) Option {
	return func(s *settings) { s.pendingLooks = max(looks, 0) }
}

// ChecksFor keeps the status checks of each instance initializing for the given number of looks after it has become
// running; from then on they have passed. A look at them is a DescribeInstanceStatus request. The default is 0.
func ChecksFor(looks int) Option {
	return func(s *settings) { s.checkLooks = max(looks, 0) }
}

// VisibleAfter hides each new instance for the given number of looks, as EC2's eventual consistency may: until then
// naming it is InvalidInstanceID.NotFound and no filter matches it. The looks of [PendingFor] count from there. The
// default is 0.
func VisibleAfter(looks int) Option {
	return func(s *settings) { s.hiddenLooks = max(looks, 0) }
}

// PageSize ends every page of DescribeInstances after n instances at most, even when MaxResults allows more or is not
// given, as EC2 reserves the right to do. Requests that name their instances are not paged. Zero, the default, leaves
// it to MaxResults.
func PageSize(n int) Option {
	return func(s *settings) { s.pageSize = max(n, 0) }
}

// Clock replaces [time.Now], from which launch times, [Request.Time] and the
// refills of [Throttle] are taken. It must be safe for concurrent use.
func Clock(now func() time.Time) Option {
	return func(s *settings) { s.now = now }
}
