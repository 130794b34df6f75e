package template

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Fetch reads the version of the launch template that a request names, the
// default one where it names none, so that [Merge] can tell what it launches.
// It needs the permission ec2:DescribeLaunchTemplateVersions. An error of EC2,
// such as InvalidLaunchTemplateId.VersionNotFound, is wrapped.
//
// The data may change before the launch unless the request names a version by
// its number: $Latest and $Default are what they are at the time of the call.
func Fetch(ctx context.Context, client ec2.DescribeLaunchTemplateVersionsAPIClient, r Request) (*types.RequestLaunchTemplateData, error) {
	if isNil(client) {
		return nil, errors.New("template: there is no client")
	}
	in, err := inputOf(r)
	if err != nil {
		return nil, err
	}
	t := in.LaunchTemplate
	switch {
	case t == nil || aws.ToString(t.LaunchTemplateId)+aws.ToString(t.LaunchTemplateName) == "":
		return nil, errors.New("template: the request names no launch template; give LaunchTemplateId or LaunchTemplateName")
	case t.LaunchTemplateId != nil && t.LaunchTemplateName != nil:
		return nil, errors.New("template: the request names its launch template by ID and by name; keep one of the two")
	}
	name, version := cmp.Or(aws.ToString(t.LaunchTemplateId), aws.ToString(t.LaunchTemplateName)), cmp.Or(aws.ToString(t.Version), "$Default")
	out, err := client.DescribeLaunchTemplateVersions(ctx, &ec2.DescribeLaunchTemplateVersionsInput{
		LaunchTemplateId: t.LaunchTemplateId, LaunchTemplateName: t.LaunchTemplateName, Versions: []string{version},
	})
	if err != nil {
		return nil, fmt.Errorf("template: version %.32q of %.64q cannot be read: %w", version, name, err)
	}
	if out == nil || len(out.LaunchTemplateVersions) != 1 {
		return nil, fmt.Errorf("template: EC2 did not answer with version %.32q of %.64q alone", version, name)
	}
	data := out.LaunchTemplateVersions[0].LaunchTemplateData
	if data == nil {
		return nil, fmt.Errorf("template: EC2 answered with version %.32q of %.64q without its data", version, name)
	}
	return FromVersion(data), nil
}
