package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

const day = "2026-12-24"

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Generating must give what is committed, to the byte.
func TestCommittedFilesAreUpToDate(t *testing.T) {
	facts := read(t, factsFile)
	recorded, table, err := generate(facts, read(t, allowFile), nil, day)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(recorded, facts) {
		t.Errorf("%s is not what the generator writes: run go generate ./instancetype", factsFile)
	}
	if !bytes.Equal(table, read(t, tableFile)) {
		t.Errorf("%s is not what the generator writes: run go generate ./instancetype", tableFile)
	}
}

func TestLimitsSourceIsTheModule(t *testing.T) {
	module, version, _ := strings.Cut(limitsSource.Name, " ")
	if !strings.Contains(string(read(t, "go.mod")), "/"+module+" "+version+"\n") {
		t.Errorf("the source is called %q, go.mod requires another version", limitsSource.Name)
	}
}

// generated runs the generator with answers and returns the new recorded facts.
func generated(t *testing.T, allow string, texts ...string) (recorded, error) {
	t.Helper()
	var described []answers
	for n, text := range texts {
		described = append(described, answers{fmt.Sprintf("answers%d.json", n+1), []byte(text)})
	}
	text, table, err := generate(read(t, factsFile), []byte(string(read(t, allowFile))+allow), described, day)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(string(table), "// Code generated") {
		t.Error("the table is not marked as generated")
	}
	return readRecorded(text)
}

// before is what is recorded of m5.large without answers.
func before(t *testing.T) map[instancetype.Fact]fact {
	t.Helper()
	r, err := readRecorded(read(t, factsFile))
	if err != nil {
		t.Fatal(err)
	}
	return r[types.InstanceTypeM5Large]
}

func TestDescribe(t *testing.T) {
	r, err := generated(t, "",
		`{"InstanceTypes": [{"InstanceType": "m5.large", "HibernationSupported": false, "NetworkInfo": {"EnaSrdSupported": true}}]}
		 {"InstanceTypes": [{"InstanceType": "z99x.large", "HibernationSupported": false}]}`,
		`{"InstanceTypes": [{"InstanceType": "m5.large", "FreeTierEligible": true, "HibernationSupported": true}]}`)
	if err != nil {
		t.Fatal(err)
	}
	now := source{"DescribeInstanceTypes", day}
	for f, want := range map[instancetype.Fact]fact{
		instancetype.FactENAExpress: {"true", now},
		instancetype.FactFreeTier:   {"true", now},
		// Of two files the later one stands.
		instancetype.FactHibernation: {"true", now},
		// What is not in the answers stays.
		instancetype.FactVCPUs: before(t)[instancetype.FactVCPUs],
	} {
		if got := r[types.InstanceTypeM5Large][f]; got != want {
			t.Errorf("%s is %v, want %v", f, got, want)
		}
	}
	if r["z99x.large"] != nil {
		t.Error("a type that the enumeration does not have is recorded")
	}
}

// The whole output of the CLI, as it is printed for every type of the table,
// must come back as it was.
func TestDescribeOfTheCLI(t *testing.T) {
	answer := `{"InstanceTypes": [{
		"InstanceType": "c7gn.xlarge", "BareMetal": false, "Hypervisor": "nitro",
		"ProcessorInfo": {"SupportedArchitectures": ["arm64"], "SustainedClockSpeedInGhz": 2.6, "Manufacturer": "AWS"},
		"VCpuInfo": {"DefaultVCpus": 4, "DefaultCores": 4, "DefaultThreadsPerCore": 1, "ValidCores": [1, 2, 3, 4], "ValidThreadsPerCore": [1]},
		"MemoryInfo": {"SizeInMiB": 8192},
		"EbsInfo": {"EbsOptimizedSupport": "default", "NvmeSupport": "required", "MaximumEbsAttachments": 77},
		"NetworkInfo": {"MaximumNetworkInterfaces": 4, "Ipv4AddressesPerInterface": 15, "EnaSupport": "required"}
	}]}`
	r, err := generated(t, "", answer)
	if err != nil {
		t.Fatal(err)
	}
	facts := r["c7gn.xlarge"]
	for f, want := range map[instancetype.Fact]string{
		instancetype.FactMaxEBSVolumes:        "77",
		instancetype.FactCores:                "[1,2,3,4]",
		instancetype.FactMaxNetworkInterfaces: "4",
	} {
		if got := facts[f]; got.value != want || got.source.Date != day {
			t.Errorf("%s is %v, want %s of %s", f, got, want, day)
		}
	}
}

