package answer_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// launchAgainst stands for code that calls EC2, which answers with a fault.
func launchAgainst(fault launchtest.Fault) error {
	srv := launchtest.New()
	defer srv.Close()
	srv.Fail("RunInstances", fault)
	_, err := srv.Client(once).RunInstances(context.Background(), request())
	return err
}

// A program goes by the class, and shows people what to do.
func Example() {
	err := launchAgainst(launchtest.Refuse(400, "VcpuLimitExceeded", "You have requested more vCPU capacity …"))

	switch a := answer.Of(err); a.Class {
	case answer.Capacity:
		fmt.Println("try elsewhere")
	case answer.Quota, answer.Auth, answer.InvalidRequest:
		fmt.Println(a.Code)
		fmt.Println(a.Action)
	}
	// Output:
	// VcpuLimitExceeded
	// Stop launching; free instances or have the quota raised, or use an instance type that counts towards another quota under a new client token.
}

func ExampleOf() {
	a := answer.Of(launchAgainst(launchtest.Refuse(500, "InsufficientInstanceCapacity", "We currently do not have …")))
	fmt.Println(a.Class, a.Status, a.OtherZone, a.OtherType)

	// The answer is lost, or EC2 did not write it.
	for _, fault := range []launchtest.Fault{launchtest.Disconnect(), launchtest.Answer(503, "text/html", "<html>")} {
		a := answer.Of(launchAgainst(fault))
		fmt.Println(a.Class, a.Status, a.Answered, a.Instances)
	}
	// Output:
	// capacity 500 true true
	// transient 0 false unknown
	// transient 503 false unknown
}

// Only a definite refusal leaves nothing behind.
func ExampleAnswer_Refused() {
	for _, fault := range []launchtest.Fault{
		launchtest.Refuse(400, "InvalidParameterValue", "Value (x) for …"),
		launchtest.Refuse(400, "RequestTimeout", "…"),
		launchtest.Answer(403, "text/html", "<html><body>blocked by proxy</body></html>"),
		launchtest.ExecuteThen(launchtest.Disconnect()),
	} {
		a := answer.Of(launchAgainst(fault))
		fmt.Println(a.Refused(), a.Instances, a.Class)
	}
	// Output:
	// true none invalid-request
	// false unknown transient
	// false unknown invalid-request
	// false unknown transient
}

func ExampleAnswer_String() {
	err := launchAgainst(launchtest.Refuse(403, "UnauthorizedOperation", "Encoded authorization failure message: …"))
	fmt.Println(answer.Of(err))
	// Output:
	// auth: UnauthorizedOperation, status 403, request "00000000-0000-4000-8000-000000000001"
}

// The answer to CreateFleet carries codes without an error.
func ExampleOfCode() {
	for _, e := range []types.CreateFleetError{
		{ErrorCode: new("InsufficientInstanceCapacity")},
		{ErrorCode: new("InvalidSubnetID.NotFound")},
		{ErrorCode: new("InvalidGadget.NotFound")}, // not in the dictionary: its form tells
	} {
		m := answer.OfCode(*e.ErrorCode)
		fmt.Println(m.Known, m.Class, m.Retry, m.EventuallyConsistent)
	}
	// Output:
	// true capacity true false
	// true not-ready true true
	// false not-ready true true
}

// An instance that ended while it was starting says why.
func ExampleOfReason() {
	reason := types.StateReason{
		Code:    new("Client.InternalError"),
		Message: new("Client.InternalError: Client error on launch"),
	}
	r := answer.OfReason(*reason.Code)
	fmt.Println(r.Class, r.LaunchFailed, r.Relaunch)
	fmt.Println(r.Note)
	// Output:
	// invalid-request true false
	// Mostly an encrypted volume whose KMS key the caller or the service role may not use.
}

func ExampleAll() {
	classes := map[answer.Class]int{}
	for m := range answer.All() {
		if m.Known {
			classes[m.Class]++
		}
	}
	fmt.Println(classes[answer.Capacity], "codes say that capacity is lacking,", classes[answer.Throttling], "that requests are too many")
	// Output:
	// 19 codes say that capacity is lacking, 16 that requests are too many
}

func ExampleReasons() {
	for r := range answer.Reasons() {
		if r.LaunchFailed {
			fmt.Println(r.Code)
		}
	}
	// Output:
	// Client.InternalError
	// Client.InvalidSnapshot.NotFound
	// Client.VolumeLimitExceeded
	// Server.InsufficientInstanceCapacity
	// Server.InternalError
}

// IAM shows a new instance profile to EC2 after a while.
func ExampleInstanceProfileMissing() {
	const justCreated = true
	err := launchAgainst(launchtest.Refuse(400, "InvalidParameterValue",
		"Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"))
	if justCreated && answer.InstanceProfileMissing(err) {
		fmt.Println("wait, and send the same request again under the same client token")
	}
	// Output:
	// wait, and send the same request again under the same client token
}

func ExampleSpreadGroupFull() {
	err := launchAgainst(launchtest.Refuse(500, "InsufficientInstanceCapacity",
		"A spread placement group can have at most 7 running instances in an Availability Zone."))
	if answer.SpreadGroupFull(err) {
		fmt.Println("use another zone or group")
	}
	// Output:
	// use another zone or group
}

// Classes and what is known of instances are words in JSON.
func ExampleClass() {
	a := answer.Of(launchAgainst(launchtest.Refuse(503, "RequestLimitExceeded", "Request limit exceeded.")))
	json.NewEncoder(os.Stdout).Encode(map[string]any{"class": a.Class, "instances": a.Instances})

	var c answer.Class
	fmt.Println(json.Unmarshal([]byte(`"capacity"`), &c), c == answer.Capacity)
	// Output:
	// {"class":"throttling","instances":"none"}
	// <nil> true
}

func ExampleInstances() {
	mismatch := answer.Of(launchAgainst(launchtest.Refuse(400, "IdempotentParameterMismatch", "…")))
	fmt.Println(mismatch.Instances, answer.Of(errors.New("any other error")).Instances)
	// Output:
	// exist unknown
}
