package answer_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// A listed code is a line of testdata/codes.txt.
type listed struct {
	code      string
	class     answer.Class
	instances answer.Instances
	status    int
}

// codes reads testdata/codes.txt, which is kept apart from the generator's data.
func codes(t *testing.T) []listed {
	t.Helper()
	text, err := os.ReadFile("testdata/codes.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []listed
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var l listed
		var class, instances string
		if _, err := fmt.Sscan(line, &l.code, &class, &instances, &l.status); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if err := l.class.UnmarshalText([]byte(class)); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if err := l.instances.UnmarshalText([]byte(instances)); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		all = append(all, l)
	}
	return all
}

func TestEachCodeHasItsClassAndSaysWhetherItRefuses(t *testing.T) {
	for _, l := range codes(t) {
		a := answer.Of(refusal(t, l.status, l.code, "message"))
		bare := strings.TrimPrefix(l.code, "Client.")
		if a.Class != l.class || a.Instances != l.instances || a.Code != bare || a.Status != l.status || a.RequestID != "req-1" || !a.Known || !a.Answered {
			t.Errorf("%s, status %d: got %+v, want class %s, instances %s", l.code, l.status, a, l.class, l.instances)
		}
		if want := l.instances == answer.InstancesNone; a.Refused() != want {
			t.Errorf("%s, status %d: Refused is %t, want %t", l.code, l.status, a.Refused(), want)
		}
		if m := answer.OfCode(l.code); cmp.Diff(m, a.Meaning) != "" {
			t.Errorf("%s: OfCode and Of differ (-OfCode +Of):\n%s", l.code, cmp.Diff(m, a.Meaning))
		}
	}
}

// The one code that no status goes with: the SDK makes it up.
const madeUp = "UnknownError"

