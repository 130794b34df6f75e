package launchtest

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// apiError is an EC2 error: what the SDK shows as a smithy.APIError.
type apiError struct {
	status  int
	code    string
	message string
}

func (e *apiError) Error() string { return e.code + ": " + e.message }

// refusal is the error of a request that is itself at fault.
func refusal(code, format string, args ...any) error {
	return &apiError{http.StatusBadRequest, code, fmt.Sprintf(format, args...)}
}

// dryRunPassed is EC2's answer to a dry run that finds nothing wrong: an error by form, a success by meaning.
func dryRunPassed() error {
	return &apiError{http.StatusPreconditionFailed, "DryRunOperation",
		"Request would have succeeded, but DryRun flag is set."}
}

// writeError answers with an EC2 error.
func writeError(w http.ResponseWriter, err error) {
	e, ok := errors.AsType[*apiError](err)
	if !ok {
		e = &apiError{http.StatusInternalServerError, "InternalError", err.Error()}
	}
	writeXML(w, e.status, errorXML{Code: e.code, Message: e.message, RequestID: w.Header().Get(requestIDHeader)})
}

// clip shortens text that came from outside, for use in a message.
func clip(s string) string {
	const most = 64
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "..."
}
