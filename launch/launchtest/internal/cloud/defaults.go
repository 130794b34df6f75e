package cloud

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// getEBSEncryptionByDefault serves GetEbsEncryptionByDefault: it is off.
func (g *Region) getEBSEncryptionByDefault(in *ec2.GetEbsEncryptionByDefaultInput) (*ec2.GetEbsEncryptionByDefaultOutput, error) {
	return &ec2.GetEbsEncryptionByDefaultOutput{EbsEncryptionByDefault: new(false), SseType: types.SSETypeNone}, dry(in.DryRun)
}

// getAllowedImagesSettings serves GetAllowedImagesSettings: all images are
// allowed.
func (g *Region) getAllowedImagesSettings(in *ec2.GetAllowedImagesSettingsInput) (*ec2.GetAllowedImagesSettingsOutput, error) {
	return &ec2.GetAllowedImagesSettingsOutput{State: new("disabled"), ManagedBy: types.ManagedByAccount}, dry(in.DryRun)
}

// getInstanceMetadataDefaults serves GetInstanceMetadataDefaults: the account
// has no preference.
func (g *Region) getInstanceMetadataDefaults(in *ec2.GetInstanceMetadataDefaultsInput) (*ec2.GetInstanceMetadataDefaultsOutput, error) {
	return &ec2.GetInstanceMetadataDefaultsOutput{AccountLevel: &types.InstanceMetadataDefaultsResponse{}}, dry(in.DryRun)
}

// describeAccountAttributes serves DescribeAccountAttributes.
func (g *Region) describeAccountAttributes(in *ec2.DescribeAccountAttributesInput) (*ec2.DescribeAccountAttributesOutput, error) {
	vpc := defaultVPC
	if g.Resources.NoDefaultVPC {
		vpc = "none"
	}
	out := new(ec2.DescribeAccountAttributesOutput)
	for _, attribute := range [][2]string{
		{"supported-platforms", "VPC"},
		{"vpc-max-security-groups-per-interface", "5"},
		{"max-elastic-ips", "5"},
		{"max-instances", "20"},
		{"vpc-max-elastic-ips", "5"},
		{"default-vpc", vpc},
	} {
		if len(in.AttributeNames) == 0 || slices.Contains(in.AttributeNames, types.AccountAttributeName(attribute[0])) {
			out.AccountAttributes = append(out.AccountAttributes, types.AccountAttribute{
				AttributeName: &attribute[0], AttributeValues: []types.AccountAttributeValue{{AttributeValue: &attribute[1]}},
			})
		}
	}
	return out, dry(in.DryRun)
}

// describeRegions serves DescribeRegions: the Regions of the partition of the one
// that is played.
func (g *Region) describeRegions(in *ec2.DescribeRegionsInput) (*ec2.DescribeRegionsOutput, error) {
	for _, name := range in.RegionNames {
		if !g.KnowsRegion(name) {
			return nil, wire.Refuse("InvalidParameterValue", "Invalid region names: [%s]", wire.Clip(name))
		}
	}
	filters, err := compile[types.Region](in.Filters, "DescribeRegions")
	if err != nil {
		return nil, err
	}
	names := regions
	if !slices.Contains(names, g.Settings.Region) {
		names = append(slices.Clone(names), g.Settings.Region)
	}
	out := new(ec2.DescribeRegionsOutput)
	for _, name := range names {
		region := types.Region{RegionName: &name, Endpoint: new("ec2." + name + ".amazonaws.com"), OptInStatus: new("opt-in-not-required")}
		asked := len(in.RegionNames) == 0 || slices.Contains(in.RegionNames, name)
		if asked && partition(name) == partition(g.Settings.Region) && filters.match(&region) {
			out.Regions = append(out.Regions, region)
		}
	}
	return out, dry(in.DryRun)
}

// partition returns which of AWS's partitions a Region is in.
func partition(region string) string {
	for _, prefix := range []string{"cn-", "us-gov-", "eusc-", "us-iso"} {
		if strings.HasPrefix(region, prefix) {
			return prefix
		}
	}
	return "aws"
}
