package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// described is what the describe commands of the AWS CLI print.
type described struct {
	CapacityReservations  []types.CapacityReservation
	Hosts                 []types.Host
	Images                []types.Image
	InstanceTypeOfferings []types.InstanceTypeOffering
	InstanceTypes         []types.InstanceTypeInfo
	KeyPairs              []types.KeyPairInfo
	NetworkInterfaces     []types.NetworkInterface
	PlacementGroups       []types.PlacementGroup
	SecurityGroups        []types.SecurityGroup
	Snapshots             []types.Snapshot
	Subnets               []types.Subnet
	Vpcs                  []types.Vpc
}

// has lists the options that give the account what a file describes, in one
// document of JSON or several.
func has(file string) ([]launchtest.Option, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	documents := json.NewDecoder(f)
	documents.DisallowUnknownFields()
	var opts []launchtest.Option
	for {
		var d described
		if err := documents.Decode(&d); errors.Is(err, io.EOF) {
			return opts, nil
		} else if err != nil {
			return nil, fmt.Errorf(`%s: %w; want what aws ec2 describe-images prints, {"Images": [{"ImageId": "ami-1"}]}`, file, err)
		}
		opts = append(opts,
			launchtest.Has(d.CapacityReservations...),
			launchtest.Has(d.Hosts...),
			launchtest.Has(d.Images...),
			launchtest.Has(d.InstanceTypeOfferings...),
			launchtest.Has(d.InstanceTypes...),
			launchtest.Has(d.KeyPairs...),
			launchtest.Has(d.NetworkInterfaces...),
			launchtest.Has(d.PlacementGroups...),
			launchtest.Has(d.SecurityGroups...),
			launchtest.Has(d.Snapshots...),
			launchtest.Has(d.Subnets...),
			launchtest.Has(d.Vpcs...),
		)
	}
}
