package rules

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var instanceTypeAdvice = &validate.Rule{
	ID:       "instance-type-advice",
	Summary:  "InstanceType should be given, here or in a launch template",
	Reading:  "The reference of 2023 states a default, m1.small, and later ones none.",
	Source:   validate.Source{Shape: "RunInstances", Member: "InstanceType"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"InstanceType"},
	Check: func(p *validate.Pass) {
		if p.Input.InstanceType == "" && !p.Templated() && !p.TypeChosen() {
			p.Reportf("InstanceType",
				"should be given: the only default that EC2 ever documented, m1.small, is of a previous generation")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.large"}`},
		{Spec: `{"InstanceType":null,"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":null}`, At: "InstanceType"},
	},
}

var instanceTypeFormat = &validate.Rule{
	ID:      "instance-type-format",
	Summary: "InstanceType must be family, dot and size, in lower-case letters, digits and hyphens",
	Source:  validate.Source{Shape: "RunInstances", Member: "InstanceType"},
	Code:    "InvalidParameterValue",
	Given:   []string{"InstanceType"},
	Check: func(p *validate.Pass) {
		if _, known := p.LookupInstanceType(); !known && !typeName(p.Input.InstanceType) {
			p.Reportf("InstanceType", "must be family, dot and size in lower case, such as m5.large%s", didYouMean(p))
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t3.micro"}`},
		{Spec: `{"InstanceType":"u-6tb1.112xlarge"}`},
		{Spec: `{"InstanceType":"c7i.metal-24xl"}`, Since: validate.Autumn2026},
		{Spec: `{"InstanceType":"mac-m4pro.metal","Placement":{"Tenancy":"host"}}`, Since: validate.Autumn2026},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"T3 Micro"}`, At: "InstanceType"},
		{Spec: `{"InstanceType":"M7I.large"}`, At: "InstanceType"},
		{Spec: `{"InstanceType":"m5"}`, At: "InstanceType"},
		{Spec: `{"InstanceType":"m5."}`, At: "InstanceType"},
	},
}

var instanceTypeUnknown = &validate.Rule{
	ID:       "instance-type-unknown",
	Summary:  "InstanceType should be one that the catalogue lists: of others, rules that rest on facts are silent",
	Reading:  "AWS adds types every month, so an unknown one only warns.",
	Source:   validate.Source{Shape: "RunInstances", Member: "InstanceType"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"InstanceType"},
	Check: func(p *validate.Pass) {
		if _, known := p.LookupInstanceType(); !known && typeName(p.Input.InstanceType) {
			p.Reportf("InstanceType", "is not in the catalogue of instance types, so nothing that depends on the type "+
				"was checked%s", didYouMean(p))
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.large"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t9.micro"}`, At: "InstanceType"},
		{Spec: `{"InstanceType":"m5.micro"}`, At: "InstanceType"},
	},
}

// typeName reports whether t has the form of an instance type's name.
func typeName(t types.InstanceType) bool {
	family, size, _ := strings.Cut(string(t), ".")
	return lowerName(family) && lowerName(size)
}