func TestTheDictionaryHasNoCodeBesideTheListedOnes(t *testing.T) {
	want := map[string]bool{madeUp: true}
	for _, l := range codes(t) {
		want[strings.TrimPrefix(l.code, "Client.")] = true
	}
	got := map[string]bool{}
	for m := range answer.All() {
		if m.Known {
			got[m.Code] = true
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("codes (-listed +dictionary):\n%s", diff)
	}
}

func TestSituationsWithoutACodeHaveAMeaning(t *testing.T) {
	for name, want := range map[string]answer.Instances{
		answer.NoAnswer:    answer.InstancesUnknown,
		answer.NoInstances: answer.InstancesUnknown,
		answer.Undecodable: answer.InstancesExist,
	} {
		m := answer.OfCode(name)
		if m.Class != answer.Transient || m.Instances != want || !m.Retry || m.Known {
			t.Errorf("%s: got %+v, want a transient meaning with instances %s", name, m, want)
		}
	}
}

// Whether the same request may succeed later follows from the class, but for
// the codes that are listed here.
func TestRetryFollowsTheClassButForListedCodes(t *testing.T) {
	exceptions := map[string]bool{
		"InvalidSecurity.RequestHasExpired": true, "RequestExpired": true,
		"Unsupported": false, "VolumeTypeNotAvailableInZone": false, madeUp: false,
		"DependencyViolation": false, "CustomerKeyHasBeenRevoked": false,
		"InvalidElasticGpuID.NotFound": false, "InvalidZone.NotFound": false,
		"InvalidIPAddress.InUse": false, "InvalidNetworkInterface.InUse": false, "InvalidPlacementGroup.InUse": false,
		"Resource.AlreadyAssigned": false, "Resource.AlreadyAssociated": false, "VolumeInUse": false,
	}
	for m := range answer.All() {
		if !m.Known {
			continue
		}
		var want bool
		switch m.Class {
		case answer.Capacity, answer.Throttling, answer.Transient, answer.NotReady:
			want = true
		}
		if exception, ok := exceptions[m.Code]; ok {
			want = exception
		}
		if m.Retry != want {
			t.Errorf("%s (%s): Retry is %t, want %t", m.Code, m.Class, m.Retry, want)
		}
	}
}

func TestCodesOfResourcesThatCanBeNewAreEventuallyConsistent(t *testing.T) {
	for m := range answer.All() {
		if !m.Known {
			continue
		}
		_, suffix, _ := strings.Cut(m.Code, ".")
		want := m.Code != "InvalidZone.NotFound" && m.Code != "InvalidElasticGpuID.NotFound" && m.Code != "InvalidResourceType.Unknown"
		switch suffix {
		case "NotFound", "NotFoundException", "VersionNotFound", "Unknown", "NotLinkable":
		default:
			want = false
		}
		if m.EventuallyConsistent != want {
			t.Errorf("%s: EventuallyConsistent is %t, want %t", m.Code, m.EventuallyConsistent, want)
		}
	}
}

func TestElsewhereHelpsOnlyWhereTheCodeSaysSo(t *testing.T) {
	type elsewhere struct{ Zone, Type bool }
	want := map[string]elsewhere{
		"IncompatibleHostRequirements":             {true, true},
		"InsufficientFreeAddressesInSubnet":        {true, false},
		"InsufficientHostCapacity":                 {true, true},
		"InsufficientInstanceCapacity":             {true, true},
		"InsufficientVolumeCapacity":               {true, false},
		"InsufficientCapacityOnHost":               {false, true},
		"SpotMaxPriceTooLow":                       {true, true},
		"UnavailableHostRequirements":              {true, true},
		"UnfulfillableCapacity":                    {true, true},
		"Unsupported":                              {true, true},
		"VolumeTypeNotAvailableInZone":             {true, false},
		"InvalidPlacementGroup.InUse":              {true, false},
		"ZonesMismatched":                          {true, false},
		"AttachmentLimitExceeded":                  {false, true},
		"EncryptedVolumesNotSupported":             {false, true},
		"InstanceCreditSpecification.NotSupported": {false, true},
		"InstanceLimitExceeded":                    {false, true},
		"InvalidInstanceType":                      {false, true},
		"InvalidInterface.IpAddressLimitExceeded":  {false, true},
		"MaxSpotInstanceCountExceeded":             {false, true},
		"PrivateIpAddressLimitExceeded":            {false, true},
		"UnsupportedHibernationConfiguration":      {false, true},
		"UnsupportedInstanceTypeOnHost":            {false, true},
		"UnsupportedOperation":                     {false, true},
		"VcpuLimitExceeded":                        {false, true},
	}
	got := map[string]elsewhere{}
	for m := range answer.All() {
		if m.Known && (m.OtherZone || m.OtherType) {
			got[m.Code] = elsewhere{m.OtherZone, m.OtherType}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("elsewhere (-want +got):\n%s", diff)
	}
}

// Advice that loses track of a token launches twice.
func TestActionsAreOneSentenceAndKeepTheClientTokenWhereTheyMust(t *testing.T) {
	for m := range answer.All() {
		if problem := notASentence(m.Action); problem != "" {
			t.Errorf("%s: %s: %q", m.Code, problem, m.Action)
		}
		open := m.Instances == answer.InstancesUnknown || m.Instances == answer.InstancesExist
		if open && strings.Contains(m.Action, "new client token") && !strings.Contains(m.Action, "never") {
			t.Errorf("%s may have launched, and the action is %q", m.Code, m.Action)
		}
		if m.Retry && !strings.Contains(m.Action, "same client token") {
			t.Errorf("%s is worth a retry, and the action is %q", m.Code, m.Action)
		}
		if (m.OtherZone || m.OtherType) && !strings.Contains(m.Action, "new client token") {
			t.Errorf("%s may be launched elsewhere, and the action is %q", m.Code, m.Action)
		}
	}
	for r := range answer.Reasons() {
		if problem := notASentence(r.Action); problem != "" {
			t.Errorf("%s: %s: %q", r.Code, problem, r.Action)
		}
		if r.Relaunch && !strings.Contains(r.Action, "new client token") {
			t.Errorf("%s is worth another launch, and the action is %q", r.Code, r.Action)
		}
	}
}

func notASentence(s string) string {
	switch {
	case s == "":
		return "no action"
	case !unicode.IsUpper(rune(s[0])) || !strings.HasSuffix(s, "."):
		return "not a sentence"
	case strings.Contains(s, ". ") || strings.ContainsAny(s, "\n\t"):
		return "more than one sentence"
	}
	return ""
}
