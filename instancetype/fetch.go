package instancetype

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Fetch asks EC2 for every instance type of the client's Region, page by page,
// and returns the answers as a catalogue. It needs the permission
// ec2:DescribeInstanceTypes. An [ec2.Client] is a client.
//
// After each page it calls progress, unless nil, with the number of types so
// far. An error tells how far it came; what came before it is dropped, for half
// a Region would read as a whole one.
func Fetch(ctx context.Context, client ec2.DescribeInstanceTypesAPIClient, progress func(types int)) (*Live, error) {
	pages := ec2.NewDescribeInstanceTypesPaginator(client, &ec2.DescribeInstanceTypesInput{},
		func(o *ec2.DescribeInstanceTypesPaginatorOptions) { o.Limit, o.StopOnDuplicateToken = 100, true })
	var answers []types.InstanceTypeInfo
	next := ""
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return nil, fmt.Errorf("fetching instance types, after %d: %w", len(answers), err)
		}
		answers = append(answers, page.InstanceTypes...)
		if progress != nil {
			progress(len(answers))
		}
		next = value(page.NextToken)
	}
	if next != "" { // the paginator stops at a token that it has just used
		return nil, fmt.Errorf("fetching instance types, after %d: EC2 gave the same page token twice", len(answers))
	}
	return FromDescribe(answers), nil
}
