package launch

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// minimal is the least that EC2 takes, at type m7i.large.
func minimal() *ec2.RunInstancesInput {
	return &ec2.RunInstancesInput{ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM7iLarge, MinCount: new(int32(1)), MaxCount: new(int32(1))}
}

// put sets the member at a path, as [members.Paths] spells it, and what stands
// above it; of a list, the first element. It reports whether the member is of
// the value's kind.
func put(in *ec2.RunInstancesInput, path string, value any) bool {
	v := reflect.ValueOf(in).Elem()
	for step := range strings.SplitSeq(path, ".") {
		v = v.FieldByName(strings.TrimSuffix(step, "[]"))
		if v.Kind() == reflect.Slice {
			if v.Len() == 0 {
				v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			}
			v = v.Index(0)
		}
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
	}
	if v.Kind() != reflect.TypeOf(value).Kind() {
		return false
	}
	v.Set(reflect.ValueOf(value).Convert(v.Type()))
	return true
}

// with is the minimal request with one more member.
func with(path string, value any) (in *ec2.RunInstancesInput, ok bool) {
	in = minimal()
	return in, put(in, path, value)
}

// refused lists the rules of severity error that a request breaks at a path
// spelled as [members.Paths] does, or above it.
func refused(report validate.Report, path string) []string {
	var rules []string
	for _, v := range report.Violations {
		at := strings.ReplaceAll(v.Path, "[0]", "[]")
		below := strings.HasPrefix(path, at+".") || strings.HasPrefix(path, at+"[]")
		if v.Severity == validate.SeverityError && (at == path || at == path+"[]" || below) {
			rules = append(rules, v.Rule)
		}
	}
	return rules
}

// bounded holds a report to what every report keeps, whatever the request.
func bounded(t *testing.T, what string, report validate.Report) {
	t.Helper()
	counts := map[validate.Severity]int{}
	for _, v := range report.Violations {
		if counts[v.Severity]++; counts[v.Severity] > 100 {
			t.Fatalf("%s: more than 100 violations of severity %v", what, v.Severity)
		}
		if line := v.String(); strings.ContainsFunc(line, func(r rune) bool { return !strconv.IsPrint(r) }) || strings.Contains(line, "%!") {
			t.Errorf("%s: a line that does not print as it is: %q", what, line)
		}
		if strings.HasPrefix(v.Message, "the rule itself failed") {
			t.Errorf("%s: %v", what, v)
		}
	}
	if n := len(report.String()); n > 64<<10 {
		t.Errorf("%s: the report has %d bytes", what, n)
	}
	if err := report.Err(); err != nil && len(err.Error()) > 64<<10 {
		t.Errorf("%s: the error has %d bytes", what, len(err.Error()))
	}
}

