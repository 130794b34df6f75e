package cloud

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ec2launch/ec2launch/validate"
)

// Settings are what decides how a Region behaves. Begin with [Defaults].
type Settings struct {
	Region    string
	MoreZones []Zone
	Capacity  map[string]int    // by zone name
	Subnets   map[string]string // zone names by subnet ID
	Resources Resources

	Now          func() time.Time
	PendingLooks int
	EndingLooks  int
	CheckLooks   int
	HiddenLooks  int
	PageSize     int

	SpillOver bool
	Strict    bool
	Lenient   bool
	Throttle  bool
	Judge     *validate.Validator // nil does not judge
	Judged    bool                // whether a judge was asked for
}

// Defaults returns the settings of a Region that nobody has said anything about.
func Defaults() Settings {
	return Settings{
		Region:   "us-east-1",
		Capacity: map[string]int{},
		Subnets:  map[string]string{},
		Now:      time.Now,
	}
}

// check returns what is wrong with the settings.
func (s Settings) check() error {
	if !regionName.MatchString(s.Region) {
		return fmt.Errorf("no Region is called %q", s.Region)
	}
	if s.Judged && s.Judge == nil {
		return errors.New("a nil validator cannot judge")
	}
	var faults []error
	known := func(what, zone string) {
		if !slices.ContainsFunc(s.zones(), func(z Zone) bool { return z.Name == zone }) {
			faults = append(faults, fmt.Errorf("%s: no zone of %s is called %q", what, s.Region, zone))
		}
	}
	for zone := range s.Capacity {
		known("capacity", zone)
	}
	for subnet, zone := range s.Subnets {
		known("subnet "+subnet, zone)
	}
	for _, subnet := range s.Resources.Subnets {
		if zone := value(subnet.AvailabilityZone); zone != "" {
			known("subnet "+value(subnet.SubnetId), zone)
		}
	}
	return errors.Join(append(faults, s.Resources.check()...)...)
}
