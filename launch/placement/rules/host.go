package rules

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// offHost reports whether a tenancy is one that excludes Dedicated Hosts.
func offHost(t types.Tenancy) bool {
	return t == types.TenancyDefault || t == types.TenancyDedicated
}

var placementHostIDFormat = &validate.Rule{
	ID:        "placement-host-id-format",
	Summary:   "HostId must be h- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "Placement", Member: "HostId"},
	Code:      "InvalidHostID.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"Placement.HostId"},
	Tag:       "ec2id=h",
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`},
		{Spec: `{"Placement":{"Tenancy":"host","HostId":"h-01234567"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","HostId":"host-1"}}`, At: "Placement.HostId"},
		{Spec: `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef"}}`, At: "Placement.HostId"},
	},
}

var placementHostTenancyConflict = &validate.Rule{
	ID:      "placement-host-tenancy-conflict",
	Summary: "HostId must not be given with tenancy default or dedicated",
	Reading: "Every documented example pairs them.",
	Source:  validate.Source{Shape: "Placement", Member: "HostId", Guide: "dedicated-hosts-understanding"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"Placement.HostId"},
	When:    []string{"Placement.Tenancy"},
	Check: func(p *validate.Pass) {
		if t := p.Input.Placement.Tenancy; offHost(t) {
			p.Conflictf("Placement.HostId", []string{"Placement.Tenancy"},
				"must not be given with Tenancy %s; set Tenancy to host", t)
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"default","HostId":"h-0123456789abcdef0"}}`, At: "Placement.HostId"},
		{Spec: `{"Placement":{"Tenancy":"dedicated","HostId":"h-0123456789abcdef0"}}`, At: "Placement.HostId"},
		{
			Spec: `{"Placement":{"Tenancy":"dedicated","Affinity":"host","HostId":"h-0123456789abcdef0"}}`,
			At:   "Placement.HostId",
		},
	},
}

var placementHostTenancyAdvice = &validate.Rule{
	ID:      "placement-host-tenancy-advice",
	Summary: "Tenancy should be host with HostId",
	Reading: "The documentation pairs them. Launches without the tenancy are in use, those of AWS's own quick " +
		"starts among them.",
	Source:   validate.Source{Guide: "dedicated-hosts-understanding"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"Placement.Tenancy"},
	When:     []string{"Placement.HostId"},
	Check: func(p *validate.Pass) {
		if p.Input.Placement.Tenancy == "" && !p.Templated() {
			p.Conflictf("Placement.Tenancy", []string{"Placement.HostId"}, "should be host, as a HostId implies")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"Placement":{"HostId":"h-0123456789abcdef0"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"HostId":"h-0123456789abcdef0"}}`, At: "Placement.Tenancy"},
		{Spec: `{"Placement":{"HostId":"h-0123456789abcdef0","Affinity":"host"}}`, At: "Placement.Tenancy"},
	},
}

