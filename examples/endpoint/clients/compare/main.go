// Command compare encodes the same RunInstances requests with the AWS SDKs for
// Go, Python and JavaScript and fails where what they send differs:
//
//	compare python3 encode.py
//	compare node encode.mjs
//
// The requests are every good example of the rules and 200 made at random, with
// whatever members there are. An encoder reads them as lines of JSON.
//
// One difference is known and left out: a member that holds an empty enumeration
// is nothing to the SDK for Go, while the others send it as an empty parameter.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/url"
	"os"
	"os/exec"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("compare: ")
	if len(os.Args) < 2 {
		log.Fatal("want the command of an encoder")
	}
	n, err := compare(os.Args[1], os.Args[2:]...)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d requests are the same on the wire from Go and from %s\n", n, os.Args[1])
}

// encoded is what an encoder writes for a request.
type encoded struct {
	Form    string
	Request json.RawMessage // what it encoded, where it lacks members of what it was asked to
}

// compare returns how many requests an encoder sends as Go does.
func compare(command string, args ...string) (int, error) {
	requests, err := requests()
	if err != nil {
		return 0, err
	}
	var lines bytes.Buffer
	for _, in := range requests {
		line, err := clijson.Encode(in, clijson.RevealBase64())
		if err != nil {
			return 0, err
		}
		fmt.Fprintf(&lines, "%s\n", line)
	}
	encoder := exec.Command(command, args...)
	encoder.Stdin, encoder.Stderr = &lines, os.Stderr
	out, err := encoder.Output()
	if err != nil {
		return 0, err
	}
	answers := bufio.NewScanner(bytes.NewReader(out))
	answers.Buffer(nil, 1<<20)
	n := 0
	for ; answers.Scan(); n++ {
		if n == len(requests) {
			return 0, fmt.Errorf("more than %d answers", n)
		}
		var answer encoded
		if err := json.Unmarshal(answers.Bytes(), &answer); err != nil {
			return 0, err
		}
		if err := same(requests[n], answer); err != nil {
			return 0, err
		}
	}
	if n < len(requests) {
		return 0, fmt.Errorf("%d requests, but %d answers", len(requests), n)
	}
	return n, answers.Err()
}

// same returns an error unless Go sends a request as the encoder does.
func same(in *ec2.RunInstancesInput, answer encoded) error {
	if answer.Request != nil {
		in = new(ec2.RunInstancesInput)
		if err := clijson.DecodeFragment(in, bytes.NewReader(answer.Request), clijson.Base64UserData()); err != nil {
			return err
		}
	}
	want, err := send(in)
	if err != nil {
		return err
	}
	got, err := url.ParseQuery(answer.Form)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(want, got) {
		return fmt.Errorf("different on the wire (-Go +other):\n%s", cmp.Diff(want, got))
	}
	return nil
}
