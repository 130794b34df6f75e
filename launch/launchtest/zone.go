package launchtest

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// regionName is the Region that the server plays.
const regionName = "us-east-1"

// A zone is an Availability Zone of the Region.
type zone struct{ name, id string }

// zones lists the Availability Zones. EC2 maps names to IDs for each account anew; here the map is fixed.
func zones() []zone {
	return []zone{
		{"us-east-1a", "use1-az1"}, {"us-east-1b", "use1-az2"}, {"us-east-1c", "use1-az3"},
		{"us-east-1d", "use1-az4"}, {"us-east-1e", "use1-az5"}, {"us-east-1f", "use1-az6"},
	}
}

// zoneByName returns the zone of that name. One that is not listed, a Local Zone for instance, has no ID.
func zoneByName(name string) zone {
	if i := slices.IndexFunc(zones(), func(z zone) bool { return z.name == name }); i >= 0 {
		return zones()[i]
	}
	return zone{name: name}
}

// zoneByID returns the zone of that ID. One that is not listed goes by its ID.
func zoneByID(id string) zone {
	if i := slices.IndexFunc(zones(), func(z zone) bool { return z.id == id }); i >= 0 {
		return zones()[i]
	}
	return zone{name: id, id: id}
}

// zoneOf returns the zone that a request names, by itself or by a subnet, and false when the choice is EC2's.
func (g *region) zoneOf(in *ec2.RunInstancesInput) (zone, bool) {
	if p := in.Placement; p != nil {
		if name := aws.ToString(p.AvailabilityZone); name != "" {
			return zoneByName(name), true
		}
		if id := aws.ToString(p.AvailabilityZoneId); id != "" {
			return zoneByID(id), true
		}
	}
	for _, ni := range interfaces(in) {
		if id := aws.ToString(ni.SubnetId); id != "" {
			return g.subnetZone(id), true
		}
	}
	return zone{}, false
}

// subnetZone returns the zone of a subnet.
func (g *region) subnetZone(subnet string) zone {
	if name, ok := g.subnets[subnet]; ok {
		return zoneByName(name)
	}
	return zones()[0]
}

// place chooses the zone and the number of instances for a request: the zone it names, else the first with room for
// all, else the one with most room.
func (g *region) place(in *ec2.RunInstancesInput) (zone, int, error) {
	candidates := zones()
	if z, ok := g.zoneOf(in); ok {
		candidates = []zone{z}
	}
	least, most := int(*in.MinCount), int(*in.MaxCount)
	best, count := candidates[0], 0
	for _, z := range candidates {
		if room := min(g.room(z), most); room > count {
			best, count = z, room
		}
	}
	if count < least {
		return zone{}, 0, insufficientCapacity(in, best)
	}
	return best, count, nil
}

// room returns how many more instances a zone takes.
func (g *region) room(z zone) int {
	capacity, limited := g.capacity[z.name]
	if !limited {
		return maxLaunch
	}
	for _, i := range g.instances {
		if i.zone == z.name && !gone(g.state(i)) {
			capacity--
		}
	}
	return capacity
}
