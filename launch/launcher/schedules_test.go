package launcher_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/leaks"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

var (
	schedules = flag.Int("schedules", 500, "how many random fault schedules to run; with -short, a fifth")
	seed      = flag.Uint64("seed", 0, "the seed of the schedules; 0 is a new one")
)

// rounds is how many schedules are run.
func rounds() int {
	if testing.Short() {
		return *schedules / 5
	}
	return *schedules
}

// Whatever the faults, nothing is launched twice, nothing is lost, nothing is
// said to be refused that was launched, and once the faults are over what is
// unknown can be settled and a plan resumed to the last instance.
func TestRandomFaultSchedules(t *testing.T) {
	leaks.None(t)
	from := *seed
	if from == 0 {
		from = rand.Uint64()
	}
	spec := specs(t)
	numbers := make(chan uint64)
	var workers sync.WaitGroup
	var reported atomic.Bool
	var ends tally
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for n := range numbers {
				s := random(rand.New(rand.NewPCG(from, n)))
				if wrong := s.run(spec, ends.count); len(wrong) == 0 || reported.Swap(true) {
					continue
				}
				small := shrink(s, func(s schedule) bool { return s.fails(spec) })
				t.Errorf("schedule %d of -seed %d: the shortest that fails is\n%v\n%s", n, from, small, strings.Join(small.run(spec, ignore), "\n"))
			}
		})
	}
	for n := range uint64(rounds()) {
		if reported.Load() {
			break
		}
		numbers <- n
	}
	close(numbers)
	workers.Wait()
	t.Logf("-seed %d: %d schedules ended in %v", from, rounds(), ends.of)
	if rounds() >= 500 && len(ends.of) < 5 {
		t.Errorf("the schedules ended in nothing but %v", ends.of)
	}
}

// A tally counts how schedules have ended.
type tally struct {
	mu sync.Mutex
	of map[string]int
}

func (c *tally) count(result *launcher.Result, err error) {
	end := "success"
	if fault, ok := errors.AsType[*launcher.Error](err); ok {
		end = fault.Outcome.String()
	}
	if rolledBack(result) {
		end = "a roll-back"
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of == nil {
		c.of = map[string]int{}
	}
	c.of[end]++
}

func ignore(*launcher.Result, error) {}

// fails tries a schedule several times: batches that are sent at the same time
// arrive in any order.
func (s schedule) fails(spec func(schedule) launch.Spec) bool {
	for range 5 {
		if len(s.run(spec, ignore)) > 0 {
			return true
		}
	}
	return false
}

// specs returns the specs of schedules by their counts. They are built once:
// the rules are not what is tested here.
func specs(t *testing.T) func(schedule) launch.Spec {
	t.Helper()
	b := base().Network(network.InSubnet(subnetA)).UserDataText(canary)
	built := map[[2]int]launch.Spec{}
	for most := 1; most <= 12; most++ {
		for least := 1; least <= most; least++ {
			built[[2]int{least, most}] = build(t, b.Count(launch.Between(int32(least), int32(most))))
		}
	}
	return func(s schedule) launch.Spec { return built[[2]int{s.Min, s.Max}] }
}

// A world is what a schedule runs in.
type world struct {
	schedule
	srv     *launchtest.Server
	tap     *tap
	cancel  atomic.Pointer[context.CancelFunc]
	expired atomic.Bool // the credentials
	calm    atomic.Bool // no faults any more
}

// run runs a schedule, tells how the launch has ended and returns what went
// wrong.
func (s schedule) run(spec func(schedule) launch.Spec, tell func(*launcher.Result, error)) (wrong []string) {
	w := &world{schedule: s, tap: new(tap), srv: launchtest.New(launchtest.Subnet(subnetB, "us-east-1b"), launchtest.VisibleAfter(s.Hidden))}
	defer w.srv.Close()
	w.tap.HTTPClient = w.srv.Config().HTTPClient
	for action, names := range map[string][]string{"RunInstances": s.Runs, "DescribeInstances": s.Looks, "TerminateInstances": s.Ends} {
		for _, name := range names {
			w.srv.Fail(action, w.unlessCalm(w.fault(name)))
		}
	}
	client := w.srv.Client(func(o *ec2.Options) {
		o.HTTPClient = w.tap
		o.Credentials = aws.CredentialsProviderFunc(w.credentials)
	})
	opts := []launcher.Option{launcher.WithClock(newClock()), launcher.Concurrency(s.Concurrency)}
	if !s.Grace {
		opts = append(opts, launcher.Grace(0))
	}
	l := launcher.New(client, opts...)
	return w.attack(l, spec(s), tell)
}

// begin returns the context of a run, which a fault may cancel.
func (w *world) begin() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.Background())
	w.cancel.Store(&cancel)
	return ctx, cancel
}

