package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
)

// disk returns the device name of a mapping as EC2 compares it, without the
// directory: "sdf".
func disk(m *types.BlockDeviceMapping) string {
	return strings.TrimPrefix(aws.ToString(m.DeviceName), "/dev/")
}

// dataDisk reports whether the name is one of /dev/sd[f-p], which EC2
// recommends for the EBS volumes that are added to an AMI.
func dataDisk(disk string) bool {
	return len(disk) == len("sdf") && disk[:2] == "sd" && 'f' <= disk[2] && disk[2] <= 'p'
}

// cutDisk splits a name into the bus, "sd", "xvd" or "hd", one or two letters,
// and at most two digits. ok is false for what is not made of these.
func cutDisk(disk string) (bus, letters, digits string, ok bool) {
	for _, bus := range [...]string{"sd", "xvd", "hd"} {
		if rest, found := strings.CutPrefix(disk, bus); found {
			digits = format.TrimLeft(rest, format.Lower)
			letters = rest[:len(rest)-len(digits)]
			ok = 1 <= len(letters) && len(letters) <= 2 && len(digits) <= 2 && format.TrimLeft(digits, format.Digit) == ""
			return bus, letters, digits, ok
		}
	}
	return "", "", "", false
}

const ephemeral = "ephemeral"

// ephemeralNumber is the number of an instance store volume in its virtual name.
func ephemeralNumber(virtualName string) (n int64, ok bool) {
	digits, ok := strings.CutPrefix(virtualName, ephemeral)
	if !ok || len(digits) < 1 || len(digits) > 2 || len(digits) == 2 && digits[0] == '0' {
		return 0, false
	}
	for _, c := range []byte(digits) {
		if !format.Digit(c) {
			return 0, false
		}
		n = 10*n + int64(c-'0')
	}
	return n, true
}