func TestDisagreements(t *testing.T) {
	const wrong = `{"InstanceTypes": [{"InstanceType": "m5.large", "VCpuInfo": {"DefaultVCpus": 3}}]}`
	const subject = "m5.large VCpuInfo.DefaultVCpus"
	_, err := generated(t, "", wrong)
	want := fmt.Sprintf("%s: recorded is 2 (%s), new is 3 (DescribeInstanceTypes %s)", subject, before(t)[instancetype.FactVCPUs].source, day)
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("without an allowance: %v, want %s", err, want)
	}
	for choice, want := range map[string]string{"recorded": "2", "new": "3", "unknown": ""} {
		r, err := generated(t, subject+" "+choice+" for the test\n", wrong)
		if err != nil {
			t.Errorf("%s: %v", choice, err)
			continue
		}
		if got := r["m5.large"][instancetype.FactVCPUs].value; got != want {
			t.Errorf("%s: %q, want %q", choice, got, want)
		}
	}
}

// EC2 has revised the memory of two types only: that of another type is looked
// at before it is taken.
func TestSeldomRevisedFactsDisagree(t *testing.T) {
	for fact, answer := range map[string]string{
		"MemoryInfo.SizeInMiB":   `"MemoryInfo": {"SizeInMiB": 8193}`,
		"VCpuInfo.DefaultCores":  `"VCpuInfo": {"DefaultCores": 2}`,
		"NetworkInfo.EnaSupport": `"NetworkInfo": {"EnaSupport": "supported"}`,
	} {
		_, err := generated(t, "", `{"InstanceTypes": [{"InstanceType": "m5.large", `+answer+`}]}`)
		if want := "m5.large " + fact + ": recorded is"; err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", fact, err, want)
		}
	}
}

// What EC2 answers now is taken in place of what it answered earlier, though
// the network package does not know yet.
func TestNewStandsAgainstTheLimits(t *testing.T) {
	const answer = `{"InstanceTypes": [{"InstanceType": "m5.large", "NetworkInfo": {"MaximumNetworkInterfaces": 5}}]}`
	r, err := generated(t, "m5.large NetworkInfo.MaximumNetworkInterfaces new for the test\n", answer)
	if err != nil {
		t.Fatal(err)
	}
	if got := r["m5.large"][instancetype.FactMaxNetworkInterfaces].value; got != "5" {
		t.Errorf("got %s, want 5", got)
	}
}

// A line that settles a disagreement with answers stays while there are none,
// and goes when they agree.
func TestAllowancesThatAreNotNeeded(t *testing.T) {
	const right = `{"InstanceTypes": [{"InstanceType": "m5.large", "VCpuInfo": {"DefaultVCpus": 2}}]}`
	const subject = "m5.large VCpuInfo.DefaultVCpus"
	for _, test := range []struct {
		line    string
		answers []string
		want    string // in the error; "" for none
	}{
		{subject + " recorded for the test", nil, ""},
		{subject + " unknown for the test", nil, ""},
		{subject + " recorded for the test", []string{right}, subject + ": the sources agree by now"},
		{subject + " new for the test", nil, subject + ": nothing is new"},
		{"m5.lagre BareMetal recorded for the test", nil, "m5.lagre BareMetal: service/ec2 does not list the type"},
	} {
		_, err := generated(t, test.line+"\n", test.answers...)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), "lines of data/allow.txt to delete\n"+test.want) {
			t.Errorf("%s: %v, want %q", test.line, err, test.want)
		}
	}
}

// EC2 raises the bandwidth of cards and adds figures to them, which is no
// disagreement; another number of interfaces is.
func TestCardsMayGrow(t *testing.T) {
	const card = `{"InstanceTypes": [{"InstanceType": "m5.large", "NetworkInfo": {"NetworkCards": [
		{"NetworkCardIndex": 0, "MaximumNetworkInterfaces": %d, "BaselineBandwidthInGbps": 1.5, "PeakBandwidthInGbps": 20}]}}]}`
	r, err := generated(t, "", fmt.Sprintf(card, 3))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := r["m5.large"][instancetype.FactNetworkCards].value, "[[0,3,1.5,20,null,null,null,null,null]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, err := generated(t, "", fmt.Sprintf(card, 4)); err == nil || !strings.Contains(err.Error(), "m5.large NetworkInfo.NetworkCards: recorded is") {
		t.Errorf("four interfaces in place of three: %v", err)
	}
}

// A wrong figure in the recorded facts must not pass the network package, and
// an unknown one be filled from it.
func TestLimits(t *testing.T) {
	r, err := readRecorded(read(t, factsFile))
	if err != nil {
		t.Fatal(err)
	}
	large := r[types.InstanceTypeM5Large]
	large[instancetype.FactMaxNetworkInterfaces] = fact{"4", large[instancetype.FactMaxNetworkInterfaces].source}
	large[instancetype.FactNetworkCards] = fact{`[[0,4,0.75,10,8,null,null,null,null]]`, large[instancetype.FactNetworkCards].source}
	delete(large, instancetype.FactIPv4PerInterface)
	m := &merger{facts: r, allowed: map[subject]*allowance{}}
	m.limits()
	faults := strings.Join(m.faults, "\n")
	for _, want := range []string{
		"m5.large NetworkInfo.MaximumNetworkInterfaces: recorded is 4 (",
		"m5.large NetworkInfo.NetworkCards: recorded is [[0,4,0.75",
	} {
		if !strings.Contains(faults, want) {
			t.Errorf("no fault says %q:\n%s", want, faults)
		}
	}
	if got := large[instancetype.FactIPv4PerInterface]; got != (fact{"10", limitsSource}) {
		t.Errorf("the unknown figure is filled with %v", got)
	}
}

