package launch

import (
	"io"
	"log/slog"
	"strconv"

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
// behind the request are errors. A document may have 1 MiB, 1,000 elements a
// list and 10,000 in all. Whether the request is one that EC2 accepts is for
// [Check] to say.
//
// What is wrong in the document is a [*DecodeErrors], also of a single fault: at
// most 20 faults, each with path, line and column. An error of r is wrapped in one
// of another type. There is no request then.
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
// nothing has a default. An [ec2.RunInstancesInput] is read as DecodeCLI reads
// it, with plain user data and default counts. DecodeCallCLI is not for what EC2
// answers, such as a DescribeLaunchTemplateVersionsOutput: the SDK reads that.
//
// Its errors are those of DecodeCLI, and one of no special type where call does
// not point to an input. They leave the input as it was.
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

// decodeError gives the faults of package clijson their public type.
func decodeError(err error) error {
	switch err := err.(type) {
	case *clijson.Error:
		return &DecodeErrors{[]*DecodeError{(*DecodeError)(err)}}
	case clijson.Errors:
		faults := make([]*DecodeError, len(err))
		for i, fault := range err {
			faults[i] = (*DecodeError)(fault)
		}
		return &DecodeErrors{faults}
	}
	return err
}

// A DecodeError says where a document is not a request, and what would be right
// there. As JSON, it reads back.
type DecodeError struct {
	Path    string `json:"path"`             // the member at fault, as AWS spells it; empty for the document as a whole and its syntax
	Offset  int64  `json:"offset"`           // bytes before the fault
	Line    int    `json:"line,omitempty"`   // from 1; 0 where there is no place to point at
	Column  int    `json:"column,omitempty"` // in characters, from 1; 0 where there is no place to point at
	Message string `json:"message"`          // what is wrong and what would be right
}

// Error returns one line: position, path and message.
func (e *DecodeError) Error() string {
	if e == nil {
		return "launch: the DecodeError is nil"
	}
	return (*clijson.Error)(e).Error()
}

// LogValue logs path, line, column and message as a group, without the members
// that are not set.
func (e *DecodeError) LogValue() slog.Value {
	if e == nil {
		return slog.Value{}
	}
	var attrs []slog.Attr
	if e.Path != "" {
		attrs = append(attrs, slog.String("path", e.Path))
	}
	if e.Line > 0 {
		attrs = append(attrs, slog.Int("line", e.Line), slog.Int("column", e.Column))
	}
	return slog.GroupValue(append(attrs, slog.String("message", e.Message))...)
}

// DecodeErrors are the faults for which a document is not a request. [errors.AsType]
// with *DecodeError yields the first. As JSON, they read back.
//
// Some faults hide others. Where the document is not JSON in UTF-8, that is the
// only fault, wherever it stands. Nothing behind a list that is too long is
// looked at. At most 20 faults are kept: see [DecodeErrors.More].
type DecodeErrors struct {
	Faults []*DecodeError `json:"faults"` // at least one, in the order of the document
}

// More reports whether there are as many faults as are kept, 20, so that the
// document may have others behind them.
func (es *DecodeErrors) More() bool { return es != nil && len(es.Faults) >= clijson.MaxFaults }

// Error returns the only fault on one line, or how many there are and a line for
// each.
func (es *DecodeErrors) Error() string {
	if es == nil {
		return "launch: the DecodeErrors are nil"
	}
	return clijson.Lines(es.Faults)
}

// Unwrap returns every fault, as *DecodeError.
func (es *DecodeErrors) Unwrap() []error {
	if es == nil {
		return nil
	}
	errs := make([]error, len(es.Faults))
	for i, e := range es.Faults {
		errs[i] = e
	}
	return errs
}

// LogValue logs each fault as a group of its own, named "0", "1" and so on, and
// more where [DecodeErrors.More] reports true.
func (es *DecodeErrors) LogValue() slog.Value {
	if es == nil {
		return slog.Value{}
	}
	var attrs []slog.Attr
	for i, e := range es.Faults {
		attrs = append(attrs, slog.Any(strconv.Itoa(i), e))
	}
	if es.More() {
		attrs = append(attrs, slog.Bool("more", true))
	}
	return slog.GroupValue(attrs...)
}