func lowerName(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// didYouMean names the types that come nearest to the request's, which does not
// exist. They are those of today, some of which an older edition does not know.
func didYouMean(p *validate.Pass) string {
	const most = 3
	near := instancetype.Nearest(string(p.Input.InstanceType), most)
	if len(near) == 0 || p.Edition < validate.Latest {
		return ""
	}
	names := string(near[0])
	for _, name := range near[1:] {
		names += " or " + string(name)
	}
	return "; did you mean " + names + "?"
}

var instanceTypeGenerationAdvice = &validate.Rule{
	ID:       "instance-type-generation-advice",
	Summary:  "InstanceType should be of a current generation",
	Reading:  "Which generations are current is known of today only.",
	Source:   validate.Source{Shape: "InstanceTypeInfo", Member: "CurrentGeneration"},
	Severity: validate.SeverityAdvice,
	Since:    validate.Autumn2026,
	Given:    []string{"InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactCurrentGeneration},
	Check: func(p *validate.Pass) {
		if p.InstanceType().CurrentGeneration() == instancetype.No {
			p.Reportf("InstanceType", "should be of a current generation; choose a newer type of the series")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m7i.large"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m3.large"}`, At: "InstanceType"},
	},
}

var instanceTypeSpotUnsupported = &validate.Rule{
	ID:      "instance-type-spot-unsupported",
	Summary: "MarketType must be spot only for types that are sold as Spot Instances",
	Source:  validate.Source{Shape: "InstanceTypeInfo", Member: "SupportedUsageClasses"},
	Code:    "InvalidParameterValue",
	Given:   []string{"InstanceMarketOptions.MarketType"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactUsageClasses},
	Check: func(p *validate.Pass) {
		sold := p.InstanceType().UsageClass(types.UsageClassTypeSpot)
		if requested.Spot(p.Input) && sold == instancetype.No && !mac(p.Input.InstanceType) {
			p.Conflictf("InstanceMarketOptions.MarketType", []string{"InstanceType"},
				"must not be spot: %s is not sold as Spot Instances; drop it, or choose another "+
					"type", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"c5.large","InstanceMarketOptions":{"MarketType":"spot"}}`},
		{Spec: `{"InstanceType":"u-6tb1.56xlarge"}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"u-6tb1.56xlarge","InstanceMarketOptions":{"MarketType":"spot"}}`,
			At:   "InstanceMarketOptions.MarketType",
		},
	},
}

var instanceTypeMacSpotUnsupported = &validate.Rule{
	ID:      "instance-type-mac-spot-unsupported",
	Summary: "MarketType must not be spot for Mac instances, which run on Dedicated Hosts only",
	Source:  validate.Source{Guide: "ec2-mac-instances"},
	Code:    "InvalidParameterValue",
	Given:   []string{"InstanceMarketOptions.MarketType"},
	When:    []string{"InstanceType"},
	Check: func(p *validate.Pass) {
		if requested.Spot(p.Input) && mac(p.Input.InstanceType) {
			p.Conflictf("InstanceMarketOptions.MarketType", []string{"InstanceType"},
				"must not be spot: %s runs on Dedicated Hosts, where there are no Spot Instances; drop "+
					"it", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"mac2.metal","Placement":{"Tenancy":"host"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"mac2.metal","InstanceMarketOptions":{"MarketType":"spot"},` +
				`"Placement":{"HostResourceGroupArn":"arn:aws:resource-groups:us-west-2:111122223333:group/hosts"}}`,
			At: "InstanceMarketOptions.MarketType",
		},
	},
}

var instanceTypeCapacityBlockUnsupported = &validate.Rule{
	ID:      "instance-type-capacity-block-unsupported",
	Summary: "MarketType must be capacity-block only for types that are sold in Capacity Blocks",
	Source:  validate.Source{Shape: "InstanceTypeInfo", Member: "SupportedUsageClasses"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"InstanceMarketOptions.MarketType"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactUsageClasses},
	Check: func(p *validate.Pass) {
		block := p.Input.InstanceMarketOptions.MarketType == types.MarketTypeCapacityBlock
		if block && p.InstanceType().UsageClass(types.UsageClassTypeCapacityBlock) == instancetype.No {
			p.Conflictf("InstanceMarketOptions.MarketType", []string{"InstanceType"},
				"must not be capacity-block: %s is not sold in Capacity Blocks; choose the type that the block "+
					"reserves",
				p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},` +
				`"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro","InstanceMarketOptions":{"MarketType":"capacity-block"},` +
				`"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			At: "InstanceMarketOptions.MarketType",
		},
	},
}

// mac reports whether t is an EC2 Mac type. All its names begin so.
func mac(t types.InstanceType) bool { return strings.HasPrefix(string(t), "mac") }

var instanceTypeHostRequired = &validate.Rule{
	ID: "instance-type-host-required",
	Summary: "Tenancy must be host for Mac instances, which run on Dedicated Hosts only, unless a host or a group " +
		"of them is named",
	Source:    validate.Source{Guide: "ec2-mac-instances"},
	Code:      "Unsupported",
	CodeBasis: validate.Observed,
	Members:   []string{"Placement.Tenancy"},
	When:      []string{"InstanceType"},
	Reads:     []string{"Placement.HostId", "Placement.HostResourceGroupArn"},
	Check: func(p *validate.Pass) {
		if !mac(p.Input.InstanceType) {
			return
		}
		var tenancy types.Tenancy
		if place := p.Input.Placement; place != nil {
			if place.HostId != nil || place.HostResourceGroupArn != nil {
				return // rules on these members demand the right tenancy
			}
			tenancy = place.Tenancy
		}
		if tenancy == types.TenancyDefault || tenancy == types.TenancyDedicated || tenancy == "" && !p.Templated() {
			p.Conflictf("Placement.Tenancy", []string{"InstanceType"},
				"must be host: %s runs on Dedicated Hosts only", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"mac2.metal","Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`},
		{
			Spec: `{"InstanceType":"mac2.metal","Placement":{"HostResourceGroupArn":` +
				`"arn:aws:resource-groups:us-west-2:111122223333:group/hosts"}}`,
		},
		{Spec: `{"InstanceType":"mac2.metal","LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"mac2.metal"}`, At: "Placement.Tenancy"},
		{
			Spec: `{"InstanceType":"mac1.metal","Placement":{"AvailabilityZone":"us-east-1a"}}`,
			At:   "Placement.Tenancy",
		},
		{
			Spec: `{"InstanceType":"mac1.metal","Placement":{"Tenancy":"dedicated"},` +
				`"LaunchTemplate":{"LaunchTemplateName":"web"}}`,
			At: "Placement.Tenancy",
		},
	},
}

var instanceTypeHostLimit = &validate.Rule{
	ID:       "instance-type-host-limit",
	Summary:  "MaxCount should be 1 for Mac instances with a HostId, since a Dedicated Host holds one of them",
	Reading:  "EC2 may launch one of them and no more, so the rule only warns.",
	Source:   validate.Source{Guide: "ec2-mac-instances"},
	Severity: validate.SeverityWarning,
	Code:     "InsufficientCapacityOnHost",
	Given:    []string{"MaxCount"},
	When:     []string{"InstanceType", "Placement.HostId"},
	Check: func(p *validate.Pass) {
		if mac(p.Input.InstanceType) && *p.Input.MaxCount > 1 {
			p.Conflictf("MaxCount", []string{"InstanceType", "Placement.HostId"},
				"should be 1 with HostId, since a host holds one %s; leave HostId out to use several "+
					"hosts", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"mac2.metal","Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`},
		{Spec: `{"InstanceType":"mac2.metal","MaxCount":2,"Placement":{"Tenancy":"host"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"mac2.metal","MinCount":2,"MaxCount":2,` +
				`"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			At: "MaxCount",
		},
	},
}

// subnets calls f with what is known of the subnets that the request names.
func subnets(p *validate.Pass, f func(subnet *types.Subnet, path string)) {
	call := func(id *string, path string) {
		if id == nil {
			return
		}
		if subnet := validate.Subnet.Named(p, id); subnet != nil {
			f(subnet, path)
		}
	}
	call(p.Input.SubnetId, "SubnetId")
	for i, nic := range p.Input.NetworkInterfaces {
		call(nic.SubnetId, validate.At("NetworkInterfaces[].SubnetId", i))
	}
}

// onOutpost reports whether the launch is known to go to an Outpost, which has
// types of its own.
func onOutpost(p *validate.Pass) (there bool) {
	subnets(p, func(subnet *types.Subnet, _ string) { there = there || subnet.OutpostArn != nil })
	return there
}

// ownCapacity reports whether the launch takes capacity that is set aside for it
// already.
func ownCapacity(in *ec2.RunInstancesInput) bool {
	place, market, reserved := in.Placement, in.InstanceMarketOptions, in.CapacityReservationSpecification
	return place != nil && (place.HostId != nil || place.HostResourceGroupArn != nil) ||
		market != nil && market.MarketType == types.MarketTypeCapacityBlock ||
		reserved != nil && reserved.CapacityReservationTarget != nil
}

// zones are the names of the zones that the request and its subnets name, as far
// as that is known.
func zones(p *validate.Pass) (names []string, at []string) {
	add := func(zone *string, path string) {
		if zone != nil && *zone != "" {
			names, at = append(names, *zone), append(at, path)
		}
	}
	if place := p.Input.Placement; place != nil {
		add(place.AvailabilityZone, "Placement.AvailabilityZone")
	}
	subnets(p, func(subnet *types.Subnet, path string) { add(subnet.AvailabilityZone, path) })
	return names, at
}

var instanceTypeZoneUnsupported = &validate.Rule{
	ID:        "instance-type-zone-unsupported",
	Summary:   "the instance type must be offered in the zone of the launch",
	Source:    validate.Source{Shape: "DescribeInstanceTypeOfferings"},
	Code:      "Unsupported",
	CodeBasis: validate.Documented,
	Reading: "The offerings tell nothing of Outposts, and of a host, a Capacity Block or a reservation of one's own no " +
		"more than it tells itself.",
	Given: []string{"InstanceType"},
	Reads: []string{
		"Placement.AvailabilityZone", "SubnetId", "NetworkInterfaces[].SubnetId", "Placement.HostId",
		"Placement.HostResourceGroupArn",
		"InstanceMarketOptions.MarketType", "CapacityReservationSpecification.CapacityReservationTarget",
	},
	Asks: []validate.Asked{validate.Offerings, validate.Subnet},
	Age:  validate.Edited,
	Check: func(p *validate.Pass) {
		offered, known := validate.Offerings.Of(p, string(p.Input.InstanceType))
		if !known || offered == nil || ownCapacity(p.Input) || onOutpost(p) {
			return
		}
		names, at := zones(p)
		for i, zone := range names {
			isHere := func(o types.InstanceTypeOffering) bool { return o.Location != nil && *o.Location == zone }
			if !slices.ContainsFunc(*offered, isHere) {
				p.Conflictf("InstanceType", []string{at[i]}, "must be offered in %s", zone)
				return
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"}}`,
			Account: `{"Offerings":{"m6i.large":[{"Location":"us-east-1a"}]}}`,
		},
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"}}`,
			Account: `{"Offerings":{"m6i.large":null}}`,
		},
		{
			Spec:    `{"Placement":{"AvailabilityZone":""}}`,
			Account: `{"Offerings":{"m6i.large":[{"Location":"us-east-1a"}]}}`,
		},
		{
			Spec: `{"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Offerings":{"m6i.large":[]},"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a",` +
				`"OutpostArn":"arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"}}}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Offerings":{"m6i.large":[]},"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a",` +
				`"OutpostArn":"arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"}}}`,
		},
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1e","Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Offerings":{"m6i.large":[]}}`,
		},
		{
			Spec: `{"Placement":{"AvailabilityZone":"us-east-1e","Tenancy":"host",` +
				`"HostResourceGroupArn":"arn:aws:resource-groups:us-east-1:111122223333:group/hosts"}}`,
			Account: `{"Offerings":{"m6i.large":[]}}`,
		},
		{
			Spec: `{"Placement":{"AvailabilityZone":"us-east-1e"},"CapacityReservationSpecification":` +
				`{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"Offerings":{"m6i.large":[]}}`,
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","LaunchTemplate":{"LaunchTemplateName":"block"},` +
				`"Placement":{"AvailabilityZone":"us-east-1e"},"InstanceMarketOptions":{"MarketType":"capacity-block"}}`,
			Account: `{"Offerings":{"p5.48xlarge":[]}}`, Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1e"}}`,
			Account: `{"Offerings":{"m6i.large":[{"Location":"us-east-1a"}]}}`,
			At:      "InstanceType",
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Offerings":{"m6i.large":[]},"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1e"}}}`,
			At:      "InstanceType",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Offerings":{"m6i.large":[]},"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1e"}}}`,
			At:      "InstanceType",
		},
	},
}

var instanceTypeRegionUnknown = &validate.Rule{
	ID:      "instance-type-region-unknown",
	Summary: "the instance type must exist in the Region",
	Source:  validate.Source{Shape: "RunInstances", Member: "InstanceType"},
	Reading: "An Outpost may have types that the Region has not.",
	Code:    "InvalidParameterValue",
	Given:   []string{"InstanceType"},
	Reads:   []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:    []validate.Asked{validate.InstanceType, validate.Subnet},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		name := string(p.Input.InstanceType)
		if found, known := validate.InstanceType.Of(p, name); known && found == nil && !onOutpost(p) {
			p.Reportf("InstanceType", "must be a type of this Region, which has none of that name")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6i.large"}`,
			Account: `{"InstanceType":{"m6i.large":{}}}`,
		},
		{
			Spec: `{"InstanceType":"m6i.large","SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"InstanceType":{"m6i.large":null},"Subnet":{"subnet-0123456789abcdef0":` +
				`{"OutpostArn":"arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"}}}`,
		},
		{
			Spec: `{"InstanceType":"m6i.large","NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"InstanceType":{"m6i.large":null},"Subnet":{"subnet-0123456789abcdef0":` +
				`{"OutpostArn":"arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6i.large"}`,
			Account: `{"InstanceType":{"m6i.large":null}}`,
			At:      "InstanceType",
		},
	},
}