var placementHostConflict = &validate.Rule{
	ID:       "placement-host-conflict",
	Summary:  "HostResourceGroupArn should not be given with HostId",
	Reading:  "The console offers one or the other; no sentence forbids both, and no report shows EC2's answer.",
	Source:   validate.Source{Shape: "Placement", Member: "HostResourceGroupArn"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"Placement.HostResourceGroupArn"},
	When:     []string{"Placement.HostId"},
	Check: func(p *validate.Pass) {
		p.Conflictf("Placement.HostResourceGroupArn", []string{"Placement.HostId"},
			"should not be given with HostId; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`},
		{Spec: `{"Placement":{` + hosts + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0",` + hosts + `}}`,
			At:   "Placement.HostResourceGroupArn",
		},
		{Spec: `{"Placement":{"HostId":"h-0123456789abcdef0",` + hosts + `}}`, At: "Placement.HostResourceGroupArn"},
	},
}

var placementHostTypeUnsupported = &validate.Rule{
	ID:        "placement-host-type-unsupported",
	Summary:   "Tenancy should be host only for types that Dedicated Hosts support",
	Source:    validate.Source{Shape: "InstanceTypeInfo", Member: "DedicatedHostsSupported"},
	Severity:  validate.SeverityWarning,
	Code:      "UnsupportedHostConfiguration",
	CodeBasis: validate.Documented,
	Given:     []string{"Placement.Tenancy"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactDedicatedHosts},
	Check: func(p *validate.Pass) {
		if p.Input.Placement.Tenancy == types.TenancyHost && p.InstanceType().DedicatedHosts() == instancetype.No {
			p.Conflictf("Placement.Tenancy", []string{"InstanceType"},
				"should not be host: Dedicated Hosts do not support %s; choose another type", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","Placement":{"Tenancy":"host"}}`},
		{Spec: `{"InstanceType":"t4g.micro","Placement":{"Tenancy":"default"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t4g.micro","Placement":{"Tenancy":"host"}}`, At: "Placement.Tenancy"},
	},
}

var placementHostResourceGroupFormat = &validate.Rule{
	ID:      "placement-host-resource-group-format",
	Summary: "HostResourceGroupArn must be the ARN of a resource group",
	Source:  validate.Source{Shape: "Placement", Member: "HostResourceGroupArn"},
	Code:    "InvalidParameterValue",
	Given:   []string{"Placement.HostResourceGroupArn"},
	Check: func(p *validate.Pass) {
		arn := *p.Input.Placement.HostResourceGroupArn
		if !format.GroupARN(arn) {
			p.Reportf("Placement.HostResourceGroupArn",
				"must be like arn:aws:resource-groups:us-west-2:111122223333:group/hosts%s", format.Elsewhere(arn))
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{` + hosts + `}}`},
		{
			Spec: `{"Placement":{"HostResourceGroupArn":` +
				`"arn:aws-us-gov:resource-groups:us-gov-west-1:111122223333:group/hosts"}}`,
		},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"HostResourceGroupArn":"hosts"}}`, At: "Placement.HostResourceGroupArn"},
		{
			Spec: `{"Placement":{"HostResourceGroupArn":` +
				`"arn:aws:ec2:us-west-2:111122223333:dedicated-host/h-0123456789abcdef0"}}`,
			At: "Placement.HostResourceGroupArn",
		},
		{
			Spec: `{"Placement":{"HostResourceGroupArn":` +
				`"arn:aws:resource-groups:us-west-2:111122223333:group/../hosts"}}`,
			At: "Placement.HostResourceGroupArn",
		},
	},
}

var placementHostResourceGroupTenancyConflict = &validate.Rule{
	ID:      "placement-host-resource-group-tenancy-conflict",
	Summary: "HostResourceGroupArn must be given with tenancy host, or with none",
	Reading: "Default is refused although it is what leaving it out means elsewhere.",
	Source:  validate.Source{Shape: "Placement", Member: "HostResourceGroupArn"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"Placement.HostResourceGroupArn"},
	When:    []string{"Placement.Tenancy"},
	Reads:   []string{"Placement.HostId"},
	Check: func(p *validate.Pass) {
		if place := p.Input.Placement; offHost(place.Tenancy) && place.HostId == nil {
			p.Conflictf("Placement.HostResourceGroupArn", []string{"Placement.Tenancy"},
				"must not be given with Tenancy %s; leave Tenancy out or set it to host", place.Tenancy)
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{` + hosts + `}}`},
		{Spec: `{"Placement":{"Tenancy":"host",` + hosts + `}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Placement":{"Tenancy":"default",` + hosts + `}}`, At: "Placement.HostResourceGroupArn"},
		{Spec: `{"Placement":{"Tenancy":"dedicated",` + hosts + `}}`, At: "Placement.HostResourceGroupArn"},
	},
}

// host is what the account says of the Dedicated Host, nil where that is not
// known.
func host(p *validate.Pass) *types.Host {
	return validate.Host.Named(p, p.Input.Placement.HostId)
}

var placementHostUnknown = &validate.Rule{
	ID:        "placement-host-unknown",
	Summary:   "the Dedicated Host must exist, and not be released",
	Source:    validate.Source{Shape: "Placement", Member: "HostId"},
	Code:      "InvalidHostID.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"Placement.HostId"},
	Asks:      []validate.Asked{validate.Host},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		found, known := validate.Host.Of(p, *p.Input.Placement.HostId)
		switch {
		case known && found == nil:
			p.Reportf("Placement.HostId", "must exist: the account has no such host in this Region")
		case found != nil && (found.State == types.AllocationStateReleased || found.State == types.AllocationStateReleasedPermanentFailure || found.State == types.AllocationStatePermanentFailure):
			p.Reportf("Placement.HostId", "must be available, and is %s", found.State)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"State":"available"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":null}}`,
			At:      "Placement.HostId",
		},
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"State":"released"}}}`,
			At:      "Placement.HostId",
		},
	},
}

var placementHostInstanceUnsupported = &validate.Rule{
	ID:        "placement-host-instance-unsupported",
	Summary:   "the Dedicated Host must take the instance type",
	Source:    validate.Source{Shape: "HostProperties", Member: "InstanceType"},
	Code:      "UnsupportedInstanceTypeOnHost",
	CodeBasis: validate.Documented,
	Given:     []string{"Placement.HostId"},
	Reads:     []string{"InstanceType"},
	Asks:      []validate.Asked{validate.Host},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		found := host(p)
		if found == nil || found.HostProperties == nil || p.Input.InstanceType == "" {
			return
		}
		family, _, _ := strings.Cut(string(p.Input.InstanceType), ".")
		switch h := found.HostProperties; {
		case h.InstanceType != nil && *h.InstanceType != "" && *h.InstanceType != string(p.Input.InstanceType):
			p.Conflictf("Placement.HostId", []string{"InstanceType"}, "must be a host for the type: this one takes %s", *h.InstanceType)
		case h.InstanceFamily != nil && *h.InstanceFamily != "" && *h.InstanceFamily != family:
			p.Conflictf("Placement.HostId", []string{"InstanceType"}, "must be a host for the type: this one takes the family %s", *h.InstanceFamily)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"HostProperties":{"InstanceFamily":"m6i"}}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"HostProperties":{"InstanceFamily":"c5"}}}}`,
			At:      "Placement.HostId",
		},
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"HostProperties":{"InstanceType":"m6i.xlarge"}}}}`,
			At:      "Placement.HostId",
		},
	},
}

var placementHostZoneConflict = &validate.Rule{
	ID:        "placement-host-zone-conflict",
	Summary:   "the Dedicated Host must lie in the zone of the launch",
	Source:    validate.Source{Shape: "Host", Member: "AvailabilityZone"},
	Code:      "ZonesMismatched",
	CodeBasis: validate.Documented,
	Given:     []string{"Placement.HostId"},
	Reads:     []string{"Placement.AvailabilityZone", "SubnetId"},
	Asks:      []validate.Asked{validate.Host, validate.Subnet},
	Check: func(p *validate.Pass) {
		found := host(p)
		if found == nil || found.AvailabilityZone == nil {
			return
		}
		if zone := p.Input.Placement.AvailabilityZone; zone != nil && *zone != "" && *zone != *found.AvailabilityZone {
			p.Conflictf("Placement.HostId", []string{"Placement.AvailabilityZone"}, "must lie in the zone of the launch, and is in %s", *found.AvailabilityZone)
			return
		}
		if id := p.Input.SubnetId; id != nil {
			if subnet := validate.Subnet.Named(p, id); subnet != nil && subnet.AvailabilityZone != nil && *subnet.AvailabilityZone != *found.AvailabilityZone {
				p.Conflictf("Placement.HostId", []string{"SubnetId"}, "must lie in the zone of the subnet, and is in %s", *found.AvailabilityZone)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0",` +
				`"AvailabilityZone":"us-east-1a"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
		},
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0","AvailabilityZone":""}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0",` +
				`"AvailabilityZone":"us-east-1b"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
			At:      "Placement.HostId",
		},
		{
			Spec: `{"SubnetId":"subnet-0123456789abcdef0","Placement":{"Tenancy":"host",` +
				`"HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}},"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1b"}}}`,
			At:      "Placement.HostId",
		},
	},
}

