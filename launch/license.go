package launch

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// License adds a licence configuration by its ARN. See the rule
// license-arn-format.
func (b Builder) License(arn string) Builder {
	license := types.LicenseConfigurationRequest{LicenseConfigurationArn: new(arn)}
	b.in.LicenseSpecifications = append(slices.Clip(b.in.LicenseSpecifications), license)
	return b
}
