package cloud

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

func TestEveryActionWithNamesIsServed(t *testing.T) {
	for _, action := range wire.Actions() {
		if operation(action) == nil {
			t.Errorf("%s is not served", action)
		}
	}
	if operation("LaunchInstances") != nil {
		t.Error("an action that there is not is served")
	}
}

// filtered returns what the filters of an action look at.
func filtered(action string) reflect.Type {
	if action == "DescribeInstances" {
		return reflect.TypeFor[described]()
	}
	method, _ := reflect.TypeFor[*ec2.Client]().MethodByName(action)
	output := method.Type.Out(0).Elem()
	for f := range output.Fields() {
		if f.Type.Kind() == reflect.Slice {
			return f.Type.Elem()
		}
	}
	return nil
}

func TestEveryFilterLooksAtAMember(t *testing.T) {
	for action, table := range filterTables {
		for name, path := range table {
			at := filtered(action)
			for _, member := range strings.Split(path, ".") {
				for at.Kind() == reflect.Pointer || at.Kind() == reflect.Slice {
					at = at.Elem()
				}
				f, ok := at.FieldByName(member)
				if !ok {
					t.Fatalf("%s: %s looks at %s, and %s has no %s", action, name, path, at, member)
				}
				at = f.Type
			}
			for at.Kind() == reflect.Pointer || at.Kind() == reflect.Slice {
				at = at.Elem()
			}
			if at.Kind() == reflect.Struct && at != reflect.TypeFor[time.Time]() {
				t.Errorf("%s: %s looks at %s, which is a structure", action, name, path)
			}
		}
	}
}

// undocumented are filters that clients use though the SDK does not list them:
// tag-value everywhere, and those with names in camel case or of another page.
var undocumented = []string{"tag-value", "availabilityZone", "cidr", "cidrBlock", "defaultForAz", "isDefault", "group-name", "tag-key"}

func TestEveryFilterIsDocumented(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2/service/ec2").Output()
	if err != nil {
		t.Fatal(err)
	}
	for action, table := range filterTables {
		source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "api_op_"+action+".go"))
		if err != nil {
			t.Fatal(err)
		}
		text := regexp.MustCompile(`\n\t+//\s*`).ReplaceAllString(string(source), " ")
		for name := range table {
			if !slices.Contains(undocumented, name) && !regexp.MustCompile(`[- \[:]`+regexp.QuoteMeta(name)+`[\] ]`).MatchString(text) {
				t.Errorf("%s: nothing documents the filter %s", action, name)
			}
		}
	}
}

func TestNoFilterOfDescribeInstancesIsForgotten(t *testing.T) {
	// The members that these look at are never set.
	absent := regexp.MustCompile(`^(tag:|requester-id|outpost-arn|tpm-support|operator\..*|metadata-options.http-protocol-ipv4|` +
		`network-interface\.(addresses\.)?(association\.)(allocation-id|association-id|carrier-ip|customer-owned-ip)|` +
		`network-interface\.(attachment\.instance-id|attachment\.instance-owner-id|availability-zone|deny-all-igw-traffic|ipv6-address|ipv6-native|` +
		`operator\.managed|operator\.principal|outpost-arn|requester-id|requester-managed|tag-key|tag-value))$`)
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2/service/ec2").Output()
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "api_op_DescribeInstances.go"))
	if err != nil {
		t.Fatal(err)
	}
	documented := regexp.MustCompile(`(?m)^\t//\s+- ([a-z0-9][a-z0-9.:<>-]+) - `).FindAllStringSubmatch(string(source), -1)
	if len(documented) < 100 {
		t.Fatalf("%d filters are documented", len(documented))
	}
	for _, m := range documented {
		if _, served := instanceFilters[m[1]]; !served && !absent.MatchString(m[1]) {
			t.Errorf("%s is not served", m[1])
		}
	}
}

func TestMatch(t *testing.T) {
	for _, test := range []struct {
		pattern, s string
		want       bool
	}{
		{"", "", true}, {"", "a", false}, {"a", "a", true}, {"a", "A", false}, {"*", "", true}, {"?", "", false}, {"?", "é", true},
		{"??", "é", false}, {"a*", "a", true}, {"*a", "ba", true}, {"*a", "ab", false}, {"a*b*c", "abbbc", true}, {"a*b*c", "acb", false},
		{`\*`, "*", true}, {`\*`, "a", false}, {`\?`, "?", true}, {`\`, `\`, true}, {`\\`, `\`, true}, {`*\**`, "a*b", true}, {`*\**`, "ab", false},
		{"*é?", "éé", true}, {"**", "ab", true}, {"a?c*", "abcd", true},
	} {
		if got := match(test.pattern, test.s); got != test.want {
			t.Errorf("match(%q, %q) = %t", test.pattern, test.s, got)
		}
	}
}

func TestShortNamesOfRegions(t *testing.T) {
	for region, want := range map[string]string{
		"us-east-1": "use1", "ap-southeast-2": "apse2", "eu-central-1": "euc1", "ap-northeast-3": "apne3", "us-gov-west-1": "usgw1", "eu-north-1": "eun1", "ca-west-1": "caw1",
	} {
		if got := shortRegion(region); got != want || !regionName.MatchString(region) {
			t.Errorf("%s is short for %s, want %s", got, region, want)
		}
	}
}