var placementHostStateUnsupported = &validate.Rule{
	ID:       "placement-host-state-unsupported",
	Summary:  "the Dedicated Host should be available",
	Source:   validate.Source{Shape: "Host", Member: "State"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidHostState",
	Given:    []string{"Placement.HostId"},
	Asks:     []validate.Asked{validate.Host},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		found := host(p)
		if found == nil {
			return
		}
		switch found.State {
		case types.AllocationStatePending, types.AllocationStateUnderAssessment:
			p.Reportf("Placement.HostId", "should be available, and is %s", found.State)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"State":"available"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"State":"under-assessment"}}}`,
			At:      "Placement.HostId",
		},
	},
}

var placementHostLimit = &validate.Rule{
	ID:        "placement-host-limit",
	Summary:   "the Dedicated Host should have room for the instances that must launch",
	Source:    validate.Source{Shape: "AvailableCapacity", Member: "AvailableInstanceCapacity"},
	Severity:  validate.SeverityWarning,
	Code:      "InsufficientCapacityOnHost",
	CodeBasis: validate.Observed,
	Given:     []string{"Placement.HostId"},
	Reads:     []string{"InstanceType", "MinCount"},
	Asks:      []validate.Asked{validate.Host},
	Age:       validate.Moving,
	Check: func(p *validate.Pass) {
		found := host(p)
		if found == nil || found.AvailableCapacity == nil || p.Input.MinCount == nil {
			return
		}
		for _, c := range found.AvailableCapacity.AvailableInstanceCapacity {
			if c.InstanceType != nil && *c.InstanceType == string(p.Input.InstanceType) && c.AvailableCapacity != nil && *c.AvailableCapacity < *p.Input.MinCount {
				p.Conflictf("Placement.HostId", []string{"MinCount"}, "should have room for MinCount instances of %s, and has for %d", p.Input.InstanceType, *c.AvailableCapacity)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"AvailableCapacity":{"AvailableInstanceCapacity":[{"InstanceType":"m5.large","AvailableCapacity":1},{"InstanceType":"m5.xlarge","AvailableCapacity":0}]}}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"AvailableCapacity":{"AvailableInstanceCapacity":[{"InstanceType":"m5.large","AvailableCapacity":0}]}}}}`,
			At:      "Placement.HostId",
		},
	},
}