func TestBadInput(t *testing.T) {
	facts, allow := string(read(t, factsFile)), string(read(t, allowFile))
	header, rest, _ := strings.Cut(facts, "\n")
	first, others, _ := strings.Cut(rest, "\n")
	for _, test := range []struct {
		name, facts, allow, describe, want string
	}{
		{"answers that are none", facts, allow, `{"Reservations": []}`, "answers.json: no InstanceTypes in it"},
		{"answers that are no JSON", facts, allow, `InstanceTypes:`, "answers.json: want the output of aws ec2 describe-instance-types"},
		{"answers that were picked from", facts, allow, `[{"InstanceType": "m5.large"}]`, "answers.json: want the output of aws ec2 describe-instance-types"},
		{
			"a name that service/ec2 does not have yet", facts, allow, `{"InstanceTypes": [{"InstanceType": "m5.large", "SupportedBootModes": ["uefi", "osmosis"]}]}`,
			`answers.json: m5.large: SupportedBootModes: "osmosis" is not known: update service/ec2`,
		},
		{
			"a choice that service/ec2 does not have yet", facts, allow, `{"InstanceTypes": [{"InstanceType": "m5.large", "NetworkInfo": {"EnaSupport": "mandatory"}}]}`,
			`answers.json: m5.large: NetworkInfo.EnaSupport: "mandatory" is not known`,
		},
		{"an allowance without a reason", facts, "m5.large BareMetal new", "", "data/allow.txt: line 1: want type, fact, choice and a reason"},
		{"an allowance of an unknown choice", facts, "m5.large BareMetal both because", "", `line 1: choice "both": want recorded, new or unknown`},
		{"an allowance for no fact", facts, "m5.large Colour new because", "", `m5.large: no fact is called "Colour"`},
		{"two allowances for one fact", facts, "m5.large BareMetal new x\nm5.large BareMetal new y", "", "line 2: a second line for m5.large BareMetal"},
		{"a type twice", header + "\n" + first + "\n" + first + "\n" + others, allow, "", "line 3: a second line for a1.medium"},
		{"a type that is not in the enumeration", header + "\n" + strings.Replace(first, "a1.medium", "a1.colossal", 1) + "\n" + others, allow, "", "a1.colossal is recorded, but not in the enumeration"},
		{"a fact that there is not", strings.Replace(facts, "CurrentGeneration", "Colour", 1), allow, "", `no fact is called "Colour"`},
		{"a value of the wrong kind", strings.Replace(facts, `["arm64"]`, `"arm64"`, 1), allow, "", "a1.medium: ProcessorInfo.SupportedArchitectures: json:"},
		{"a name outside the vocabulary", strings.Replace(facts, `["arm64"]`, `["arm65"]`, 1), allow, "", `a1.medium: ProcessorInfo.SupportedArchitectures: "arm65" is none of`},
	} {
		var described []answers
		if test.describe != "" {
			described = []answers{{"answers.json", []byte(test.describe)}}
		}
		_, _, err := generate([]byte(test.facts), []byte(test.allow), described, day)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %.200v, want %s", test.name, err, test.want)
		}
	}
}

// A set has seven bits for names.
func TestVocabulariesFit(t *testing.T) {
	for f := firstSet; f < firstText; f++ {
		if n := len(vocabularies[f]); n == 0 || n > 7 {
			t.Errorf("%s has %d names: widen type set of package instancetype", f, n)
		}
	}
	if n := len(cardInterfaceTypes); n > 7 {
		t.Errorf("there are %d interface types of cards: widen type set of package instancetype", n)
	}
}

func TestCard(t *testing.T) {
	for text, want := range map[string]string{
		`[0,15,0.75,10,8,16,32,4,["efa","interface"]]`: "{0, 16, 7500, 100000, 9, 17, 33, 5, 133}",
		`[1,0,null,null,null,null,null,null,null]`:     "{1, 1, 0, 0, 0, 0, 0, 0, 0}",
		`[2,null,100,100,null,null,null,null,[]]`:      "{2, 0, 1000000, 1000000, 0, 0, 0, 0, 128}",
		`[0,15]`:                        "error",
		`[0,15,1,1,1,1,1,1,["pigeon"]]`: "error",
		`[0,"15",0.75,10,8,16,32,4,["efa","interface"]]`: "error",
	} {
		got, err := card(json.RawMessage(text))
		if err != nil {
			got = "error"
		}
		if got != want {
			t.Errorf("%s: %s (%v), want %s", text, got, err, want)
		}
	}
}
