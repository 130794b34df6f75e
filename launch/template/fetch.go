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
func Fetch(
	ctx context.Context, client ec2.DescribeLaunchTemplateVersionsAPIClient, r Request,
) (*types.RequestLaunchTemplateData, error) {
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
	name := cmp.Or(aws.ToString(t.LaunchTemplateId), aws.ToString(t.LaunchTemplateName))
	version := cmp.Or(aws.ToString(t.Version), "$Default")
	pages := ec2.NewDescribeLaunchTemplateVersionsPaginator(client, &ec2.DescribeLaunchTemplateVersionsInput{
		LaunchTemplateId: t.LaunchTemplateId, LaunchTemplateName: t.LaunchTemplateName, Versions: []string{version},
	}, func(o *ec2.DescribeLaunchTemplateVersionsPaginatorOptions) { o.StopOnDuplicateToken = true })
	var found []types.LaunchTemplateVersion
	for pages.HasMorePages() && len(found) < 2 {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return nil, fmt.Errorf("template: version %.32q of %.64q cannot be read: %w", version, name, err)
		}
		found = append(found, page.LaunchTemplateVersions...)
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("template: EC2 did not answer with version %.32q of %.64q alone", version, name)
	}
	if found[0].LaunchTemplateData == nil {
		return nil, fmt.Errorf("template: EC2 answered with version %.32q of %.64q without its data", version, name)
	}
	return FromVersion(found[0].LaunchTemplateData), nil
}
