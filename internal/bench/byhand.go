package main

import (
	"encoding/base64"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/secret"
)

// byHand tests what the rules test of the members that the rich request sets,
// as somebody would who writes the conditions down one after the other: no
// rules, no editions, no messages. It is the limit that the engine is measured
// against.
func byHand(in *ec2.RunInstancesInput) bool {
	info, known := instancetype.Lookup(in.InstanceType)
	return (known || in.InstanceType == "") &&
		counts(in) && texts(in) && devices(in, info) && interfaces(in, info) &&
		place(in) && cores(in, info) && settings(in) && tagged(in) && userData(in)
}

func counts(in *ec2.RunInstancesInput) bool {
	least, most := in.MinCount, in.MaxCount
	return least != nil && most != nil && *least >= 1 && *most >= 1 && *least <= *most
}

func texts(in *ec2.RunInstancesInput) bool {
	if in.ImageId == nil || !image(*in.ImageId) {
		return false
	}
	if token := in.ClientToken; token != nil && (*token == "" || !upTo(64, *token) || !format.Printable(*token)) {
		return false
	}
	if key := in.KeyName; key != nil && (*key == "" || !upTo(255, *key) || !format.ASCII(*key) || !format.Text(*key)) {
		return false
	}
	if in.IamInstanceProfile != nil {
		name := in.IamInstanceProfile.Name
		return name == nil || upTo(128, *name) && format.MadeOf(*name, "_+=,.@-")
	}
	return true
}

// image reports whether s is the ID of an AMI or a parameter that holds one.
func image(s string) bool {
	parameter, ok := strings.CutPrefix(s, "resolve:ssm:")
	if !ok {
		return format.ID("ami", s)
	}
	for part := range strings.SplitSeq(parameter, ":") {
		if part == "" || !format.MadeOf(part, "_.-/") {
			return false
		}
	}
	return true
}

func place(in *ec2.RunInstancesInput) bool {
	if strings.HasPrefix(string(in.InstanceType), "mac") {
		return false // which needs a host
	}
	p := in.Placement
	if p == nil {
		return true
	}
	if group := p.GroupName; group != nil && (!upTo(255, *group) || !format.ASCII(*group) || !format.Text(*group)) {
		return false
	}
	if part := p.PartitionNumber; part != nil && (*part < 1 || *part > 7 || p.GroupName == nil || *p.GroupName == "") {
		return false
	}
	return p.AvailabilityZone == nil || *p.AvailabilityZone == "" || zone(*p.AvailabilityZone)
}

// zone reports whether s is the name of a zone: two words or more, a number,
// and a suffix that begins with a letter or a hyphen.
func zone(s string) bool {
	for words := 0; ; words++ {
		rest := format.TrimLeft(s, format.Lower)
		if rest == s {
			suffix := format.TrimLeft(s, format.Digit)
			return words >= 2 && suffix != s && suffix != "" && !format.Digit(suffix[0]) && suffix != "-" &&
				format.TrimLeft(suffix, zoneCharacter) == ""
		}
		if rest == "" || rest[0] != '-' {
			return false
		}
		s = rest[1:]
	}
}

func zoneCharacter(c byte) bool { return format.Lower(c) || format.Digit(c) || c == '-' }

func cores(in *ec2.RunInstancesInput, info instancetype.Info) bool {
	cpu := in.CpuOptions
	if cpu == nil || cpu.CoreCount == nil && cpu.ThreadsPerCore == nil {
		return true
	}
	return cpu.CoreCount != nil && cpu.ThreadsPerCore != nil && *cpu.CoreCount >= 1 &&
		*cpu.ThreadsPerCore >= 1 && *cpu.ThreadsPerCore <= 2 &&
		!strings.HasPrefix(string(in.InstanceType), "t2.") && !strings.Contains(string(in.InstanceType), ".metal") &&
		info.CPUOptionsListed() != instancetype.No && info.ValidCores(*cpu.CoreCount) != instancetype.No &&
		info.ValidThreadsPerCore(*cpu.ThreadsPerCore) != instancetype.No
}

func settings(in *ec2.RunInstancesInput) bool {
	if in.Monitoring != nil && in.Monitoring.Enabled == nil {
		return false
	}
	if in.MetadataOptions != nil {
		switch in.MetadataOptions.HttpTokens {
		case "", types.HttpTokensStateOptional, types.HttpTokensStateRequired:
		default:
			return false
		}
	}
	if in.PrivateDnsNameOptions != nil {
		switch in.PrivateDnsNameOptions.HostnameType {
		case "", types.HostnameTypeIpName, types.HostnameTypeResourceName:
		default:
			return false
		}
	}
	return true
}

func userData(in *ec2.RunInstancesInput) bool {
	if in.UserData == nil {
		return true
	}
	var room [1 << 10]byte
	text, err := base64.StdEncoding.AppendDecode(room[:0], []byte(*in.UserData))
	return err == nil && len(text) <= 16<<10 && secret.In(text) == ""
}
