// Command guard launches with a client that refuses calls which break a rule.
package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
)

func main() {
	client := ec2.New(ec2.Options{Region: "us-east-1"}, launch.Guard)
	_, err := client.RunInstances(context.Background(), &ec2.RunInstancesInput{})
	fmt.Println(err)
}
