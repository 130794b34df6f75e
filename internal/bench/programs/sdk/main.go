// Command sdk launches with the SDK alone.
package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

func main() {
	client := ec2.New(ec2.Options{Region: "us-east-1"})
	_, err := client.RunInstances(context.Background(), &ec2.RunInstancesInput{})
	fmt.Println(err)
}
