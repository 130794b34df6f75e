package validate

import (
	"reflect"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/secret"
)

// hidden reports whether a value must not be repeated, whatever the rule that
// reports it: it looks like a secret, or it is the value of a tag whose key
// announces one.
func hidden(structure any, path string, value any) bool {
	text, ok := value.(string)
	if !ok {
		return false
	}
	if secret.In([]byte(text)) != "" {
		return true
	}
	parent, isValue := strings.CutSuffix(path, ".Value")
	if !isValue {
		return false
	}
	v, _, _ := walk(structure, parent)
	tag, isTag := reflect.TypeAssert[types.Tag](v)
	return isTag && tag.Key != nil && secret.Announced(*tag.Key)
}
