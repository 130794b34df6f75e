package instancetype

import (
	"bufio"
	"encoding/json"
	"os"
	"path"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A change is one line of the history: what EC2 changed for types that existed
// already.
type change struct {
	Fact  string
	Count int      // of types
	Types []string // names or patterns; none where only their number is known
}

func history(t *testing.T) []change {
	t.Helper()
	file, err := os.Open("internal/gen/data/history.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var changes []change
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var c change
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		changes = append(changes, c)
	}
	if len(changes) == 0 {
		t.Fatal("the history is empty")
	}
	return changes
}

// types yields the types of the table that the change is about.
func (c change) types(t *testing.T) []Info {
	t.Helper()
	var infos []Info
	for i := range All() {
		if c.names(t, i.Type()) {
			infos = append(infos, i)
		}
	}
	return infos
}

func (c change) names(t *testing.T, name types.InstanceType) bool {
	t.Helper()
	for _, pattern := range c.Types {
		if matches, err := path.Match(pattern, string(name)); err != nil {
			t.Fatalf("%s: %s: %v", c.Fact, pattern, err)
		} else if matches {
			return true
		}
	}
	return false
}

// A fact that EC2 has changed must not reject on a dated value.
func TestWhatHasChangedIsNotStructural(t *testing.T) {
	for _, c := range history(t) {
		f, ok := parseFact(c.Fact)
		if !ok {
			t.Errorf("no fact is called %q", c.Fact)
			continue
		}
		if len(c.Types) == 0 && f.Age() == Structural {
			t.Errorf("%s has changed for %d types, nobody knows which, and is %s", f, c.Count, f.Age())
		}
		infos := c.types(t)
		if len(c.Types) > 0 && len(infos) < c.Count {
			t.Errorf("%s has changed for %d types, but %q are %d", f, c.Count, c.Types, len(infos))
		}
		for _, i := range infos {
			if age := i.Age(f); age == Structural {
				t.Errorf("%s of %s has changed and is %s", f, i.Type(), age)
			}
		}
	}
}

// A fact may be older for some types than in general only where the history has
// a change of that fact, for that family or for types with two network
// cards.
func TestAgesRestOnTheHistory(t *testing.T) {
	changes := history(t)
	for i := range All() {
		name, _ := ParseName(i.Type())
		for f := range Facts() {
			if i.Age(f) == f.Age() {
				continue
			}
			grounds := false
			for _, c := range changes {
				if c.Fact != f.String() {
					continue
				}
				cards := f == FactMaxNetworkInterfaces || f == FactNetworkCards
				grounds = grounds || cards && (len(i.Cards()) == 0 || len(i.Cards()) == 2)
				for _, other := range c.types(t) {
					family, _ := ParseName(other.Type())
					grounds = grounds || family.Family == name.Family
				}
			}
			if !grounds {
				t.Errorf("%s of %s is %s, without a change in the history", f, i.Type(), i.Age(f))
			}
		}
	}
}

func TestAgesOfFacts(t *testing.T) {
	for _, test := range []struct {
		fact Fact
		want Age
	}{
		{0, Volatile},
		{endOfFacts, Volatile},
		{FactVCPUs, Structural},
		{FactCores, Structural},
		{FactMemoryMiB, Revised},
		{FactArchitectures, Structural},
		{FactBareMetal, Structural},
		{FactMaxNetworkInterfaces, Structural},
		{FactIPv4PerInterface, Structural},
		{FactEFACards, Structural},
		{FactHypervisor, Structural},
		{FactBurstable, Structural},
		{FactENA, Revised},
		{FactHibernation, Revised},
		{FactEnclaves, Revised},
		{FactNitroTPM, Revised},
		{FactENAExpress, Revised},
		{FactEFA, Revised},
		{FactEBSMaxIOPS, Revised},
		{FactMaxEBSVolumes, Revised},
		{FactAMDSEVSNP, Revised},
		{FactUsageClasses, Volatile},
		{FactFreeTier, Volatile},
		{FactCurrentGeneration, Volatile},
		{FactDedicatedHosts, Volatile},
		{FactRebootMigration, Volatile},
		{FactPHC, Volatile},
		{FactAutoRecovery, Volatile},
	} {
		if got := test.fact.Age(); got != test.want {
			t.Errorf("%s is %s, want %s", test.fact, got, test.want)
		}
	}
}

func TestAgesOfFactsOfTypes(t *testing.T) {
	for _, test := range []struct {
		typ  types.InstanceType
		fact Fact
		want Age
	}{
		{"m5.large", FactMaxNetworkInterfaces, Structural},
		{"m5.large", FactNetworkCards, Structural},
		{"c6in.16xlarge", FactMaxNetworkInterfaces, Structural}, // one card
		{"c6in.32xlarge", FactMaxNetworkInterfaces, Revised},
		{"m8gn.48xlarge", FactNetworkCards, Revised}, // two cards
		{"i7ie.48xlarge", FactMaxNetworkInterfaces, Revised},
		{"h1.16xlarge", FactMaxNetworkInterfaces, Revised},
		{"p6-b300.48xlarge", FactNetworkCards, Structural},
		{"p6-b300.48xlarge", FactEFACards, Structural},
		{"m6a.8xlarge", FactCores, Revised},
		{"u-6tb1.112xlarge", FactCores, Revised},
		{"u7i-6tb.112xlarge", FactCores, Structural},
		{"m6i.8xlarge", FactCores, Structural},
		{"m6a.8xlarge", FactVCPUs, Structural},
		{"m6a.8xlarge", FactHibernation, Revised},
		{"m6a.8xlarge", FactFreeTier, Volatile},
		{"m6a.8xlarge", 0, Volatile},
		{"m5d.large", FactDisks, Structural},
		{"trn2.48xlarge", FactDisks, Revised},
	} {
		i, ok := Lookup(test.typ)
		if !ok {
			t.Errorf("%s is not in the table", test.typ)
		}
		if got := i.Age(test.fact); got != test.want {
			t.Errorf("%s of %s is %s, want %s", test.fact, test.typ, got, test.want)
		}
	}
}
