package policy_test

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// found is an account with two images, one of which full allows.
type found struct{}

func (found) Find(_, id string) (any, bool) {
	switch id {
	case "ami-0abcdef1234567890":
		return &types.Image{OwnerId: new("111122223333"), Name: new("al2023-ami-2023.9")}, true
	case "ami-0fedcba9876543210":
		return &types.Image{OwnerId: new("999999999999"), Name: new("mine")}, true
	}
	return nil, false
}

func (found) Read() (time.Time, bool) { return time.Time{}, true }
