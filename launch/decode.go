package launch

import (
	"io"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

// DecodeCLI reads the JSON that "aws ec2 run-instances --cli-input-json" takes:
// members by their names in the API reference, user data as plain text (which
// becomes base64, as the SDK wants it).
//
// As with the CLI, each of MinCount and MaxCount that the document does not
// give is 1. A timestamp may be a date or a date and time in ISO 8601
// ("2026-12-31", "2026-12-31T23:59:59Z"), seconds since the start of 1970 as a
// number or in a string (1798761599), or a date of RFC 1123 or RFC 822 ("Thu,
// 31 Dec 2026 23:59:59 GMT"). Without a zone it is in UTC; a zone is Z, UT,
// UTC, GMT or an offset.
//
// It is strict. Members that are unknown (exact case counts), repeated, null or
// of the wrong type, numbers beyond 32 bits, timestamps beyond the years 0 to
// 9999, text that is not UTF-8 or that EC2 could not answer with, and anything
// behind the request are errors: a [*DecodeError] with path and position, or
// [DecodeErrors].
// A document may have 1 MiB, 1,000 elements a list and 10,000 in all. Whether
// the request is one that EC2 accepts is for [Check] to say.
func DecodeCLI(r io.Reader) (*ec2.RunInstancesInput, error) {
	in, err := clijson.Decode(r)
	return in, decodeError(err)
}

// DecodeCallCLI reads the JSON that --cli-input-json takes of another call into
// the input that call points to, as strictly as [DecodeCLI]:
//
//	var in ec2.CreateLaunchTemplateInput
//	err := launch.DecodeCallCLI(file, &in)
//
// User data is base64 in the document, as these calls of the CLI take it, and
// nothing has a default. Of RunInstances, it reads what DecodeCLI reads. What
// EC2 answers, such as a DescribeLaunchTemplateVersionsOutput, is not for it: the
// SDK reads that. On an error, the input is as it was.
func DecodeCallCLI(r io.Reader, call any) error {
	if in, ok := call.(*ec2.RunInstancesInput); ok && in != nil {
		decoded, err := DecodeCLI(r)
		if err == nil {
			*in = *decoded
		}
		return err
	}
	return decodeError(clijson.DecodeCall(call, r))
}

// decodeError gives the errors of package clijson their public types.
func decodeError(err error) error {
	switch err := err.(type) {
	case *clijson.Error:
		return (*DecodeError)(err)
	case clijson.Errors:
		faults := make(DecodeErrors, len(err))
		for i, fault := range err {
			faults[i] = (*DecodeError)(fault)
		}
		return faults
	}
	return err
}

// A DecodeError says where a document is not a request, and what would be right
// there. As JSON, it reads back without Err.
type DecodeError struct {
	Path    string `json:"path"`             // the member at fault, as AWS spells it; empty for the document as a whole and its syntax
	Offset  int64  `json:"offset"`           // bytes before the fault
	Line    int    `json:"line,omitempty"`   // from 1; 0 where there is no place to point at
	Column  int    `json:"column,omitempty"` // in characters, from 1; 0 where there is no place to point at
	Message string `json:"message"`          // what is wrong and what would be right
	Err     error  `json:"-"`                // what the reader returned, if it is to blame
}

// Error returns one line: position, path and message.
func (e *DecodeError) Error() string {
	if e == nil {
		return "launch: the DecodeError is nil"
	}
	return (*clijson.Error)(e).Error()
}

// Unwrap returns Err.
func (e *DecodeError) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// DecodeErrors are the faults of a document that has several, in its order, at most
// 20, and none behind a list that is too long. [errors.AsType] with *DecodeError
// yields the first.
type DecodeErrors []*DecodeError

// Error returns how many faults there are, and a line for each.
func (es DecodeErrors) Error() string { return clijson.Lines(es) }

// Unwrap returns every fault, as *DecodeError.
func (es DecodeErrors) Unwrap() []error {
	errs := make([]error, len(es))
	for i, e := range es {
		errs[i] = e
	}
	return errs
}