// cancelled cancels the run that is on its way.
func (w *world) cancelled(fault launchtest.Fault) launchtest.Fault {
	return doing(func() { (*w.cancel.Load())() }, fault)
}

// unlessCalm passes requests on once the faults are over.
func (w *world) unlessCalm(fault launchtest.Fault) launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		failing := fault(asked)
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			if w.calm.Load() {
				asked.ServeHTTP(rw, r)
				return
			}
			failing.ServeHTTP(rw, r)
		})
	}
}

// credentials gives credentials unless they have expired.
func (w *world) credentials(context.Context) (aws.Credentials, error) {
	if w.expired.Load() && !w.calm.Load() {
		return aws.Credentials{}, refusedBySTS()
	}
	return aws.Credentials{AccessKeyID: "launchtest", SecretAccessKey: "launchtest"}, nil
}

// fault returns the fault of that name.
func (w *world) fault(name string) launchtest.Fault {
	if rest, ok := strings.CutPrefix(name, then); ok {
		return after(w.fault(rest))
	}
	switch name {
	case "pass":
		return launchtest.Pass()
	case "closed":
		return launchtest.Disconnect()
	case "reset":
		return reset()
	case "no body":
		return empty(200)
	case "no body 429":
		return empty(429)
	case "page 200":
		return page(200)
	case "page 403":
		return page(403)
	case "page 503":
		return page(503)
	case "broken page 503":
		return brokenPage(503)
	case "cut":
		return launchtest.DisconnectAfter(400)
	case "cut short":
		return cutShort(60)
	case "unreadable":
		return instead(`<code>0</code>`, "<code>abc</code>")
	case "without an ID":
		return without(`<instanceId>[^<]*</instanceId>`)
	case "expired":
		return doing(func() { w.expired.Store(true) }, launchtest.Disconnect())
	case "cancelled":
		return w.cancelled(launchtest.Pass())
	case "cancelled, closed":
		return w.cancelled(launchtest.Disconnect())
	case "cancelled, gone":
		return w.cancelled(w.gone())
	}
	status, code, _ := strings.Cut(name, " ")
	n, err := strconv.Atoi(status)
	if err != nil {
		panic("no fault " + name)
	}
	return refuse(n, code)
}

// gone waits until the caller has gone away, where that does not take the
// grace, and does not answer.
func (w *world) gone() launchtest.Fault {
	return handle(func(_ http.ResponseWriter, r *http.Request) {
		if !w.Grace {
			<-r.Context().Done()
		}
		panic(http.ErrAbortHandler)
	})
}

// attack launches, and settles what is unknown once the faults are over.
func (w *world) attack(l launcher.Launcher, spec launch.Spec, tell func(*launcher.Result, error)) (wrong []string) {
	var disk []byte
	save := func(p launcher.Plan) (err error) {
		disk, err = json.Marshal(p)
		return err
	}
	planned := []launcher.PlanOption{launcher.Split(), launcher.BatchSize(w.Batch)}
	if w.Alternative {
		planned = append(planned, launcher.Alternatives(launcher.Alternative{Subnet: subnetB}))
	}
	if w.RollBack {
		planned = append(planned, launcher.RollBack())
	}
	plan, err := l.Plan(spec, "schedule", planned...)
	if err != nil {
		return []string{err.Error()}
	}
	var driven []launcher.RunOption
	if w.Way == bySaved {
		driven = append(driven, launcher.Save(save))
	}
	if w.Wait {
		driven = append(driven, launcher.Wait(launcher.Running))
	}
	var opts []launcher.Option
	for _, opt := range planned {
		opts = append(opts, opt)
	}
	for _, opt := range driven {
		opts = append(opts, opt)
	}

	run := func() (*launcher.Result, error) {
		ctx, cancel := w.begin()
		defer cancel()
		switch w.Way {
		case byLaunch:
			return l.Launch(ctx, spec, opts...)
		case byID:
			return l.Launch(ctx, spec, append(opts, launcher.LaunchID("schedule"))...)
		case bySaved:
			if disk == nil {
				break
			}
			if err := json.Unmarshal(disk, &plan); err != nil {
				return nil, err
			}
		}
		return l.Run(ctx, plan, spec, driven...)
	}
	result, err := run()
	tell(result, err)
	if wrong = w.judge(1, result, err); len(wrong) > 0 {
		return wrong
	}
	if w.Again && w.Way != byLaunch && !rolledBack(result) {
		w.expired.Store(false)
		w.tap.forget()
		result, err = run()
		tell(result, err)
		if wrong = w.judge(2, result, err); len(wrong) > 0 {
			return wrong
		}
	}

	w.calm.Store(true)
	if rolledBack(result) {
		return w.ended(result)
	}
	return append(w.settle(l, spec, result, err), w.resume(run)...)
}