// demanding is the validator that reports most.
func demanding(t *testing.T) *validate.Validator {
	t.Helper()
	v, err := validate.NewValidator(Rules(), validate.Strict(), validate.Advise())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// No number wraps around: what is too low is refused at every member that holds
// a number, and nothing fails on what is too high.
func TestAbsurdNumbersAreRefused(t *testing.T) {
	v := demanding(t)
	for _, path := range members.Paths() {
		for _, n := range []int32{math.MinInt32, -1, 0, math.MaxInt32} {
			in, ok := with(path, n)
			if !ok {
				continue
			}
			report := v.Check(in)
			bounded(t, fmt.Sprint(path, " = ", n), report)
			if n < 0 && refused(report, path) == nil {
				t.Errorf("%s = %d is not refused: %v", path, n, report)
			}
		}
	}
}

// Sums and products of 32-bit numbers are right beyond 32 bits.
func TestSumsBeyond32BitsDoNotOverflow(t *testing.T) {
	for spec, want := range map[string][]string{
		`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":2147483647,"Iops":3000,"Throughput":1073741825}}]}`: {
			"volume-throughput-range BlockDeviceMappings[0].Ebs.Throughput", "volume-size-range BlockDeviceMappings[0].Ebs.VolumeSize"},
		`{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2147483647,"Ipv4PrefixCount":2147483647}]}`: {
			"prefix-ipv4-address-conflict NetworkInterfaces[0].Ipv4PrefixCount NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
			"interface-ip-limit NetworkInterfaces[0].SecondaryPrivateIpAddressCount InstanceType"},
		`{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6AddressCount":2147483647},{"DeviceIndex":1,"Ipv6AddressCount":2147483647}]}`: {
			"ipv6-address-limit NetworkInterfaces[0].Ipv6AddressCount InstanceType", "ipv6-address-limit NetworkInterfaces[1].Ipv6AddressCount InstanceType"},
		`{"HibernationOptions":{"Configured":true},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeType":"gp3","VolumeSize":4194304}}]}`: {
			"volume-size-range BlockDeviceMappings[0].Ebs.VolumeSize"}, // and 2^32 MiB for the memory
		`{"CpuOptions":{"CoreCount":2147483647,"ThreadsPerCore":2}}`: {"cpu-core-count-unsupported CpuOptions.CoreCount"},
	} {
		if diff := cmp.Diff(want, ruletest.Broken(ruletest.Check(t, Rules(), spec))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", spec, diff)
		}
	}
}

// Structures without members and members without values make no rule fail, each
// alone and all together.
func TestStructuresWithNothingInside(t *testing.T) {
	v := demanding(t)
	for _, n := range []int{0, 1, 3} {
		for depth := range 6 {
			in := new(ec2.RunInstancesInput)
			hollow(reflect.ValueOf(in).Elem(), n, depth)
			bounded(t, fmt.Sprintf("lists of %d, to depth %d", n, depth), v.Check(in))
			for _, f := range reflect.VisibleFields(reflect.TypeFor[ec2.RunInstancesInput]()) {
				if one := minimal(); f.IsExported() {
					hollow(reflect.ValueOf(one).Elem().FieldByIndex(f.Index), n, depth)
					bounded(t, fmt.Sprintf("%s, lists of %d, to depth %d", f.Name, n, depth), v.Check(one))
				}
			}
		}
	}
}

// hollow makes every structure below v, and n empty elements of every list, but
// no value.
func hollow(v reflect.Value, n, depth int) {
	switch {
	case depth < 0:
	case v.Kind() == reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() {
				hollow(member, n, depth-1)
			}
		}
	case v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct:
		v.Set(reflect.New(v.Type().Elem()))
		hollow(v.Elem(), n, depth)
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			hollow(v.Index(i), n, depth)
		}
	}
}

// byOne skips a test that takes long, and in which one goroutine does everything,
// with -short, as under the race detector.
func byOne(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("one goroutine does everything")
	}
}

// A thousand elements of every list, each wrong in every member, get a report
// of the usual size.
func TestThousandsOfMistakesAreBounded(t *testing.T) {
	byOne(t)
	v := demanding(t)
	for _, text := range []string{"", "x", "\x00", "eA==", "10.0.0.1"} {
		for _, n := range []int32{math.MinInt32, 0, 1, math.MaxInt32} {
			in := new(ec2.RunInstancesInput)
			crowd(reflect.ValueOf(in).Elem(), 1000, text, n)
			report := v.Check(in)
			bounded(t, fmt.Sprintf("everything %q and %d", text, n), report)
			if report.Omitted < 1000 {
				t.Errorf("everything %q and %d: only %d mistakes are counted beyond the reported", text, n, report.Omitted)
			}
			if _, err := FromInput(in).Build(); err == nil || len(err.Error()) > 64<<10 {
				t.Errorf("everything %q and %d: built", text, n)
			}
		}
	}
}

// crowd fills every member with a text or a number; of lists of structures, n
// elements, of those within them, three.
func crowd(v reflect.Value, n int, text string, number int32) {
	switch v.Kind() {
	case reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() {
				crowd(member, n, text, number)
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		crowd(v.Elem(), n, text, number)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			crowd(v.Index(i), min(n, 3), text, number)
		}
	case reflect.String:
		v.SetString(text)
	case reflect.Int32:
		v.SetInt(int64(number))
	}
}

// Of a thousand interfaces, each mistake is told from the others by its path.
func TestDeviceIndexesOfManyInterfaces(t *testing.T) {
	in := minimal()
	for i := range int32(1000) {
		in.NetworkInterfaces = append(in.NetworkInterfaces, types.InstanceNetworkInterfaceSpecification{DeviceIndex: new(i / 2), NetworkCardIndex: new(i % 2)})
	}
	in.NetworkInterfaces[7].DeviceIndex = new(int32(-1))
	in.NetworkInterfaces[9].DeviceIndex = new(int32(5))
	got := ruletest.Broken(Check(in).Violations)
	for _, want := range []string{
		"interface-device-index-range NetworkInterfaces[7].DeviceIndex",
		"interface-device-index-unique NetworkInterfaces[11].DeviceIndex NetworkInterfaces[9].DeviceIndex",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is not among:\n%s", want, strings.Join(got, "\n"))
		}
	}
}
