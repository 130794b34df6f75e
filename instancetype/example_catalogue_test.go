package instancetype_test

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// The answers of today are kept in a file, and read from it tomorrow, with
// their date.
func ExampleFetch() {
	srv := launchtest.New(launchtest.Strict(), launchtest.Has(types.InstanceTypeInfo{
		InstanceType:         types.InstanceTypeM5Large,
		NitroEnclavesSupport: types.NitroEnclavesSupportSupported,
	}))
	defer srv.Close()
	client := ec2.NewFromConfig(srv.Config()) // of an account, in earnest
	fetched := 0
	progress := func(types int) { fetched = types }

	live, err := instancetype.Fetch(context.Background(), client, progress)
	if err != nil {
		fmt.Println(err)
		return
	}
	var file bytes.Buffer
	if err := instancetype.WriteSnapshot(&file, live.All()); err != nil {
		fmt.Println(err)
		return
	}
	kept, err := instancetype.ReadSnapshot(&file)
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := instancetype.Overlay(kept, instancetype.Embedded())
	info, _ := facts.Lookup(types.InstanceTypeM5Large)
	fmt.Println(kept.Len() == fetched, info.Type(), "runs enclaves:", info.Enclaves())
	// Output:
	// true m5.large runs enclaves: yes
}

// Answers that were recorded on another day say so.
func ExampleLive_Dated() {
	recorded := instancetype.FromDescribe([]types.InstanceTypeInfo{{
		InstanceType:         types.InstanceTypeM5Large,
		HibernationSupported: new(true),
	}}).Dated(time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC))
	info, _ := recorded.Lookup(types.InstanceTypeM5Large)
	fmt.Println(info.Hibernation(), info.Source(instancetype.FactHibernation).Date)
	fmt.Println(info.Known(instancetype.FactHibernation), info.Known(instancetype.FactEnclaves))
	// Output:
	// yes 2026-11-21
	// true false
}

// All types of a catalogue, in order.
func ExampleInfos() {
	facts := instancetype.FromDescribe([]types.InstanceTypeInfo{
		{InstanceType: "m5.2xlarge"}, {InstanceType: "m5.large"},
	})
	for info := range instancetype.Infos(facts) {
		fmt.Println(info.Type())
	}
	// Output:
	// m5.large
	// m5.2xlarge
}

// The names of all types that the library knows: here the bare metal ones of a
// family.
func ExampleTypes() {
	for t := range instancetype.Types() {
		if name, err := instancetype.ParseName(t); err == nil && name.Family == "m5" && name.Metal() {
			fmt.Println(t)
		}
	}
	// Output:
	// m5.metal
}

// How long a fact is good for.
func ExampleFact_Age() {
	for _, fact := range []instancetype.Fact{
		instancetype.FactArchitectures, instancetype.FactHibernation, instancetype.FactClockGHz,
	} {
		fmt.Println(fact, fact.Age())
	}
	// Output:
	// ProcessorInfo.SupportedArchitectures structural
	// HibernationSupported revised
	// ProcessorInfo.SustainedClockSpeedInGhz structural
}
