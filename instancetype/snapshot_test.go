package instancetype

import (
	"errors"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

const snapshotStart = `{"facts":["BareMetal","Hypervisor"],"sources":[{"name":"DescribeInstanceTypes","date":"2026-08-30","live":true}]}` + "\n"

func TestReadSnapshotErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"an empty file", "", "snapshot: empty: want a header line"},
		{"no JSON", "hello", "snapshot line 1: header: invalid character"},
		{"no facts", `{}`, "snapshot line 1: header: names no facts"},
		{"a fact twice", `{"facts":["BareMetal","BareMetal"]}`, "snapshot line 1: header: names BareMetal twice"},
		{"a broken line", snapshotStart + `{"type":`, "snapshot line 2: unexpected end"},
		{"no type", snapshotStart + `{"values":[null,null]}`, "snapshot line 2: names no type"},
		{"too few values", snapshotStart + `{"type":"m5.large","values":[null]}`, "snapshot line 2: m5.large: 1 values for the header's 2 facts"},
		{"a value of another kind", snapshotStart + `{"type":"m5.large","source":"DescribeInstanceTypes 2026-08-30 (live)","values":["yes",null]}`, "snapshot line 2: m5.large: BareMetal: "},
		{"an unnamed source", snapshotStart + `{"type":"m5.large","source":"hearsay","values":[true,null]}`, `snapshot line 2: m5.large: BareMetal: source "hearsay" is not in the header`},
		{"a type twice", snapshotStart + `{"type":"m5.large","values":[null,null]}` + "\n\n" + `{"type":"m5.large","values":[null,null]}`, `snapshot line 4: a second line for "m5.large"`},
		{"cards of another shape", `{"facts":["NetworkInfo.NetworkCards"]}` + "\n" + `{"type":"m5.large","values":[[[0,1]]]}`, "NetworkInfo.NetworkCards: element 0 has 2 members, not 9"},
		{"an endless line", snapshotStart + strings.Repeat("x", 2<<20), "snapshot line 2: "},
	} {
		_, err := ReadSnapshot(strings.NewReader(test.text))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}

// A snapshot written by another version may name facts that this one does not
// know, and lack facts that it does.
func TestReadSnapshotOfAnotherVersion(t *testing.T) {
	live, err := ReadSnapshot(strings.NewReader(
		`{"facts":["QuantumSupported","BareMetal"],"sources":[{"name":"DescribeInstanceTypes","date":"2027-01-01","live":true}]}` + "\n" +
			`{"type":"m5.large","source":"DescribeInstanceTypes 2027-01-01 (live)","values":[{"qubits":12},false]}` + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	info, _ := live.Lookup(types.InstanceTypeM5Large)
	if info.BareMetal() != No || info.Hibernation() != Unknown {
		t.Errorf("bare metal %v, hibernation %v; want no, unknown", info.BareMetal(), info.Hibernation())
	}
}

// A snapshot that was edited by hand may list cards and core counts in any
// order.
func TestReadSnapshotOfListsInAnyOrder(t *testing.T) {
	live, err := ReadSnapshot(strings.NewReader(
		`{"facts":["VCpuInfo.ValidCores","NetworkInfo.NetworkCards","NetworkInfo.NetworkCards.InterfaceTypes.efa"],"sources":[{"name":"me","date":"2027"}]}` + "\n" +
			`{"type":"z9x.large","source":"me 2027","values":[[8,2,4],` +
			`[[2,12,null,null,null,null,null,null,null],[0,10,null,null,null,null,null,null,null],[1,11,null,null,null,null,null,null,null]],[2,1]]}` + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	info, _ := live.Lookup("z9x.large")
	for n, want := range map[int32]Answer{2: Yes, 4: Yes, 8: Yes, 6: No, 10: No} {
		if got := info.ValidCores(n); got != want {
			t.Errorf("%d cores: %v, want %v", n, got, want)
		}
	}
	for index, want := range []Answer{No, Yes, Yes} {
		card, ok := info.NetworkCard(int32(index))
		if most, _ := card.MaxInterfaces(); !ok || most != int32(10+index) || card.EFA() != want {
			t.Errorf("card %d: %v, %d interfaces, EFA %v", index, ok, most, card.EFA())
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("disk full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteSnapshotReportsErrors(t *testing.T) {
	if err := WriteSnapshot(fullDisk{}, All()); !errors.Is(err, errFull) {
		t.Errorf("got %v, want %v", err, errFull)
	}
}

func FuzzReadSnapshot(f *testing.F) {
	f.Add(snapshotStart + `{"type":"m5.large","source":"DescribeInstanceTypes 2026-08-30 (live)","values":[true,"none"]}`)
	f.Add(`{"facts":["NetworkInfo.NetworkCards","GpuInfo.Gpus"],"sources":[{}]}` + "\n" + `{"type":"x","source":"","values":[[[0,1,2,3,4,5,6,7,["efa"]]],[[1,"a","b",2]]]}`)
	f.Fuzz(func(t *testing.T, text string) {
		live, err := ReadSnapshot(strings.NewReader(text))
		if err != nil {
			return
		}
		for i := range live.All() {
			for fact := range Facts() {
				i.Value(fact)
				i.Source(fact)
			}
		}
	})
}
