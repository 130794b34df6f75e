package launchtest_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// dial opens a connection to the server and writes text to it.
func dial(t *testing.T, srv *launchtest.Server, text string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(srv.URL(), "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if _, err := io.WriteString(conn, text); err != nil {
		t.Fatal(err)
	}
	return conn
}

func TestListensOnLoopback(t *testing.T) {
	for range 3 {
		u, err := url.Parse(launchtest.Start(t).URL())
		if err != nil {
			t.Fatal(err)
		}
		if ip := net.ParseIP(u.Hostname()); ip == nil || !ip.IsLoopback() {
			t.Errorf("listens on %s", u.Host)
		}
	}
}

func TestCloseDoesNotWaitForHalfABody(t *testing.T) {
	srv := launchtest.New()
	conn := dial(t, srv, "POST / HTTP/1.1\r\nHost: ec2\r\nExpect: 100-continue\r\nContent-Length: 100\r\n"+
		"Content-Type: application/x-www-form-urlencoded\r\n\r\n")
	// The server says "continue" once it reads the body.
	if line, err := bufio.NewReader(conn).ReadString('\n'); err != nil || !strings.Contains(line, "100") {
		t.Fatalf("%q, %v", line, err)
	}
	io.WriteString(conn, "Action=Run")
	srv.Close()
}

func TestCloseDoesNotWaitForAnUnreadAnswer(t *testing.T) {
	srv := launchtest.New()
	srv.Fail("RunInstances", launchtest.Answer(http.StatusOK, "text/xml", strings.Repeat("x", 64<<20)))
	conn := dial(t, srv, "GET /?Action=RunInstances HTTP/1.1\r\nHost: ec2\r\n\r\n")
	if _, err := bufio.NewReader(conn).ReadString('\n'); err != nil { // The answer has begun.
		t.Fatal(err)
	}
	srv.Close()
}

func TestCloseWhileBusy(t *testing.T) {
	srv := launchtest.New()
	client := srv.Client()
	var wg sync.WaitGroup
	arrived := make(chan struct{}, 10_000)
	for c := range 10 {
		wg.Go(func() {
			for n := 0; ; n++ {
				if _, err := client.RunInstances(t.Context(), request(fmt.Sprint(c, "-", n), 1)); err != nil {
					return // The server is closed.
				}
				arrived <- struct{}{}
			}
		})
	}
	for range 20 {
		<-arrived
	}
	srv.Close()
	wg.Wait()
	srv.Close()
	if srv.Alive() < 20 || len(srv.Requests()) < 20 {
		t.Errorf("%d alive after %d requests: the record is gone", srv.Alive(), len(srv.Requests()))
	}
}

func TestCloseLeavesNoGoroutine(t *testing.T) {
	leaks.None(t)
	srv := launchtest.New()
	arrived := make(chan struct{})
	srv.Fail("DescribeInstances", func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			close(arrived)
			launchtest.Hang()(asked).ServeHTTP(w, r)
		})
	})
	var wg sync.WaitGroup
	for c := range 5 {
		wg.Go(func() { launch(t, srv, request(fmt.Sprint(c), 1)) })
	}
	wg.Wait()
	dial(t, srv, "POST / HTTP/1.1\r\n")
	dial(t, srv, "GET /?Action=DescribeInstances HTTP/1.1\r\nHost: ec2\r\n\r\n")
	<-arrived
	srv.Close()
}

