package launchtest_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// faulty launches a worker into faults, without the SDK's retries, and prints
// how that ends.
func faulty(ctx context.Context, faults ...launchtest.Fault) {
	srv := launchtest.New()
	defer srv.Close()
	srv.Fail("RunInstances", faults...)
	client := srv.Client(func(o *ec2.Options) { o.Retryer = aws.NopRetryer{} })
	_, err := launchWorkers(ctx, client, "blue", 1)
	fmt.Printf("failed: %t, alive: %d\n", err != nil, srv.Alive())
}

func ExampleRefuse() {
	faulty(context.Background(), launchtest.Refuse(400, "VcpuLimitExceeded", "You have requested more vCPU capacity than your current limit."))
	// Output: failed: true, alive: 0
}

func ExampleAnswer() {
	faulty(context.Background(), launchtest.Answer(http.StatusBadGateway, "text/html", "<html>Bad Gateway</html>"))
	// Output: failed: true, alive: 0
}

func ExampleDisconnect() {
	faulty(context.Background(), launchtest.Disconnect())
	// Output: failed: true, alive: 0
}

func ExampleDisconnectAfter() {
	faulty(context.Background(), launchtest.DisconnectAfter(100))
	// Output: failed: true, alive: 1
}

func ExampleExecuteThen() {
	faulty(context.Background(), launchtest.ExecuteThen(launchtest.Refuse(500, "InternalError", "An internal error has occurred.")))
	// Output: failed: true, alive: 1
}

func ExampleHang() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	faulty(ctx, launchtest.Hang())
	// Output: failed: true, alive: 0
}

func ExamplePass() {
	faulty(context.Background(), launchtest.Pass(), launchtest.Disconnect())
	// Output: failed: false, alive: 1
}

func ExampleEdit() {
	faulty(context.Background(), launchtest.Edit(func(document []byte) []byte {
		return bytes.Replace(document, []byte("</item>"), nil, 1)
	}))
	// Output: failed: true, alive: 1
}
