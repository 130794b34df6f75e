package launchtest_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// BenchmarkStart compares what a server costs a test with what httptest costs.
func BenchmarkStart(b *testing.B) {
	b.Run("launchtest", func(b *testing.B) {
		for b.Loop() {
			srv := launchtest.New()
			srv.URL()
			srv.Close()
		}
	})
	b.Run("launchtest without a port", func(b *testing.B) {
		for b.Loop() {
			launchtest.New().Close()
		}
	})
	b.Run("httptest", func(b *testing.B) {
		for b.Loop() {
			httptest.NewServer(http.NotFoundHandler()).Close()
		}
	})
}

// BenchmarkRequests compares requests that the server answers with requests that
// a bare httptest server answers with as many bytes.
func BenchmarkRequests(b *testing.B) {
	const form = "Action=RunInstances&Version=2016-11-15&ImageId=ami-0abcdef1234567890&MinCount=1&MaxCount=1&ClientToken="
	post := func(b *testing.B, url string, n int) int {
		answer, err := http.Post(url, "application/x-www-form-urlencoded", strings.NewReader(form+fmt.Sprint(n)))
		if err != nil {
			b.Fatal(err)
		}
		defer answer.Body.Close()
		document, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != http.StatusOK {
			b.Fatalf("status %d, %v", answer.StatusCode, err)
		}
		return len(document)
	}
	srv := launchtest.New()
	defer srv.Close()
	size := post(b, srv.URL(), 0)
	b.Run("launchtest", func(b *testing.B) {
		srv := launchtest.New()
		defer srv.Close()
		for n := 0; b.Loop(); n++ {
			post(b, srv.URL(), n)
		}
	})
	b.Run("httptest", func(b *testing.B) {
		answer := []byte(strings.Repeat("x", size))
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body)
			w.Write(answer)
		}))
		defer srv.Close()
		for n := 0; b.Loop(); n++ {
			post(b, srv.URL, n)
		}
	})
	b.Run("launchtest through the SDK", func(b *testing.B) {
		srv := launchtest.New()
		defer srv.Close()
		client := srv.Client()
		for n := 0; b.Loop(); n++ {
			if _, err := client.RunInstances(b.Context(), request(fmt.Sprint(n), 1)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("launchtest describes", func(b *testing.B) {
		srv := launchtest.New()
		defer srv.Close()
		client := srv.Client()
		if _, err := client.RunInstances(b.Context(), request("token", 100)); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := client.DescribeInstances(b.Context(), &ec2.DescribeInstancesInput{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkLaunch is what a test of one launch costs: a server of its own, one
// request through the SDK, and the end of both.
func BenchmarkLaunch(b *testing.B) {
	b.Run("port", func(b *testing.B) {
		for b.Loop() {
			srv := launchtest.New()
			if _, err := srv.Client().RunInstances(b.Context(), request("token", 1)); err != nil {
				b.Fatal(err)
			}
			srv.Close()
		}
	})
	b.Run("offline", func(b *testing.B) {
		for b.Loop() {
			srv := launchtest.New()
			if _, err := ec2.New(ec2.Options{}, srv.Offline).RunInstances(b.Context(), request("token", 1)); err != nil {
				b.Fatal(err)
			}
			srv.Close()
		}
	})
}