var placementHostImageUnsupported = &validate.Rule{
	ID:       "placement-host-image-unsupported",
	Summary:  "the image should not be one with a licence of Red Hat, SUSE or SQL Server from AWS on a Dedicated Host",
	Reading:  "High-memory types take such images.",
	Source:   validate.Source{Guide: "dedicated-hosts-overview"},
	Severity: validate.SeverityWarning,
	Code:     "UnsupportedHostConfiguration",
	Given:    []string{"Placement.Tenancy"},
	Reads:    []string{"ImageId", "InstanceType"},
	Asks:     []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		if p.Input.Placement.Tenancy != types.TenancyHost || p.Input.ImageId == nil {
			return
		}
		found := validate.Image.Named(p, p.Input.ImageId)
		if found == nil || found.PlatformDetails == nil || found.ImageOwnerAlias == nil || *found.ImageOwnerAlias != "amazon" && *found.ImageOwnerAlias != "aws-marketplace" {
			return
		}
		for _, vendor := range [...]string{"Red Hat", "SUSE", "SQL Server"} {
			if strings.Contains(*found.PlatformDetails, vendor) && !highMemory(p.Input.InstanceType) {
				p.Conflictf("Placement.Tenancy", []string{"ImageId"}, "should not be host for this image of AWS, which has %s: bring an image with your own licence", *found.PlatformDetails)
				return
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"host"}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"PlatformDetails":"Linux/UNIX","ImageOwnerAlias":"amazon"}}}`,
		},
		{
			Spec:    `{"Placement":{"Tenancy":"host"}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"PlatformDetails":"SUSE Linux"}}}`,
		},
		{
			Spec:    `{"InstanceType":"u-6tb1.metal","Placement":{"Tenancy":"host"}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"PlatformDetails":"SUSE Linux","ImageOwnerAlias":"amazon"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"host"}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"PlatformDetails":"SUSE Linux","ImageOwnerAlias":"amazon"}}}`,
			At:      "Placement.Tenancy",
		},
	},
}

// highMemory reports whether a type is a u-*tb1.metal.
func highMemory(t types.InstanceType) bool {
	return strings.HasPrefix(string(t), "u-") && strings.HasSuffix(string(t), "tb1.metal")
}

var placementHostAutoLimit = &validate.Rule{
	ID:        "placement-host-auto-limit",
	Summary:   "a launch on any Dedicated Host should find one that takes it",
	Reading:   "Hosts that another account shares may not be in the answer.",
	Source:    validate.Source{Shape: "Host", Member: "AutoPlacement"},
	Severity:  validate.SeverityWarning,
	Code:      "InsufficientHostCapacity",
	CodeBasis: validate.Observed,
	Given:     []string{"Placement.Tenancy"},
	Reads:     []string{"Placement.HostId", "Placement.HostResourceGroupArn", "InstanceType", "Placement.AvailabilityZone"},
	Asks:      []validate.Asked{validate.AutoPlacement},
	Age:       validate.Moving,
	Check: func(p *validate.Pass) {
		place := p.Input.Placement
		if place.Tenancy != types.TenancyHost || place.HostId != nil || place.HostResourceGroupArn != nil {
			return
		}
		if hosts, _ := validate.AutoPlacement.Of(p, ""); hosts != nil && !slices.ContainsFunc(*hosts, func(h types.Host) bool { return takes(h, p.Input) }) {
			p.Conflictf("Placement.Tenancy", []string{"InstanceType"}, "should go with a host: the account has none with auto-placement that takes %s here", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"Tenancy":"host","AvailabilityZone":"us-east-1a"}}`,
			Account: `{"AutoPlacement":{"":[{"AvailabilityZone":"us-east-1a","HostProperties":{"InstanceFamily":"m5"}}]}}`,
		},
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"Tenancy":"host"}}`,
			Account: `{"AutoPlacement":{"":[{"AvailabilityZone":"us-east-1a"}]}}`,
		},
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"AutoPlacement":{"":[]}}`,
		},
		{
			Spec:    `{"Placement":{"Tenancy":"host","HostResourceGroupArn":"arn:aws:resource-groups:us-east-1:111122223333:group/hosts"}}`,
			Account: `{"AutoPlacement":{"":[]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"Tenancy":"host"}}`,
			Account: `{"AutoPlacement":{"":[]}}`,
			At:      "Placement.Tenancy",
		},
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"Tenancy":"host","AvailabilityZone":"us-east-1b"}}`,
			Account: `{"AutoPlacement":{"":[{"AvailabilityZone":"us-east-1a","HostProperties":{"InstanceFamily":"m5"}}]}}`,
			At:      "Placement.Tenancy",
		},
		{
			Spec:    `{"InstanceType":"m5.large","Placement":{"Tenancy":"host"}}`,
			Account: `{"AutoPlacement":{"":[{"HostProperties":{"InstanceType":"c5.large"}}]}}`,
			At:      "Placement.Tenancy",
		},
	},
}

// takes reports whether a host may take the launch, as far as is known.
func takes(h types.Host, in *ec2.RunInstancesInput) bool {
	if zone := in.Placement.AvailabilityZone; zone != nil && *zone != "" && h.AvailabilityZone != nil && *h.AvailabilityZone != *zone {
		return false
	}
	if h.HostProperties == nil || in.InstanceType == "" {
		return true
	}
	if only := h.HostProperties.InstanceType; only != nil && *only != "" {
		return *only == string(in.InstanceType)
	}
	family, _, _ := strings.Cut(string(in.InstanceType), ".")
	return h.HostProperties.InstanceFamily == nil || *h.HostProperties.InstanceFamily == family
}
