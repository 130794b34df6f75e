package launch

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// choices makes a request out of arbitrary bytes.
type choices struct{ data []byte }

func (c *choices) next() byte {
	if len(c.data) == 0 {
		return 0
	}
	b := c.data[0]
	c.data = c.data[1:]
	return b
}

// texts and numbers are what members are filled with: what is right somewhere,
// and what is right nowhere.
var (
	texts = []string{
		"", "ami-0abcdef1234567890", "subnet-12345678", "sg-12345678", "snap-12345678", "eni-12345678", "gp3", "io2", "standard", "spot", "persistent", "stop",
		"host", "default", "enabled", "required", "efa", "interface", "m7i.large", "t3.micro", "mac2.metal", "instance", "volume", "/dev/sda1", "/dev/sdf", "ephemeral0",
		"10.0.0.1", "2001:db8::1", "10.0.0.16/28", "2001:db8::/80", "arn:aws:iam::111122223333:instance-profile/web", "0.05", "NaN", "aws:x", "Name", "$Latest",
		"\x00", "\xff\xfe", "\u212a", "::ffff:10.0.0.1", "fe80::1%eth0", "%s%n", "eA==", "not base64!", strings.Repeat("x", 300),
	}
	numbers = []int32{0, 1, 2, 3, 8, 64, 100, 3000, 16_000, 80_000, 65_536, -1, 1<<31 - 1, -1 << 31}
)

func (c *choices) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if c.next()%3 != 0 {
			v.Set(reflect.New(v.Type().Elem()))
			c.fill(v.Elem())
		}
	case reflect.Slice:
		n := int(c.next() % 4)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			c.fill(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(int64(c.next())<<30, 0).UTC()))
			return
		}
		for f, member := range v.Fields() {
			if f.IsExported() && (len(c.data) > 0 || member.Kind() == reflect.Struct) {
				c.fill(member)
			}
		}
	case reflect.String:
		v.SetString(texts[int(c.next())%len(texts)])
	case reflect.Int32:
		v.SetInt(int64(numbers[int(c.next())%len(numbers)]))
	case reflect.Bool:
		v.SetBool(c.next()%2 == 0)
	}
}

func (c *choices) request() *ec2.RunInstancesInput {
	in := new(ec2.RunInstancesInput)
	c.fill(reflect.ValueOf(in).Elem())
	return in
}

// variation is the minimal request with some members more, which EC2 may well
// accept.
func (c *choices) variation() *ec2.RunInstancesInput {
	in, paths := minimal(), members.Paths()
	for range c.next() % 8 {
		path, value := paths[int(c.next())%len(paths)], int(c.next())
		_ = put(in, path, texts[value%len(texts)]) || put(in, path, numbers[value%len(numbers)]) || put(in, path, value%2 == 0)
	}
	return in
}

func seed(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte(strings.Repeat("\x01", 200)))
	f.Add([]byte(strings.Repeat("\x01\x02\x05\x07\x0b\x0d\x11\x13\x17", 60)))
}

// FuzzCheck shows that no request makes a rule fail, that none is modified, and
// that the same request gets the same report, in every edition.
func FuzzCheck(f *testing.F) {
	seed(f)
	var validators []*validate.Validator
	for _, edition := range validate.Editions() {
		v, err := validate.NewValidator(Rules(), validate.In(edition), validate.Advise(), validate.Strict())
		if err != nil {
			f.Fatal(err)
		}
		validators = append(validators, v)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		in := (&choices{data}).request()
		before := new(sdkcopy.RunInstancesInput(*in))
		for _, v := range validators {
			report := v.Check(in)
			if again := v.Check(before); report.String() != again.String() {
				t.Errorf("two reports on one request:\n%s\n%s", report, again)
			}
			for _, found := range report.Violations {
				if strings.HasPrefix(found.Message, "the rule itself failed") {
					t.Errorf("%v", found)
				}
			}
		}
		if diff := cmp.Diff(before, in, sameInput); diff != "" {
			t.Errorf("the check changed the request: %s", diff)
		}
	})
}

// FuzzImmutability interleaves builder calls and shows that what was built
// before stays as it was.
func FuzzImmutability(f *testing.F) {
	seed(f)
	all := methods()
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &choices{data}
		in := c.request()
		builders := []Builder{FromInput(in)}
		var was []*ec2.RunInstancesInput
		for range min(len(c.data), 20) {
			from := builders[int(c.next())%len(builders)]
			m := all[int(c.next())%len(all)]
			builders = append(builders, call(m, from, argumentsOf(t, m, int(c.next()%2))))
		}
		for _, b := range builders {
			was = append(was, b.reveal())
		}
		*in = ec2.RunInstancesInput{}
		for i, b := range builders {
			b.Edit(func(in *ec2.RunInstancesInput) { *in = ec2.RunInstancesInput{} })
			for _, m := range all {
				call(m, b, argumentsOf(t, m, 1))
			}
			if diff := cmp.Diff(was[i], b.reveal(), sameInput); diff != "" {
				t.Errorf("builder %d changed: %s", i, diff)
			}
		}
	})
}

// FuzzRedaction hides a canary in an arbitrary request and prints it.
func FuzzRedaction(f *testing.F) {
	f.Add([]byte{}, []byte("canary-1234567890"))
	f.Fuzz(func(t *testing.T, data, secret []byte) {
		without := FromInput((&choices{data}).request())
		if _, err := without.Build(); len(secret) < 8 || strings.Contains(fmt.Sprint(without, err, "[redacted bytes]"), string(secret)) {
			return // it would stand there anyway
		}
		b := without.UserData(secret)
		out := b.String()
		_, err := b.Build()
		if err != nil {
			out += err.Error()
		}
		if strings.Contains(out, string(secret)) || strings.Contains(out, *b.reveal().UserData) {
			t.Errorf("the user data shows in %s", out)
		}
	})
}

// prune drops the structures without members below v, which are not sent.
func prune(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() {
				prune(member)
			}
		}
	case reflect.Slice:
		kept := reflect.Zero(v.Type())
		for i := range v.Len() {
			if e := v.Index(i); e.Kind() != reflect.Struct {
				kept = reflect.Append(kept, e)
			} else if prune(e); !e.IsZero() {
				kept = reflect.Append(kept, e)
			}
		}
		v.Set(kept)
	case reflect.Pointer:
		if prune(v.Elem()); !v.IsNil() && v.Elem().Kind() == reflect.Struct && v.Elem().IsZero() {
			v.SetZero()
		}
	}
}

// FuzzWire sends what the rules let pass and shows that the endpoint read the
// same request, member for member, and took one that the rules say nothing on.
func FuzzWire(f *testing.F) {
	seed(f)
	srv := launchtest.New()
	f.Cleanup(srv.Close)
	client := srv.Client()
	f.Fuzz(func(t *testing.T, data []byte) {
		in := (&choices{data}).variation()
		in.MinCount, in.MaxCount, in.DryRun, in.ClientToken = new(int32(1)), new(int32(1)), nil, nil
		spec, err := FromInput(in).Build()
		if err != nil {
			return
		}
		sent := spec.Input()
		_, err = client.RunInstances(t.Context(), sent)
		requests := srv.Requests()
		if err != nil && len(spec.Warnings()) == 0 {
			t.Errorf("refused: %v", err)
		}
		if err != nil || len(requests) == 0 {
			return
		}
		prune(reflect.ValueOf(sent).Elem())
		if diff := launchtest.Diff(sent, requests[len(requests)-1].Input()); diff != "" {
			t.Errorf("sent (-spec +wire):\n%s", diff)
		}
	})
}
