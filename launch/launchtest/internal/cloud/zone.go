package cloud

import (
	"regexp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A Zone is an Availability Zone, or a Local or Wavelength Zone, of the Region.
type Zone struct{ Name, ID string }

// regionName matches the form of the names of Regions.
var regionName = regexp.MustCompile(`^[a-z]{2,4}(-[a-z]{2,6})?-(north|south|east|west|central|northeast|northwest|southeast|southwest)-[1-9]$`)

// zones lists the zones: a to f in us-east-1, a to c elsewhere, and those that
// were added. EC2 maps names to IDs for each account anew; here the map is fixed.
func (s Settings) zones() []Zone {
	letters := "abc"
	if s.Region == "us-east-1" {
		letters = "abcdef"
	}
	var zones []Zone
	for i, letter := range letters {
		zones = append(zones, Zone{s.Region + string(letter), shortRegion(s.Region) + "-az" + string('1'+rune(i))})
	}
	return append(zones, s.MoreZones...)
}

// shortRegion returns the form of a Region's name in zone IDs: use1, apse2.
func shortRegion(region string) string {
	var short strings.Builder
	for i, part := range strings.Split(region, "-") {
		switch {
		case i == 0 || len(part) == 1:
			short.WriteString(part)
		case strings.HasPrefix(part, "north") && part != "north", strings.HasPrefix(part, "south") && part != "south":
			short.WriteString(part[:1] + part[5:6])
		default:
			short.WriteString(part[:1])
		}
	}
	return short.String()
}

// findZone returns the zone of that name or ID.
func (g *Region) findZone(name, id string) (Zone, error) {
	i := slices.IndexFunc(g.zones, func(z Zone) bool { return name != "" && z.Name == name || name == "" && z.ID == id })
	if i < 0 {
		return Zone{}, wire.Refuse("InvalidZone.NotFound", "The zone '%s' does not exist in %s", wire.Clip(name+id), g.Settings.Region)
	}
	return g.zones[i], nil
}

// describeAvailabilityZones serves DescribeAvailabilityZones.
func (g *Region) describeAvailabilityZones(in *ec2.DescribeAvailabilityZonesInput) (*ec2.DescribeAvailabilityZonesOutput, error) {
	for _, name := range in.ZoneNames {
		if _, err := g.findZone(name, ""); err != nil {
			return nil, err
		}
	}
	for _, id := range in.ZoneIds {
		if _, err := g.findZone("", id); err != nil {
			return nil, err
		}
	}
	filters, err := compile[types.AvailabilityZone](in.Filters, "DescribeAvailabilityZones")
	if err != nil {
		return nil, err
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	out := new(ec2.DescribeAvailabilityZonesOutput)
	for i, z := range g.zones {
		if len(in.ZoneNames) > 0 && !slices.Contains(in.ZoneNames, z.Name) || len(in.ZoneIds) > 0 && !slices.Contains(in.ZoneIds, z.ID) {
			continue
		}
		zone := types.AvailabilityZone{
			ZoneName:           &z.Name,
			ZoneId:             &z.ID,
			RegionName:         &g.Settings.Region,
			GroupName:          &g.Settings.Region,
			NetworkBorderGroup: &g.Settings.Region,
			State:              types.AvailabilityZoneStateAvailable,
			OptInStatus:        types.AvailabilityZoneOptInStatusOptInNotRequired,
			ZoneType:           new("availability-zone"),
			Messages:           []types.AvailabilityZoneMessage{},
		}
		if i >= len(g.zones)-len(g.MoreZones) {
			zone.ZoneType, zone.OptInStatus = new("local-zone"), types.AvailabilityZoneOptInStatusOptedIn
		}
		if filters.match(&zone) {
			out.AvailabilityZones = append(out.AvailabilityZones, zone)
		}
	}
	return out, nil
}
