package launcher_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go/middleware"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// cutShort answers with all but the last n bytes of the right document.
func cutShort(n int) launchtest.Fault {
	return launchtest.Edit(func(doc []byte) []byte { return doc[:len(doc)-n] })
}

// without answers with the right document but for what a pattern matches.
func without(pattern string) launchtest.Fault { return instead(pattern, "") }

// instead answers with the right document in which text stands for what a
// pattern matches.
func instead(pattern, text string) launchtest.Fault {
	expression := regexp.MustCompile(pattern)
	return launchtest.Edit(func(doc []byte) []byte { return expression.ReplaceAllLiteral(doc, []byte(text)) })
}

// unread tries an answer that claims a success and does not read as one: a
// launch whose answer is lost so is asked for again, found if that is lost too,
// and unknown if it may not be looked for.
func unread(t *testing.T, fault launchtest.Fault) {
	t.Helper()
	x := try(t)
	x.fail(fault)
	x.launch(base().Count(count(3))).succeeds(3, 2)

	x = try(t)
	x.fail(fault, fault, fault)
	x.launch(base().Count(count(3))).succeeds(3, 3)

	x = try(t)
	x.fail(fault, fault, fault)
	x.srv.Fail("DescribeInstances", refuse(403, "UnauthorizedOperation"))
	e := x.launch(base().Count(count(3)))
	if e.took(3); outcome(t, e.err) != launcher.Unknown {
		t.Errorf("got %v, want an unknown outcome", e.err)
	}
	e.settles(3)
}

func TestASuccessWithoutABodyIsAskedForAgain(t *testing.T) {
	unread(t, after(empty(200)))
}

func TestASuccessAsAPageIsAskedForAgain(t *testing.T) {
	unread(t, after(page(200)))
	x := try(t)
	x.always(page(200))
	e := x.launch(base())
	if fault := e.fails(launcher.Unknown, answer.Unknown, 3); !strings.Contains(fault.Error(), "may not be EC2") {
		t.Errorf("the error does not say that EC2 may not have answered: %v", fault)
	}
}

func TestASuccessWithoutInstancesIsAskedForAgain(t *testing.T) {
	unread(t, without(`(?s)<item>.*</item>`))
}

func TestASuccessThatIsCutShortIsAskedForAgain(t *testing.T) {
	unread(t, cutShort(200))
}

func TestASuccessWhoseConnectionDiesIsAskedForAgain(t *testing.T) {
	unread(t, launchtest.DisconnectAfter(500))
}

// It comes again with every answer, also to looking for the instances.
func TestASuccessWithACharacterThatXMLForbidsIsUnknownAndSaysWhy(t *testing.T) {
	illegal := instead(`<ebsOptimized>`, "<x>&#x1;</x><ebsOptimized>")
	unread(t, illegal)

	x := try(t)
	x.always(illegal)
	for range 100 {
		x.srv.Fail("DescribeInstances", illegal)
	}
	e := x.launch(base())
	if fault := e.fails(launcher.Unknown, answer.Transient, 3); !strings.Contains(fault.Error(), "illegal character code") {
		t.Errorf("the error does not say why: %v", fault)
	}
	if found, err := e.l.Reconcile(t.Context(), e.result); err == nil || outcome(t, err) != launcher.Unknown || len(found.Unknown()) != 1 {
		t.Errorf("reconciling: %v", err)
	}
}

func TestASuccessWithAStateCodeThatIsNoNumberIsAskedForAgain(t *testing.T) {
	unread(t, instead(`<code>0</code>`, "<code>abc</code>"))
}

func TestAnInstanceWithoutAnIDIsAskedForAgain(t *testing.T) {
	for _, pattern := range []string{
		`<instanceId>i-00000000000000002</instanceId>`, `i-00000000000000002`, `<instanceId>[^<]*</instanceId>`,
	} {
		unread(t, without(pattern))
	}
}

// A client that fails behind an answer has had one all the same.
func TestAnIncompleteAnswerOfAClientThatFailsIsAskedForAgain(t *testing.T) {
	x := try(t)
	x.fail(without(`<instanceId>[^<]*</instanceId>`))
	calls := 0
	failing := x.client(func(o *ec2.Options) {
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("fail", func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				out, metadata, err := next.HandleInitialize(ctx, in)
				if calls++; calls == 1 && err == nil {
					return middleware.InitializeOutput{}, metadata, errors.New("the audit log is full")
				}
				return out, metadata, err
			}), middleware.After)
		})
	})
	x.launchBy(t.Context(), x.launcher(failing), base()).succeeds(1, 2)
}

func TestMoreInstancesThanAskedForAreAllInTheResult(t *testing.T) {
	x := try(t)
	x.always(launchtest.Edit(func(doc []byte) []byte {
		from, to := bytes.Index(doc, []byte("<item>")), bytes.LastIndex(doc, []byte("</item>"))+len("</item>")
		item := doc[from:to]
		all := bytes.Clone(doc[:to])
		for _, id := range []string{"2", "3", "4", "5"} {
			all = append(all, bytes.ReplaceAll(item, []byte("i-00000000000000001"), []byte("i-0000000000000000"+id))...)
		}
		return append(all, doc[to:]...)
	}))
	e := x.launch(base())
	e.fails(launcher.Launched, answer.Unknown, 1)
	if n := len(e.result.IDs()); n != 5 {
		t.Errorf("%d IDs in the result, want 5", n)
	}
}

func TestFewerInstancesThanMinCountAreAShortfall(t *testing.T) {
	x := try(t)
	x.always(func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			r.Form.Set("MinCount", "2")
			r.Form.Set("MaxCount", "2")
			asked.ServeHTTP(w, r)
		})
	})
	e := x.launch(base().Count(launch.Exactly(3)))
	e.fails(launcher.Launched, answer.Unknown, 1)
	if short, ok := errors.AsType[*launcher.Shortfall](e.err); !ok || *short != (launcher.Shortfall{Got: 2, Min: 3, Max: 3}) {
		t.Errorf("got %v, want a shortfall", e.err)
	}
	distinct(t, x.srv, e.result, 2)
}

func TestAnInstanceThatIsNamedTwiceIsAskedForAgain(t *testing.T) {
	unread(t, instead(`i-00000000000000002`, "i-00000000000000001"))
}

func TestInstancesThatHaveEndedAreNoSuccess(t *testing.T) {
	x := try(t)
	l := x.launcher(x.client())
	first := x.launchBy(t.Context(), l, base().Count(count(2)), launcher.LaunchID("web"))
	first.succeeds(2, 1)
	if err := x.srv.SetState(first.result.IDs()[0], "terminated", "Client.UserInitiatedShutdown", "gone"); err != nil {
		t.Fatal(err)
	}
	again := x.launchBy(t.Context(), l, base().Count(count(2)), launcher.LaunchID("web"))
	if fault := again.fails(launcher.Launched, answer.Unknown, 2); !strings.Contains(fault.Error(), "the launch ID is used up") {
		t.Errorf("got %v", fault)
	}
	if n := len(again.result.IDs()); n != 2 {
		t.Errorf("%d IDs in the result, want 2", n)
	}
}
