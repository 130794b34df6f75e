// Gen writes the embedded table of package instancetype from recorded facts.
//
//	go generate ./instancetype
//
// reads data/facts.jsonl, gives every type of the SDK's enumeration a line,
// fills and checks the network figures with those of
// amazon-vpc-resource-controller-k8s, and writes data/facts.jsonl and
// ../../table_gen.go. Without new input both stay as they are.
//
//	aws ec2 describe-instance-types --output json > answers.json
//	go -C instancetype/internal/gen run . -describe $PWD/answers.json
//
// lays answers of EC2 over the recorded facts first. A Region answers for the
// types that it offers, so the flag may be repeated, and a file may hold
// several answers one after the other; later ones stand. -date gives the day of
// the answers, if it is not today. After an update of service/ec2, run it
// without answers first: they are read with the names that the table knows.
//
// Where two sources disagree on what does not change with time, the run fails
// and writes nothing until a line of data/allow.txt says which is right and
// why.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

const (
	factsFile = "data/facts.jsonl"
	allowFile = "data/allow.txt"
	tableFile = "../../table_gen.go"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	var described []answers
	flag.Func("describe", "a `file` of answers of aws ec2 describe-instance-types --output json; may be repeated",
		func(name string) error {
			text, err := os.ReadFile(name)
			described = append(described, answers{name, text})
			return err
		})
	date := flag.String("date", time.Now().UTC().Format(time.DateOnly), "the `day` of the answers")
	flag.Parse()
	if flag.NArg() > 0 {
		log.Fatalf("unexpected argument %q: files are given with -describe", flag.Arg(0))
	}
	if _, ok := instancetype.Lookup(types.InstanceTypeM5Large); !ok && described != nil {
		log.Fatal("-describe needs the whole of package instancetype: run without it and the build tag first")
	}
	if err := run(described, *date); err != nil {
		log.Fatal(err)
	}
}

func run(described []answers, date string) error {
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return fmt.Errorf("-date %q: want a day such as 2026-08-02", date)
	}
	facts, err := os.ReadFile(factsFile)
	if err != nil {
		return err
	}
	allow, err := os.ReadFile(allowFile)
	if err != nil {
		return err
	}
	recorded, table, err := generate(facts, allow, described, date)
	if err != nil {
		return err
	}
	if err := os.WriteFile(factsFile, recorded, 0o644); err != nil {
		return err
	}
	return os.WriteFile(tableFile, table, 0o644)
}

// generate returns the new recorded facts and the table made of them.
func generate(facts, allow []byte, described []answers, date string) (recordedText, table []byte, err error) {
	r, err := readRecorded(facts)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", factsFile, err)
	}
	allowed, err := readAllowed(allow)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", allowFile, err)
	}
	if err := r.enumerate(); err != nil {
		return nil, nil, err
	}
	m := &merger{facts: r, allowed: allowed}
	for _, a := range described {
		if err := m.describe(a, date); err != nil {
			return nil, nil, err
		}
	}
	m.limits()
	if err := m.verdict(); err != nil {
		return nil, nil, err
	}
	if recordedText, err = r.write(); err != nil {
		return nil, nil, err
	}
	table, err = emit(r)
	return recordedText, table, err
}

// enumerate makes the types of the SDK's enumeration the keys: new ones have no
// facts yet.
func (r recorded) enumerate() error {
	listed := map[types.InstanceType]bool{}
	for _, t := range types.InstanceType("").Values() {
		listed[t] = true
		if r[t] == nil {
			log.Printf("%s is new: nothing is known of it without -describe", t)
			r[t] = map[instancetype.Fact]fact{}
		}
	}
	var errs []error
	for _, t := range r.types() {
		if !listed[t] {
			errs = append(errs, fmt.Errorf("%s is recorded, but not in the enumeration of service/ec2", t))
		}
	}
	return errors.Join(errs...)
}