func TestOnlyPostAndGetAreServed(t *testing.T) {
	srv := launchtest.Start(t)
	form := url.Values{
		"Action": {"RunInstances"}, "Version": {"2016-11-15"},
		"ImageId": {"ami-0abcdef1234567890"}, "MinCount": {"1"}, "MaxCount": {"1"},
	}.Encode()
	for _, method := range []string{"DELETE", "HEAD", "OPTIONS", "PATCH", "PUT", "TRACE"} {
		r, err := http.NewRequestWithContext(t.Context(), method, srv.URL()+"/?"+form, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != http.StatusMethodNotAllowed || answer.Header.Get("Allow") != "GET, POST" {
			t.Errorf("%s: status %d", method, answer.StatusCode)
		}
	}
	if n := len(srv.Instances()); n != 0 {
		t.Errorf("%d instances launched", n)
	}
	answer, err := http.Get(srv.URL() + "/?" + form)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if srv.Alive() != 1 {
		t.Errorf("GET launched %d instances, want 1", srv.Alive())
	}
}

// A matcher that tries every way to split the text would try more of them than
// there are atoms.
func TestFilterValuesWithManyStarsEnd(t *testing.T) {
	srv := launchtest.Start(t, launchtest.PendingFor(0))
	in := request("token", 1)
	in.TagSpecifications = []types.TagSpecification{{
		ResourceType: types.ResourceTypeInstance,
		Tags:         []types.Tag{{Key: new("Name"), Value: new(strings.Repeat("a", 256))}},
	}}
	launch(t, srv, in)
	for pattern, want := range map[string]int{
		strings.Repeat("*a", 100) + "*":             1,
		strings.Repeat("*a", 100) + "*b":            0,
		strings.Repeat("*", 10_000):                 1,
		strings.Repeat("*?", 256):                   1,
		strings.Repeat("*?", 257):                   0,
		strings.Repeat("a", 255) + "*?":             1,
		"*" + strings.Repeat("a", 256):              1,
		"*" + strings.Repeat("a", 257):              0,
		strings.Repeat("a", 256) + `*\*`:            0,
		strings.Repeat("a*", 128) + "b" + "*":       0,
		"a*" + strings.Repeat("?", 254) + "a":       1,
		"a*" + strings.Repeat("?", 254) + "a" + "?": 0,
	} {
		out := describe(t, srv, &ec2.DescribeInstancesInput{Filters: []types.Filter{{Name: new("tag:Name"), Values: []string{pattern}}}})
		if got := len(described(out)); got != want {
			t.Errorf("%.40s: %d instances, want %d", pattern, got, want)
		}
	}
}

// Each of these numbers is allowed by itself; together they ask for a hundred
// million addresses.
func TestNestedListNumbersDoNotMultiply(t *testing.T) {
	srv := launchtest.Start(t)
	form := url.Values{
		"Action": {"RunInstances"}, "Version": {"2016-11-15"},
		"ImageId": {"ami-0abcdef1234567890"}, "MinCount": {"1"}, "MaxCount": {"1"},
	}
	for n := range 100 {
		form.Set(fmt.Sprintf("NetworkInterface.%d.PrivateIpAddresses.10000.Primary", 10_000-n), "true")
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	status, document := post(t, srv, form)
	runtime.ReadMemStats(&after)
	if status != http.StatusBadRequest || !strings.Contains(document, "<Code>InvalidParameterValue</Code>") {
		t.Errorf("status %d:\n%s", status, document)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
		t.Errorf("used %d MiB", used>>20)
	}
}

func TestCountsAndListsDoNotMultiplyWithoutEnd(t *testing.T) {
	srv := launchtest.Start(t)
	many := func(token string, change func(*ec2.RunInstancesInput)) *ec2.RunInstancesInput {
		in := request(token, 400)
		change(in)
		return in
	}
	for name, in := range map[string]*ec2.RunInstancesInput{
		"addresses": many("addresses", func(in *ec2.RunInstancesInput) { in.Ipv6AddressCount = new(int32(1_000)) }),
		"volumes": many("volumes", func(in *ec2.RunInstancesInput) {
			in.BlockDeviceMappings = make([]types.BlockDeviceMapping, 500)
			for n := range in.BlockDeviceMappings {
				in.BlockDeviceMappings[n] = types.BlockDeviceMapping{DeviceName: new(fmt.Sprint(n)), Ebs: &types.EbsBlockDevice{VolumeSize: new(int32(1))}}
			}
		}),
		"interfaces": many("interfaces", func(in *ec2.RunInstancesInput) {
			in.NetworkInterfaces = make([]types.InstanceNetworkInterfaceSpecification, 500)
			for n := range in.NetworkInterfaces {
				in.NetworkInterfaces[n].InterfaceType = new("efa-only")
			}
		}),
		"tags": many("tags", func(in *ec2.RunInstancesInput) {
			spec := types.TagSpecification{ResourceType: types.ResourceTypeInstance, Tags: make([]types.Tag, 500)}
			for n := range spec.Tags {
				spec.Tags[n] = types.Tag{Key: new(fmt.Sprint(n))}
			}
			in.TagSpecifications = []types.TagSpecification{spec}
		}),
	} {
		if _, err := srv.Client().RunInstances(t.Context(), in); code(err) != "InvalidParameterValue" {
			t.Errorf("%s: got %.200v", name, err)
		}
	}
	if n := srv.Alive(); n > 0 {
		t.Errorf("%d instances are alive", n)
	}
}

func TestAHundredClientsAtOnce(t *testing.T) {
	const clients = 100
	srv := launchtest.Start(t)
	var wg sync.WaitGroup
	for c := range clients {
		wg.Go(func() {
			client := srv.Client()
			out, err := client.RunInstances(t.Context(), request(fmt.Sprint(c), 2))
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := client.DescribeInstances(t.Context(), &ec2.DescribeInstancesInput{InstanceIds: ids(out.Instances)}); err != nil {
				t.Error(err)
			}
			if _, err := client.TerminateInstances(t.Context(), &ec2.TerminateInstancesInput{InstanceIds: ids(out.Instances)[:1]}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := srv.Alive(); n != clients {
		t.Errorf("%d alive, want %d", n, clients)
	}
}

// What an answer shows must not change while it is written.
func TestInstancesChangeWhileTheyAreDescribed(t *testing.T) {
	srv := launchtest.Start(t)
	client := ec2.New(ec2.Options{}, srv.Offline)
	in := request("token", 3)
	in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot, SpotOptions: &types.SpotMarketOptions{
		SpotInstanceType: types.SpotInstanceTypePersistent, InstanceInterruptionBehavior: types.InstanceInterruptionBehaviorStop,
	}}
	named := ids(launch(t, srv, in).Instances)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				client.DescribeInstances(t.Context(), &ec2.DescribeInstancesInput{})
				client.DescribeVolumes(t.Context(), &ec2.DescribeVolumesInput{})
				client.DescribeNetworkInterfaces(t.Context(), &ec2.DescribeNetworkInterfacesInput{})
				client.DescribeSpotInstanceRequests(t.Context(), &ec2.DescribeSpotInstanceRequestsInput{})
				client.DescribeTags(t.Context(), &ec2.DescribeTagsInput{})
				client.DescribeInstanceAttribute(t.Context(), &ec2.DescribeInstanceAttributeInput{
					InstanceId: &named[0], Attribute: types.InstanceAttributeNameDisableApiStop,
				})
			}
		})
	}
	wg.Go(func() {
		for n := range 20 {
			client.StopInstances(t.Context(), &ec2.StopInstancesInput{InstanceIds: named})
			client.StartInstances(t.Context(), &ec2.StartInstancesInput{InstanceIds: named})
			client.CreateTags(t.Context(), &ec2.CreateTagsInput{Resources: named, Tags: []types.Tag{{Key: new("n"), Value: new(fmt.Sprint(n))}}})
			client.ModifyInstanceAttribute(t.Context(), &ec2.ModifyInstanceAttributeInput{InstanceId: &named[0], DisableApiStop: &types.AttributeBooleanValue{Value: new(n%2 == 0)}})
			client.ModifyInstanceAttribute(t.Context(), &ec2.ModifyInstanceAttributeInput{InstanceId: &named[0], Groups: []string{fmt.Sprint("sg-", n)}})
		}
		client.CancelSpotInstanceRequests(t.Context(), &ec2.CancelSpotInstanceRequestsInput{SpotInstanceRequestIds: []string{"sir-00000001"}})
		client.TerminateInstances(t.Context(), &ec2.TerminateInstancesInput{InstanceIds: named[1:]})
	})
	wg.Wait()
	if srv.Alive() != 1 {
		t.Errorf("%d alive, want 1", srv.Alive())
	}
}

func TestSlowClientsAreServedNoLongerThanTheyMayTake(t *testing.T) {
	srv := launchtest.Start(t, launchtest.BodyWithin(time.Second))
	slow := dial(t, srv, "POST / HTTP/1.1\r\nHost: ec2\r\nContent-Length: 100\r\n"+
		"Content-Type: application/x-www-form-urlencoded\r\n\r\nAction=Run")
	launch(t, srv, request("token", 1)) // It is in nobody's way.
	slow.SetReadDeadline(time.Now().Add(time.Minute))
	answer, err := io.ReadAll(slow)
	if err != nil || !strings.Contains(string(answer), "MalformedQueryString") {
		t.Errorf("%q, %v", answer, err)
	}
}

func TestTheRecordOfRequestsIsBounded(t *testing.T) {
	const each = 1 << 19
	srv := launchtest.Start(t, launchtest.RecordUpTo(4*each), launchtest.AnyParameter())
	launch(t, srv, request("first", 1))
	form := url.Values{"Action": {"DescribeInstances"}, "Version": {"2016-11-15"}, "Padding": {strings.Repeat("x", each)}}
	for n := range 20 {
		form.Set("Number", fmt.Sprint(n))
		post(t, srv, form)
	}
	kept := srv.Requests()
	if len(kept) != 3 {
		t.Fatalf("%d requests are kept, want 3", len(kept))
	}
	for n, r := range kept {
		if got, want := r.Form().Get("Number"), fmt.Sprint(17+n); got != want {
			t.Errorf("number %d of those kept is request %s, want %s", n, got, want)
		}
	}
	if got := srv.LastRequest("").Form().Get("Number"); got != "19" {
		t.Errorf("the last request is number %s", got)
	}
	if in := srv.LastRequest("RunInstances").Input(); in == nil || *in.ClientToken != "first" {
		t.Errorf("the launch is forgotten: %+v", in)
	}
}

func TestTheNewestRequestIsKeptWhateverTheBound(t *testing.T) {
	srv := launchtest.Start(t, launchtest.RecordUpTo(-1))
	form := url.Values{"Action": {"DescribeAddresses"}, "Version": {"2016-11-15"}}
	for range 3 {
		post(t, srv, form)
	}
	if kept := srv.Requests(); len(kept) != 1 || srv.LastRequest("DescribeAddresses").Action != "DescribeAddresses" {
		t.Errorf("%d requests are kept", len(kept))
	}
}

// Actions that nobody serves are as many as a client likes.
func TestUnknownActionsAreNotKeptForEver(t *testing.T) {
	srv := launchtest.Start(t, launchtest.RecordUpTo(0))
	for _, action := range []string{"One", "Two"} {
		post(t, srv, url.Values{"Action": {action}, "Version": {"2016-11-15"}})
	}
	if r := srv.LastRequest("One"); r.Action != "" {
		t.Errorf("%s is kept", r)
	}
}

func TestARequestLargerThanAMebibyteIsRefused(t *testing.T) {
	srv := launchtest.Start(t, launchtest.AnyParameter())
	form := url.Values{
		"Action": {"RunInstances"}, "Version": {"2016-11-15"}, "ImageId": {"ami-0abcdef1234567890"}, "MinCount": {"1"}, "MaxCount": {"1"},
		"Padding": {strings.Repeat("x", 1<<20)},
	}
	if status, document := post(t, srv, form); status != http.StatusBadRequest || !strings.Contains(document, "MalformedQueryString") || srv.Alive() != 0 {
		t.Errorf("status %d, %d alive: %s", status, srv.Alive(), document)
	}
	form.Set("Padding", strings.Repeat("x", 1<<19))
	if status, _ := post(t, srv, form); status != http.StatusOK || srv.Alive() != 1 {
		t.Errorf("half of it: status %d, %d alive", status, srv.Alive())
	}
}
