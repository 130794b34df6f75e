package wire

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// An Error is an EC2 error: what the SDK shows as a smithy.APIError.
type Error struct {
	Status  int
	Code    string
	Message string
}

func (e *Error) Error() string { return e.Code + ": " + e.Message }

// ErrorOf returns an error as one that a client can be told: EC2's InternalError,
// unless it is another one of EC2's.
func ErrorOf(err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	return &Error{http.StatusInternalServerError, "InternalError", err.Error()}
}

// Refuse returns the error of a request that is itself at fault.
func Refuse(code, format string, args ...any) error {
	return &Error{http.StatusBadRequest, code, fmt.Sprintf(format, args...)}
}

// Missing returns the error of a request that lacks a required parameter.
func Missing(parameter string) error {
	return Refuse("MissingParameter", "The request must contain the parameter %s", parameter)
}

// DryRunPassed is EC2's answer to a dry run that finds nothing wrong: an error by form, a success by meaning.
func DryRunPassed() error {
	return &Error{http.StatusPreconditionFailed, "DryRunOperation", "Request would have succeeded, but DryRun flag is set."}
}

// EncodeError returns the document of an error.
func EncodeError(e *Error, requestID string) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + "<Response><Errors><Error>")
	text(&b, "Code", e.Code)
	text(&b, "Message", e.Message)
	b.WriteString("</Error></Errors>")
	text(&b, "RequestID", requestID)
	b.WriteString("</Response>")
	return b.Bytes()
}

// Clip shortens text that came from outside, for use in a message.
func Clip(s string) string {
	const most = 64
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "..."
}
