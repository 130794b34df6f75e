package rules

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// blockExpress2023 are the families of instance types at which io2 volumes were
// Block Express by the User Guide of spring 2023. Later all are.
var blockExpress2023 = [...]string{
	"c6in", "c7g", "m6idn", "m6in", "m7g", "r5b", "r6idn", "r6in", "r7g", "trn1", "x2idn", "x2iedn",
}

// hadBlockExpress reports whether io2 volumes were Block Express in 2023 at an
// instance type.
func hadBlockExpress(t types.InstanceType) bool {
	family, _, _ := strings.Cut(string(t), ".")
	return slices.Contains(blockExpress2023[:], family)
}
