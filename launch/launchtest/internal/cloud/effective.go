package cloud

import "github.com/aws/aws-sdk-go-v2/service/ec2"

// effective returns the request that a request with a launch template stands
// for. Templates are kept but not merged: it is what the request says itself.
func (g *Region) effective(in *ec2.RunInstancesInput) (*ec2.RunInstancesInput, error) {
	return in, nil
}
