package instancetype

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
)

// pages answers each call with its next page, and with an error where a page is
// nil.
type pages struct {
	list  [][]types.InstanceTypeInfo
	calls []string // the tokens that were asked with
}

var errThrottled = errors.New("RequestLimitExceeded")

func (p *pages) DescribeInstanceTypes(ctx context.Context, in *ec2.DescribeInstanceTypesInput, _ ...func(*ec2.Options)) (*ec2.DescribeInstanceTypesOutput, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	n := len(p.calls)
	token := ""
	if in.NextToken != nil {
		token = *in.NextToken
	}
	p.calls = append(p.calls, token)
	if p.list[n] == nil {
		return nil, errThrottled
	}
	out := &ec2.DescribeInstanceTypesOutput{InstanceTypes: p.list[n]}
	if n+1 < len(p.list) {
		out.NextToken = new(strings.Repeat("t", n+1))
	}
	return out, nil
}

func TestFetchFollowsAllPages(t *testing.T) {
	client := &pages{list: [][]types.InstanceTypeInfo{
		{wholeAnswer("m5.large"), wholeAnswer("m5.xlarge")},
		{}, // a page may be empty and not be the last
		{wholeAnswer("c5.large")},
	}}
	var progress []int
	live, err := Fetch(t.Context(), client, func(n int) { progress = append(progress, n) })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"", "t", "tt"}, client.calls); diff != "" {
		t.Errorf("tokens (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]int{2, 2, 3}, progress); diff != "" {
		t.Errorf("progress (-want +got)\n%s", diff)
	}
	if live.Len() != 3 {
		t.Errorf("%d types, want 3", live.Len())
	}
	info, _ := live.Lookup("c5.large")
	if s := info.Source(FactAMDSEVSNP); !s.Live {
		t.Errorf("source is %v, want a live one", s)
	}
}

// circle answers every call with the same page and the same token.
type circle struct{}

func (circle) DescribeInstanceTypes(context.Context, *ec2.DescribeInstanceTypesInput, ...func(*ec2.Options)) (*ec2.DescribeInstanceTypesOutput, error) {
	return &ec2.DescribeInstanceTypesOutput{InstanceTypes: []types.InstanceTypeInfo{wholeAnswer("m5.large")}, NextToken: new("t")}, nil
}

func TestFetchOfAPageThatComesAgain(t *testing.T) {
	live, err := Fetch(t.Context(), circle{}, nil)
	if live != nil || err == nil || err.Error() != "fetching instance types, after 2: EC2 gave the same page token twice" {
		t.Errorf("got %v, %v", live, err)
	}
}

func TestFetchReportsErrors(t *testing.T) {
	client := &pages{list: [][]types.InstanceTypeInfo{{wholeAnswer("m5.large")}, nil}}
	live, err := Fetch(t.Context(), client, nil)
	if live != nil || !errors.Is(err, errThrottled) || err.Error() != "fetching instance types, after 1: RequestLimitExceeded" {
		t.Errorf("got %v, %v", live, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Fetch(ctx, &pages{list: [][]types.InstanceTypeInfo{{}}}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}
