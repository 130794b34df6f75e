package launchtest

import (
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	smithytime "github.com/aws/smithy-go/time"
)

// accountID is the account that owns all instances: the placeholder of AWS's documentation.
const accountID = "111122223333"

// launch makes the instances of a request.
func (g *region) launch(in *ec2.RunInstancesInput, z zone, count int) *reservation {
	r := &reservation{id: g.newID("r")}
	now := g.now()
	for index := range count {
		i := g.newInstance(in, z, now)
		i.LaunchIndex = index
		i.reservation = r.id
		i.number = len(g.instances)
		r.instances = append(r.instances, i)
		g.instances = append(g.instances, i)
		g.byID[i.InstanceID] = i
	}
	return r
}

// newInstance makes one instance with what the request says about it.
func (g *region) newInstance(in *ec2.RunInstancesInput, z zone, now time.Time) *instance {
	i := &instance{
		zone:      z.name,
		protected: aws.ToBool(in.DisableApiTermination),
		born:      g.looks,
	}
	i.InstanceID = g.newID("i")
	i.ImageID = aws.ToString(in.ImageId)
	i.Type = in.InstanceType
	if i.Type == "" && in.LaunchTemplate == nil {
		i.Type = types.InstanceTypeM1Small // EC2's default
	}
	i.KeyName = aws.ToString(in.KeyName)
	i.ClientToken = aws.ToString(in.ClientToken)
	i.EBSOptimized = aws.ToBool(in.EbsOptimized)
	i.LaunchTime = smithytime.FormatDateTime(now)
	i.Placement = newPlacement(in.Placement, z)
	i.Monitoring = types.MonitoringStateDisabled
	if in.Monitoring != nil && aws.ToBool(in.Monitoring.Enabled) {
		i.Monitoring = types.MonitoringStatePending
	}
	if in.InstanceMarketOptions != nil {
		i.Lifecycle = types.InstanceLifecycleType(in.InstanceMarketOptions.MarketType)
	}
	i.IAMInstanceProfile = newProfile(in.IamInstanceProfile)
	i.Tags = instanceTags(in.TagSpecifications)
	g.attach(i, interfaces(in), z)
	for _, name := range in.SecurityGroups {
		i.Groups = append(i.Groups, groupXML{Name: name})
	}
	return i
}

// newPlacement says where an instance is.
func newPlacement(p *types.Placement, z zone) placementXML {
	placement := placementXML{Zone: z.name, ZoneID: z.id, Tenancy: types.TenancyDefault}
	if p == nil {
		return placement
	}
	placement.Affinity = aws.ToString(p.Affinity)
	placement.GroupID = aws.ToString(p.GroupId)
	placement.GroupName = aws.ToString(p.GroupName)
	placement.PartitionNumber = p.PartitionNumber
	placement.HostID = aws.ToString(p.HostId)
	if p.Tenancy != "" {
		placement.Tenancy = p.Tenancy
	}
	return placement
}

// newProfile returns the instance profile that a request names by its ARN or in the account by its name.
func newProfile(p *types.IamInstanceProfileSpecification) *profileXML {
	switch {
	case p == nil:
		return nil
	case aws.ToString(p.Arn) != "":
		return &profileXML{*p.Arn}
	}
	return &profileXML{"arn:aws:iam::" + accountID + ":instance-profile/" + aws.ToString(p.Name)}
}

// instanceTags returns the tags that a request gives its instances.
func instanceTags(specs []types.TagSpecification) []tagXML {
	var tags []tagXML
	for _, spec := range specs {
		if spec.ResourceType != types.ResourceTypeInstance {
			continue
		}
		for _, tag := range spec.Tags {
			tags = append(tags, tagXML{aws.ToString(tag.Key), aws.ToString(tag.Value)})
		}
	}
	return tags
}

// privateDNSName returns the name that EC2 gives a private IPv4 address in us-east-1.
func privateDNSName(address string) string {
	return "ip-" + strings.ReplaceAll(address, ".", "-") + ".ec2.internal"
}
