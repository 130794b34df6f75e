package launchtest

import (
	"encoding/base64"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// pageSizeFor returns the most instances to answer a request with; 0 is no limit.
func (g *region) pageSizeFor(in *ec2.DescribeInstancesInput) int {
	switch asked := int(aws.ToInt32(in.MaxResults)); {
	case len(in.InstanceIds) > 0:
		return 0
	case asked == 0 || g.pageSize == 0:
		return max(asked, g.pageSize)
	default:
		return min(asked, g.pageSize)
	}
}

// newPage returns the token for what comes after an instance.
func newPage(last *instance) string {
	return base64.RawURLEncoding.EncodeToString([]byte(last.InstanceID))
}

// parsePage returns the number of the instance that a token comes after.
func (g *region) parsePage(token string) (int, error) {
	id, err := base64.RawURLEncoding.DecodeString(token)
	if i, ok := g.byID[string(id)]; ok && err == nil {
		return i.number, nil
	}
	return 0, refusal("InvalidNextToken", "The token %q is not one that this endpoint gave out", clip(token))
}
