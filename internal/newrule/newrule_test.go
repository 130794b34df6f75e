package main

import (
	"go/format"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// copyRooms copies the module's rooms into a folder of the test's.
func copyRooms(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, dir := range []string{"network/rules", "blockdevice/rules", "launch/placement/rules"} {
		files, err := filepath.Glob(filepath.Join("../..", dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files: %v", dir, err)
		}
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(root, dir, filepath.Base(file)), text, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return root
}

// TestWritesRulesThatCompile adds rules to copies of rooms, and has the
// compiler read them in the place of the rooms.
func TestWritesRulesThatCompile(t *testing.T) {
	for _, tt := range []struct{ name, area, id, member, file, variable string }{
		{"to a file that the ID leads to", "network", "interface-ip-speed-limit",
			"NetworkInterfaces[].PrivateIpAddress", "network/rules/interface_ip.go", "interfaceIPSpeedLimit"},
		{"to a new file", "placement", "rack-id-format", "Placement.SpreadDomain",
			"launch/placement/rules/rack_id.go", "rackIDFormat"},
		{"to a new file without the word of the area", "placement", "placement-rack-format", "Placement.SpreadDomain",
			"launch/placement/rules/rack.go", "placementRackFormat"},
		{"to a new file without the word of the area, which differs", "blockdevice", "volume-speed-format",
			"BlockDeviceMappings[].Ebs.Iops", "blockdevice/rules/speed.go", "volumeSpeedFormat"},
		{"of a member in a structure in a list", "blockdevice", "volume-speed-ratio", "BlockDeviceMappings[].Ebs.Iops",
			"blockdevice/rules/speed.go", "volumeSpeedRatio"},
		{"of a member in a list in a list", "network", "prefix-ipv4-speed-limit",
			"NetworkInterfaces[].Ipv4Prefixes[].Ipv4Prefix", "network/rules/prefix_ipv4.go", "prefixIPv4SpeedLimit"},
		{"of a range", "placement", "placement-partition-speed-range", "Placement.PartitionNumber",
			"launch/placement/rules/partition.go", "placementPartitionSpeedRange"},
		{"of a length", "network", "interface-description-length", "NetworkInterfaces[].Description",
			"network/rules/interface_description.go", "interfaceDescriptionLength"},
		{"of a range of what is no number", "network", "interface-subnet-range", "NetworkInterfaces[].SubnetId",
			"network/rules/interface_subnet.go", "interfaceSubnetRange"},
		{"advice", "placement", "placement-zone-speed-advice", "Placement.AvailabilityZone",
			"launch/placement/rules/zone.go", "placementZoneSpeedAdvice"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			root := copyRooms(t)
			var out strings.Builder
			if err := run(root, []string{"-area", tt.area, "-id", tt.id, "-member", tt.member}, &out); err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(out.String(), tt.file+": "+tt.variable+".") {
				t.Errorf("it says %q", out.String())
			}
			for _, file := range []string{tt.file, filepath.Join(filepath.Dir(tt.file), "rules.go")} {
				if text, err := os.ReadFile(filepath.Join(root, file)); err != nil ||
					!strings.Contains(string(text), tt.variable) {
					t.Errorf("%s does not have %s: %v", file, tt.variable, err)
				}
			}
			list, err := os.ReadFile(filepath.Join(root, filepath.Dir(tt.file), "rules.go"))
			if err != nil {
				t.Fatal(err)
			}
			if _, asking, _ := strings.Cut(string(list), "func AccountRules()"); strings.Contains(asking, tt.variable) {
				t.Error("the rule stands among those that ask the account")
			}
			compile(t, root, filepath.Dir(tt.file))
		})
	}
}

// TestRangesHaveLimitsInsteadOfACheck: a rule on a number or on the length of a
// text states a range; the limits that the room lacks are added.
func TestRangesHaveLimitsInsteadOfACheck(t *testing.T) {
	for _, tt := range []struct {
		id, member, file string
		have             []string // behind the ID in the file
		limits           int      // that are added
	}{
		{"interface-description-length", "NetworkInterfaces[].Description", "network/rules/interface_description.go",
			[]string{
				"\tMembers: []string{\"NetworkInterfaces[].Description\"},\n" +
					"\tRange:   &validate.Range{Min: interfaceDescriptionMin, Max: interfaceDescriptionMax},\n",
				"At: \"NetworkInterfaces[0].Description\"",
			}, 2},
		{"conntrack-udp-timeout-range", "NetworkInterfaces[].ConnectionTrackingSpecification.UdpTimeout",
			"network/rules/conntrack.go", []string{"Range:   &validate.Range{Min: conntrackUDPTimeoutMin, Max: conntrackUDPTimeoutMax},"}, 0},
		{"interface-subnet-range", "NetworkInterfaces[].SubnetId", "network/rules/interface_subnet.go",
			[]string{`p.Reportf(p.At("NetworkInterfaces[].SubnetId", i), "must")`}, 0},
	} {
		root := copyRooms(t)
		read := func(file string) string {
			text, err := os.ReadFile(filepath.Join(root, file))
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
		before := read("network/rules/limits.go")
		if err := run(root, []string{"-area", "network", "-id", tt.id, "-member", tt.member}, io.Discard); err != nil {
			t.Fatal(err)
		}
		_, written, _ := strings.Cut(read(tt.file), `"`+tt.id+`"`)
		for _, want := range tt.have {
			if !strings.Contains(written, want) {
				t.Errorf("%s: want %s in\n%s", tt.id, want, written)
			}
		}
		added := strings.TrimPrefix(read("network/rules/limits.go"), before)
		if n := strings.Count(added, "= &validate.Limit{"); n != tt.limits {
			t.Errorf("%s: %d limits are added, want %d:\n%s", tt.id, n, tt.limits, added)
		}
	}
}

// TestLoopsOverListsToTheMember: the check of a scaffold reports a member of
// each element that sets it, and allocates nothing.
func TestLoopsOverListsToTheMember(t *testing.T) {
	for member, want := range map[string]string{
		"BlockDeviceMappings[].Ebs.VolumeType": `for i, x := range p.Input.BlockDeviceMappings {
	if x.Ebs != nil && x.Ebs.VolumeType != "" && false {
		p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeType", i), "must")
	}
}`,
		"NetworkInterfaces[].Groups": `for i, x := range p.Input.NetworkInterfaces {
	if len(x.Groups) > 0 && false {
		p.Reportf(p.At("NetworkInterfaces[].Groups", i), "must")
	}
}`,
		"TagSpecifications[].Tags[].Key": `for i, x := range p.Input.TagSpecifications {
	for j, y := range x.Tags {
		if y.Key != nil && false {
			p.Reportf(p.At("TagSpecifications[].Tags[].Key", i, j), "must")
		}
	}
}`,
	} {
		got, err := format.Source([]byte(rule{"a-range", member}.Loops()))
		if err != nil || string(got) != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", member, err, got, want)
		}
	}
}

// TestTheRoomNamesNothingButTheNewRules: until they are filled in, rules on what
// the examples of others set spoil none of these.
func TestTheRoomNamesNothingButTheNewRules(t *testing.T) {
	root := copyRooms(t)
	for _, id := range []string{"interface-description-length", "interface-description-limit"} {
		if err := run(root, []string{"-area", "network", "-id", id, "-member", "NetworkInterfaces[].Description"},
			io.Discard); err != nil {
			t.Fatal(err)
		}
	}
	text, err := inPlace(t, root, "network/rules", "test", "-run", "TestRules|TestInventory")
	if err == nil {
		t.Error("the tests of the room pass")
	}
	for line := range strings.Lines(text) {
		if strings.Contains(line, "_test.go:") && !strings.Contains(line, ": interface-description-l") {
			t.Error(line)
		}
	}
	if n := strings.Count(text, "_test.go:"); n != 2 {
		t.Errorf("there are %d failures, want 2:\n%s", n, text)
	}
}

// compile type-checks a room with the files of root in place of its own.
func compile(t *testing.T, root, room string) {
	t.Helper()
	if text, err := inPlace(t, root, room, "build"); err != nil {
		t.Errorf("%v\n%s", err, text)
	}
}

// inPlace runs a command of go on a room with the files of root in place of its
// own.
func inPlace(t *testing.T, root, room string, command ...string) (string, error) {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(root, room, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var replaced []string
	for _, file := range files {
		replaced = append(replaced, `"`+filepath.Join(dir, room, filepath.Base(file))+`":"`+file+`"`)
	}
	overlay := filepath.Join(root, "overlay.json")
	if err := os.WriteFile(overlay, []byte(`{"Replace":{`+strings.Join(replaced, ",")+`}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	run := exec.Command("go", append(command, "-overlay", overlay, "./"+room)...)
	run.Dir = dir
	text, err := run.CombinedOutput()
	return string(text), err
}

func TestRefuses(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
		want string
	}{
		{"an area without a room", []string{"-area", "nowhere", "-id", "a-range", "-member", "MaxCount"},
			`-area "nowhere": there is no such folder`},
		{"no area", []string{"-id", "a-range", "-member", "MaxCount"}, `-area "": there is no such folder`},
		{"an ID in capitals", []string{"-area", "network", "-id", "A-range", "-member", "MaxCount"},
			`-id "A-range": must be words`},
		{"an ID without an aspect", []string{"-area", "network", "-id", "a-speed", "-member", "MaxCount"},
			`-id "a-speed": must end in one of advice, conflict, deprecated,`},
		{"an ID that is taken", []string{"-area", "network", "-id", "interface-ip-format", "-member", "MaxCount"},
			"interface_ip.go has it already"},
		{"an unknown member", []string{"-area", "network", "-id", "a-range", "-member", "MxCount"},
			`-member "MxCount": a request has no such member`},
	} {
		if err := run(copyRooms(t), tt.args, io.Discard); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}
