package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// answers are what the AWS CLI prints, and the name of the file: one answer of
// DescribeInstanceTypes, or several in a row.
type answers struct {
	name string
	text []byte
}

// read returns the types in the answers.
func (a answers) read() (iter.Seq[instancetype.Info], error) {
	var all []types.InstanceTypeInfo
	for d := json.NewDecoder(bytes.NewReader(a.text)); ; {
		var answer struct{ InstanceTypes []types.InstanceTypeInfo }
		if err := d.Decode(&answer); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("want the output of aws ec2 describe-instance-types --output json: %w", err)
		}
		all = append(all, answer.InstanceTypes...)
	}
	if len(all) == 0 {
		return nil, errors.New("no InstanceTypes in it: want the output of aws ec2 describe-instance-types --output " +
			"json")
	}
	live := instancetype.FromDescribe(all)
	for _, answer := range all {
		if err := checkNames(live, answer); err != nil {
			return nil, fmt.Errorf("%s: %w", answer.InstanceType, err)
		}
	}
	return live.All(), nil
}

// checkNames looks for names that the package does not know, and so has left
// out: recorded without them, the fact would read as no as soon as it does.
func checkNames(live *instancetype.Live, answer types.InstanceTypeInfo) error {
	info, _ := live.Lookup(answer.InstanceType)
	for f := firstSet; f < firstText; f++ {
		for name := range namesAt(reflect.ValueOf(answer), f.String()) {
			if !strings.Contains(info.Value(f), strconv.Quote(name)) {
				return fmt.Errorf("%s: %q is not known: update service/ec2 and run without -describe first", f, name)
			}
		}
	}
	return nil
}

// namesAt yields the strings of the member of v that the path leads to, none if
// it is not set.
func namesAt(v reflect.Value, path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		at := v
		for member := range strings.SplitSeq(path, ".") {
			if at = reflect.Indirect(at); !at.IsValid() {
				return
			}
			at = at.FieldByName(member)
		}
		if at.Kind() == reflect.String {
			if at.Len() > 0 {
				yield(at.String())
			}
			return
		}
		for _, name := range at.Seq2() {
			if !yield(name.String()) {
				return
			}
		}
	}
}
