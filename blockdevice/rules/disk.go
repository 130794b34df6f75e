package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
)

// diskOf returns the device name of a mapping as EC2 compares it, without the
// directory: "sdf".
func diskOf(m *types.BlockDeviceMapping) string {
	return strings.TrimPrefix(aws.ToString(m.DeviceName), "/dev/")
}

// added reports whether the name is one of /dev/sd[f-p], which EC2 recommends
// for the EBS volumes that are added to those of the AMI.
func added(disk string) bool {
	return len(disk) == len("sdf") && disk[:2] == "sd" && 'f' <= disk[2] && disk[2] <= 'p'
}

// diskParts are the bus, "sd", "xvd" or "hd", one or two letters, and at most
// two digits of a disk's name. It is zero for what is not made of these.
type diskParts struct{ bus, letters, digits string }

func cutDisk(disk string) diskParts {
	for _, bus := range [...]string{"sd", "xvd", "hd"} {
		rest, found := strings.CutPrefix(disk, bus)
		if !found {
			continue
		}
		digits := format.TrimLeft(rest, format.Lower)
		letters := rest[:len(rest)-len(digits)]
		if len(letters) < 1 || len(letters) > 2 || len(digits) > 2 || format.TrimLeft(digits, format.Digit) != "" {
			break
		}
		return diskParts{bus, letters, digits}
	}
	return diskParts{}
}
