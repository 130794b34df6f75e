package main

import (
	"context"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/validate"
)

// A judge reports on the input of a call.
type judge func(call any) (validate.Report, error)

// offline judges by the rules alone.
func offline(v *validate.Validator) judge {
	return func(call any) (validate.Report, error) {
		report, _ := v.CheckCall(call)
		return report, nil
	}
}

// live also asks the account of the ambient AWS configuration what a launch
// names. Other calls are judged by the rules alone.
func live(ctx context.Context, v *validate.Validator, stderr io.Writer) (judge, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return asking(ctx, v, ec2.NewFromConfig(cfg), stderr), nil
}

// asking judges with the account behind a client, and tells what could not be
// read of it.
func asking(ctx context.Context, v *validate.Validator, client account.API, stderr io.Writer) judge {
	return func(call any) (validate.Report, error) {
		in, ok := call.(*ec2.RunInstancesInput)
		if !ok {
			return offline(v)(call)
		}
		snapshot, err := account.Fetch(ctx, client, account.Raw(in))
		if err != nil {
			return validate.Report{}, fmt.Errorf("the account cannot be asked: %w", err)
		}
		for _, unread := range snapshot.Unread() {
			fmt.Fprintln(stderr, "preflight: unknown:", unread)
		}
		return account.Check(v, snapshot, account.Raw(in)), nil
	}
}
