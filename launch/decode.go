package launch

import (
	"io"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

// A DecodeError says where a document is not a request, and what would be right there.
type DecodeError = clijson.Error

// DecodeCLI reads the JSON that "aws ec2 run-instances --cli-input-json" takes:
// members by their names in the API reference, user data as plain text (which
// becomes base64, as the SDK wants it).
//
// It is strict. Members that are unknown (exact case counts), repeated, null or
// of the wrong type, numbers beyond 32 bits, text that is not UTF-8 or that EC2
// could not answer with, and anything behind the request are errors, each a
// [*DecodeError] with path and position. A document may have 1 MiB and 1,000
// elements a list. Whether the request is one that EC2 accepts is for [Check]
// to say.
func DecodeCLI(r io.Reader) (*ec2.RunInstancesInput, error) { return clijson.Decode(r) }