// rolledBack reports whether a launch was rolled back.
func rolledBack(result *launcher.Result) bool { return len(result.Terminated)+len(result.Orphans) > 0 }

// judge returns the lies about the last of so many runs.
func (w *world) judge(runs int, result *launcher.Result, err error) []string {
	wrong := lies(w.srv, w.tap, w.Max, runs, result, err)
	if len(wrong) > 0 {
		return append(wrong, fmt.Sprintf("the error of run %d was %v", runs, err))
	}
	if err != nil && strings.Contains(printed(err), canary) {
		return []string{"the user data shows"}
	}
	return nil
}

// ended says what a roll-back has left running without a word.
func (w *world) ended(result *launcher.Result) (wrong []string) {
	for _, i := range w.srv.Instances() {
		over := i.State == "shutting-down" || i.State == "terminated"
		unknown := slices.ContainsFunc(result.Unknown(), func(a launcher.Attempt) bool { return a.Token == i.ClientToken })
		if !over && !slices.Contains(result.Orphans, i.ID) && !unknown {
			wrong = append(wrong, fmt.Sprintf("%s is %s after the roll-back, and no orphan", i.ID, i.State))
		}
	}
	return wrong
}

// settle looks for what the launch has launched, and settles the rest.
func (w *world) settle(l launcher.Launcher, spec launch.Spec, result *launcher.Result, failed error) (wrong []string) {
	launched := w.srv.Instances()
	found, _ := l.Reconcile(context.Background(), result)
	for _, i := range launched {
		if !slices.Contains(found.IDs(), i.ID) {
			wrong = append(wrong, fmt.Sprintf("%s was launched, and reconciling does not find it", i.ID))
		}
	}
	if len(result.Unknown()) > 0 {
		settled, err := l.Settle(context.Background(), spec, failed)
		if err != nil || len(settled.Attempts) != len(result.Unknown()) {
			wrong = append(wrong, fmt.Sprintf("settling %d attempts, %d were unknown: %v", len(settled.Attempts), len(result.Unknown()), err))
		}
	}
	if n := len(w.srv.Instances()); n > w.Max {
		wrong = append(wrong, fmt.Sprintf("%d instances after settling", n))
	}
	return wrong
}

// resume runs the launch to its end, unless every run is another launch.
func (w *world) resume(run func() (*launcher.Result, error)) (wrong []string) {
	if w.Way == byLaunch {
		return nil
	}
	result, err := run()
	if err != nil {
		wrong = append(wrong, fmt.Sprint("resuming: ", err))
	}
	var launched []string
	for _, i := range w.srv.Instances() {
		launched = append(launched, i.ID)
	}
	named := result.IDs()
	slices.Sort(named)
	if diff := cmp.Diff(launched, named); diff != "" || len(launched) != w.Max {
		wrong = append(wrong, fmt.Sprintf("%d instances after resuming, want %d; the result names (-launched +named):\n%s", len(launched), w.Max, diff))
	}
	return wrong
}

func TestShrinkingFindsTheShortestSchedule(t *testing.T) {
	s := random(rand.New(rand.NewPCG(1, 2)))
	s.Runs = append(s.Runs, "closed", "pass", "reset", "400 ", "expired")
	got := shrink(s, func(s schedule) bool {
		return s.Max >= 3 && slices.Contains(s.Runs, "closed") && slices.Contains(s.Runs, "expired")
	})
	want := schedule{Min: 1, Max: 3, Batch: s.Batch, Way: s.Way, Concurrency: 1, Grace: true, Runs: []string{"closed", "expired"}}
	if diff := cmp.Diff(want.String(), got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The server answers from a schedule what its names say.
func TestEveryFaultOfASchedule(t *testing.T) {
	for _, name := range slices.Concat(refusals, losses, spoilt, failed) {
		s := schedule{Min: 1, Max: 1, Batch: 1, Way: bySaved, Concurrency: 1, Runs: []string{name}}
		if wrong := s.run(specs(t), ignore); len(wrong) > 0 {
			t.Errorf("%s: %q", name, wrong)
		}
	}
}
