package main

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// randoms is the number of random requests: the same ones each time.
const randoms = 200

// requests returns the requests to compare.
func requests() ([]*ec2.RunInstancesInput, error) {
	var requests []*ec2.RunInstancesInput
	for _, rule := range launch.Rules() {
		if len(rule.On) > 0 {
			continue // Its examples are of other calls.
		}
		for _, x := range rule.Good {
			in, err := ruletest.Decode(x.Spec)
			if x.Base64 {
				in, err = decodeBase64(x.Spec)
			}
			if err != nil {
				return nil, fmt.Errorf("%s: %w", rule.ID, err)
			}
			requests = append(requests, in)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range randoms {
		requests = append(requests, random(r))
	}
	for n, in := range requests {
		if in.ClientToken == nil || *in.ClientToken == "" { // Each SDK would make one up.
			in.ClientToken = new(fmt.Sprint("token-", n))
		}
	}
	return requests, nil
}

func decodeBase64(spec string) (*ec2.RunInstancesInput, error) {
	in, err := ruletest.Decode("{}")
	if err != nil {
		return nil, err
	}
	return in, clijson.DecodeFragment(in, strings.NewReader(spec), clijson.Base64UserData())
}

// random returns a random request that the SDKs send: they insist on members
// such as Monitoring.Enabled.
func random(r *rand.Rand) *ec2.RunInstancesInput {
	for {
		in := new(ec2.RunInstancesInput)
		fill(r, reflect.ValueOf(in).Elem())
		in.MinCount, in.MaxCount = new(int32(1)), new(int32(2))
		in.UserData = new(base64.StdEncoding.EncodeToString([]byte(text(r))))
		if _, err := send(in); err == nil {
			return in
		}
	}
}

// fill sets about two members in three, and gives lists one to three items.
func fill(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(r, v.Elem())
	case reflect.Slice:
		n := 1 + r.IntN(3)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(r.Int64N(1<<32), 0).UTC()))
			return
		}
		set := 0
		for field, member := range v.Fields() {
			if field.IsExported() && r.IntN(3) > 0 {
				fill(r, member)
				set++
			}
		}
		if set == 0 {
			fill(r, v.Field(0)) // An empty structure would send nothing.
		}
	case reflect.String:
		v.SetString(text(r))
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	default:
		v.SetInt(r.Int64N(1 << 30))
	}
}

// text returns a text with characters that a form must escape.
func text(r *rand.Rand) string {
	letters := []rune("abcXYZ019 +&=%;:/?#[]@!$'()*,~-_.\"<>\\|^`{}äé日\n\t")
	t := make([]rune, 1+r.IntN(20))
	for i := range t {
		t[i] = letters[r.IntN(len(letters))]
	}
	return string(t)
}
