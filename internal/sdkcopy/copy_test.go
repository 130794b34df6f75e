package sdkcopy

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"
)

// extended is a struct as a newer SDK may have it.
type extended struct {
	Known  *string
	Number *int32
	List   []*part
	Parts  map[string]part
	Part   any
	At     *time.Time
	_      struct{}
}

type part struct{ Names []string }

func newExtended() extended {
	return extended{
		Known:  new("k"),
		Number: new(int32(1)),
		List:   []*part{{Names: []string{"a"}}, nil},
		Parts:  map[string]part{"p": {Names: []string{"b"}}},
		Part:   &part{Names: []string{"c"}},
		At:     new(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)),
	}
}

// copyExtended is what was generated when the struct had the first member only.
func copyExtended(in extended) extended {
	if !has[extended](2) {
		return reflected(in)
	}
	in.Known = pointer(in.Known)
	return in
}

func TestMembersOfANewerSDKAreNotShared(t *testing.T) {
	in := newExtended()
	out := copyExtended(in)
	if diff := cmp.Diff(newExtended(), out); diff != "" {
		t.Errorf("the copy differs (-want +got):\n%s", diff)
	}
	*in.Known, *in.Number, *in.At = "x", 2, time.Time{}
	in.List[0].Names[0] = "x"
	in.List[1] = new(part)
	in.Parts["p"].Names[0] = "x"
	in.Parts["q"] = part{}
	in.Part.(*part).Names[0] = "x"
	if diff := cmp.Diff(newExtended(), out); diff != "" {
		t.Errorf("a change reaches the copy (-want +got):\n%s", diff)
	}
}

func TestReflectionKeepsNilAndEmptyApart(t *testing.T) {
	for _, in := range []extended{{}, {List: []*part{}, Parts: map[string]part{}}} {
		if diff := cmp.Diff(in, copyExtended(in)); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	}
}

// TestGeneratedCodeKnowsTheSDK: the copies are those of the SDK's structs as
// they are, so that reflection is left to the SDKs to come.
func TestGeneratedCodeKnowsTheSDK(t *testing.T) {
	text, err := os.ReadFile("copy_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(s reflect.Type) {
		for s.Kind() == reflect.Pointer || s.Kind() == reflect.Slice {
			s = s.Elem()
		}
		if s.Kind() != reflect.Struct || s == reflect.TypeFor[time.Time]() || seen[s] {
			return
		}
		seen[s] = true
		guard := fmt.Sprintf("func %s(in %s) %[2]s {\n\tif !has[%[2]s](%d) {", s.Name(), s, s.NumField())
		if !strings.Contains(string(text), guard) {
			t.Errorf("run go generate: no copy of %s with %d fields", s, s.NumField())
		}
		for f := range s.Fields() {
			if f.IsExported() {
				visit(f.Type)
			}
		}
	}
	visit(reflect.TypeFor[ec2.RunInstancesInput]())
}

func BenchmarkCopy(b *testing.B) {
	in := filled()
	b.ReportAllocs()
	for b.Loop() {
		RunInstancesInput(*in)
	}
}
