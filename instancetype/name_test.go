package instancetype

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
)

func TestParseName(t *testing.T) {
	for _, test := range []struct {
		name types.InstanceType
		want Name
	}{
		{"m5.large", Name{Family: "m5", Series: "m", Generation: 5, Size: "large"}},
		{"c7gn.16xlarge", Name{Family: "c7gn", Series: "c", Generation: 7, Attributes: "gn", Size: "16xlarge"}},
		{"m7i-flex.2xlarge", Name{Family: "m7i-flex", Series: "m", Generation: 7, Attributes: "i", Suffix: "flex", Size: "2xlarge"}},
		{"r8g.metal-24xl", Name{Family: "r8g", Series: "r", Generation: 8, Attributes: "g", Size: "metal-24xl"}},
		{"hpc7g.4xlarge", Name{Family: "hpc7g", Series: "hpc", Generation: 7, Attributes: "g", Size: "4xlarge"}},
		{"is4gen.medium", Name{Family: "is4gen", Series: "is", Generation: 4, Attributes: "gen", Size: "medium"}},
		{"u-6tb1.metal", Name{Family: "u-6tb1", Series: "u", Generation: 1, Suffix: "6tb", Size: "metal"}},
		{"u7in-24tb.224xlarge", Name{Family: "u7in-24tb", Series: "u", Generation: 7, Attributes: "in", Suffix: "24tb", Size: "224xlarge"}},
		{"mac2-m2pro.metal", Name{Family: "mac2-m2pro", Series: "mac", Generation: 2, Suffix: "m2pro", Size: "metal"}},
		{"mac-m4.metal", Name{Family: "mac-m4", Series: "mac", Suffix: "m4", Size: "metal"}},
		{"p6e-gb200.36xlarge", Name{Family: "p6e-gb200", Series: "p", Generation: 6, Attributes: "e", Suffix: "gb200", Size: "36xlarge"}},
		{"m12gdn-flex-b.metal-480xl", Name{Family: "m12gdn-flex-b", Series: "m", Generation: 12, Attributes: "gdn", Suffix: "flex-b", Size: "metal-480xl"}},
	} {
		got, err := ParseName(test.name)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestParseNameErrors(t *testing.T) {
	for _, test := range []struct {
		name types.InstanceType
		want string
	}{
		{"", `instance type "": no size: want family and size, as in "m7g.large"`},
		{"m5", `instance type "m5": no size`},
		{"m5.", `instance type "m5.": no size`},
		{".large", `no series letters`},
		{"5.large", `no series letters`},
		{"M5.large", `no series letters`},
		{"m.large", `no generation`},
		{"m5.large ", `size "large "`},
		{"m5.LARGE", `size "LARGE"`},
		{"m5.large.metal", `size "large.metal"`},
		{"m5_d.large", `family "m5_d"`},
		{"m5-.large", `family "m5-"`},
		{"m99999999999999999999.large", `generation "99999999999999999999"`},
		{types.InstanceType("m5\x00." + strings.Repeat("x", 1000)), `family "m5\x00"`},
	} {
		got, err := ParseName(test.name)
		if err == nil || !strings.Contains(err.Error(), test.want) || got != (Name{}) {
			t.Errorf("%.32q: %v, %v; want an error with %s", test.name, got, err, test.want)
		}
		if err != nil && len(err.Error()) > 300 {
			t.Errorf("%.32q: the error has %d bytes", test.name, len(err.Error()))
		}
	}
}

func TestParseNameOfEveryType(t *testing.T) {
	for i := range All() {
		n, err := ParseName(i.Type())
		if err != nil && !knowsAny(i) {
			t.Logf("nothing is known of %s, not even how its name is read: %v", i.Type(), err)
			continue
		}
		if err != nil {
			t.Error(err)
			continue
		}
		if len(i.Type()) > longestName {
			t.Errorf("%s is longer than Nearest expects, %d", i.Type(), longestName)
		}
		if n.String() != string(i.Type()) {
			t.Errorf("%s reads %+v, which prints as %s", i.Type(), n, n)
		}
		if known := i.BareMetal(); known != Unknown && n.Metal() != (known == Yes) {
			t.Errorf("%s: bare metal by name %v, by fact %v", i.Type(), n.Metal(), known)
		}
	}
}

func TestCompare(t *testing.T) {
	ordered := []types.InstanceType{
		"", "a1.medium", "c5.large", "c5.xlarge", "c5.2xlarge", "c5.12xlarge", "c5.metal", "c5a.large", "c7i.metal-24xl",
		"c7i.metal-48xl", "c10g.large", "m5", "t3.nano", "t3.micro", "t3.small", "t3.medium", "t3.colossal", "x02.large", "x2.large",
	}
	for i, a := range ordered {
		for k, b := range ordered {
			got, want := Compare(a, b), 0
			switch {
			case i < k:
				want = -1
			case i > k:
				want = 1
			}
			if got != want {
				t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestNearest(t *testing.T) {
	for _, test := range []struct {
		reason, name string
		want         types.InstanceType
	}{
		{"swapped letters", "m5.lagre", "m5.large"},
		{"a missing dot", "m5large", "m5.large"},
		{"a missing letter", "t3.micr", "t3.micro"},
		{"upper case and spaces", " M5.Large ", "m5.large"},
		{"the right name", "c7gn.16xlarge", "c7gn.16xlarge"},
		{"a size that the family does not have stays in the family", "c5.8xlarge", "c5.xlarge"},
		{"a wrong hyphen", "m7i.flex.large", "m7i-flex.large"},
		{"a longer word", "r8g.metal24xl", "r8g.metal-24xl"},
	} {
		got := Nearest(test.name, 3)
		if len(got) != 3 || got[0] != test.want {
			t.Errorf("%s: Nearest(%q) = %v, want %s first", test.reason, test.name, got, test.want)
		}
	}
}

func TestNearestOfNothingLikeIt(t *testing.T) {
	for _, name := range []string{"", "   ", "xxxxxxxxxxxxxxxx", "ami-0abcdef1234567890", strings.Repeat("m5.large", 10_000), "\x00\xff"} {
		if got := Nearest(name, 3); len(got) != 0 {
			t.Errorf("Nearest(%.20q) = %v", name, got)
		}
	}
	for _, n := range []int{0, -1} {
		if got := Nearest("m5.large", n); len(got) != 0 {
			t.Errorf("Nearest(m5.large, %d) = %v", n, got)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, seed := range []string{"m5.large", "u-6tb1.metal", "mac-m4.metal", "m5-.large", "\xff.\x00"} {
		f.Add(seed, "c5.large")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if n, err := ParseName(types.InstanceType(a)); err == nil && n.String() != a {
			t.Errorf("%q prints as %q", a, n)
		}
		x, y := types.InstanceType(a), types.InstanceType(b)
		if Compare(x, y) != -Compare(y, x) || (Compare(x, y) == 0) != (a == b) {
			t.Errorf("Compare(%q, %q) = %d, the other way %d", a, b, Compare(x, y), Compare(y, x))
		}
		for _, near := range Nearest(a, 2) {
			if _, ok := Lookup(near); !ok {
				t.Errorf("Nearest(%q) names %q, which is not in the table", a, near)
			}
		}
	})
}
