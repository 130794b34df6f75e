package cloud

import (
	"net/url"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// version is the only version of the EC2 API there is.
const version = "2016-11-15"

// Perform does what a request asks and returns the action and the SDK's output
// struct to answer it with, or an error with EC2's code.
func (g *Region) Perform(form url.Values) (action string, output any, err error) {
	if v := form.Get("Version"); v != version {
		return "", nil, wire.Refuse("NoSuchVersion", "The API version %q is not known; want %s", wire.Clip(v), version)
	}
	action = form.Get("Action")
	if action == "" {
		return "", nil, wire.Refuse("MissingAction", "The request must contain the parameter Action")
	}
	operate := operation(action)
	if operate == nil {
		return "", nil, wire.Refuse("InvalidAction", "launchtest does not serve %s; Server.Handle can", wire.Clip(action))
	}
	output, err = operate(g, action, form)
	return action, output, err
}

// operation returns what serves an action, and nil for one that is not served.
func operation(action string) func(*Region, string, url.Values) (any, error) {
	switch action {
	case "RunInstances":
		return func(g *Region, action string, form url.Values) (any, error) {
			return serve(func(g *Region, in *ec2.RunInstancesInput) (*ec2.RunInstancesOutput, error) {
				return g.runInstances(in, form)
			})(g, action, form)
		}
	case "CancelSpotInstanceRequests":
		return serve((*Region).cancelSpotInstanceRequests)
	case "CreateFleet":
		return func(g *Region, action string, form url.Values) (any, error) {
			return serve(func(g *Region, in *ec2.CreateFleetInput) (*ec2.CreateFleetOutput, error) {
				return g.createFleet(in, form)
			})(g, action, form)
		}
	case "CreateLaunchTemplate":
		return serve((*Region).createLaunchTemplate)
	case "CreateLaunchTemplateVersion":
		return serve((*Region).createLaunchTemplateVersion)
	case "CreateTags":
		return serve((*Region).createTags)
	case "DeleteFleets":
		return serve((*Region).deleteFleets)
	case "DeleteLaunchTemplate":
		return serve((*Region).deleteLaunchTemplate)
	case "DeleteTags":
		return serve((*Region).deleteTags)
	case "DescribeAccountAttributes":
		return serve((*Region).describeAccountAttributes)
	case "DescribeAvailabilityZones":
		return serve((*Region).describeAvailabilityZones)
	case "DescribeCapacityReservations":
		return serve((*Region).describeCapacityReservations)
	case "DescribeFastSnapshotRestores":
		return serve((*Region).describeFastSnapshotRestores)
	case "DescribeFleetInstances":
		return serve((*Region).describeFleetInstances)
	case "DescribeFleets":
		return serve((*Region).describeFleets)
	case "DescribeHosts":
		return serve((*Region).describeHosts)
	case "DescribeImages":
		return serve((*Region).describeImages)
	case "DescribeInstanceAttribute":
		return serve((*Region).describeInstanceAttribute)
	case "DescribeInstanceStatus":
		return serve((*Region).describeInstanceStatus)
	case "DescribeInstanceTypeOfferings":
		return serve((*Region).describeInstanceTypeOfferings)
	case "DescribeInstanceTypes":
		return serve((*Region).describeInstanceTypes)
	case "DescribeInstances":
		return serve((*Region).describeInstances)
	case "DescribeKeyPairs":
		return serve((*Region).describeKeyPairs)
	case "DescribeLaunchTemplateVersions":
		return serve((*Region).describeLaunchTemplateVersions)
	case "DescribeLaunchTemplates":
		return serve((*Region).describeLaunchTemplates)
	case "DescribeNetworkInterfaces":
		return serve((*Region).describeNetworkInterfaces)
	case "DescribePlacementGroups":
		return serve((*Region).describePlacementGroups)
	case "DescribeRegions":
		return serve((*Region).describeRegions)
	case "DescribeSecondarySubnets":
		return serve((*Region).describeSecondarySubnets)
	case "DescribeSecurityGroupVpcAssociations":
		return serve((*Region).describeSecurityGroupVPCAssociations)
	case "DescribeSecurityGroups":
		return serve((*Region).describeSecurityGroups)
	case "DescribeSnapshots":
		return serve((*Region).describeSnapshots)
	case "DescribeSpotInstanceRequests":
		return serve((*Region).describeSpotInstanceRequests)
	case "DescribeSpotPriceHistory":
		return serve((*Region).describeSpotPriceHistory)
	case "DescribeSubnets":
		return serve((*Region).describeSubnets)
	case "DescribeTags":
		return serve((*Region).describeTags)
	case "DescribeVolumes":
		return serve((*Region).describeVolumes)
	case "DescribeVpcs":
		return serve((*Region).describeVPCs)
	case "GetAllowedImagesSettings":
		return serve((*Region).getAllowedImagesSettings)
	case "GetEbsEncryptionByDefault":
		return serve((*Region).getEBSEncryptionByDefault)
	case "GetInstanceMetadataDefaults":
		return serve((*Region).getInstanceMetadataDefaults)
	case "ModifyInstanceAttribute":
		return serve((*Region).modifyInstanceAttribute)
	case "RebootInstances":
		return serve((*Region).rebootInstances)
	case "StartInstances":
		return serve((*Region).startInstances)
	case "StopInstances":
		return serve((*Region).stopInstances)
	case "TerminateInstances":
		return serve((*Region).terminateInstances)
	}
	return nil
}

// serve returns what reads a request, admits it, has it judged and has it done.
func serve[In, Out any](do func(*Region, *In) (*Out, error)) func(*Region, string, url.Values) (any, error) {
	return func(g *Region, action string, form url.Values) (any, error) {
		in := new(In)
		malformed := wire.Decode(form, action, in, g.Lenient)
		g.mu.Lock()
		defer g.mu.Unlock()
		if err := g.admit(form); err != nil {
			return nil, err
		}
		if malformed != nil {
			return nil, malformed
		}
		if err := g.judge(in); err != nil {
			return nil, err
		}
		out, err := do(g, in)
		if err != nil {
			return nil, err
		}
		return out, nil
	}
}
