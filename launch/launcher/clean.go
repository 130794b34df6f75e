package launcher

import (
	"errors"
	"net"
	"net/http"
	"net/url"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/ec2launch/ec2launch/validate"
)

// clean returns an error that says the same without the HTTP request, whose
// body holds the user data, and without text that repeats that.
func (s secret) clean(err error) error {
	switch e := err.(type) {
	case nil:
		return nil
	case *validate.Error, *Shortfall, *Error, *net.OpError, *net.DNSError:
		return err
	case *notSent:
		return &notSent{s.clean(e.err)}
	case *refusedAgain:
		return &refusedAgain{s.clean(e.err)}
	case *smithy.OperationError:
		return &smithy.OperationError{ServiceID: e.ServiceID, OperationName: e.OperationName, Err: s.clean(e.Err)}
	case *smithy.GenericAPIError:
		return hide(&smithy.GenericAPIError{Code: s.code(e.Code), Message: s.cut(e.Message), Fault: e.Fault})
	case *smithy.DeserializationError:
		return &smithy.DeserializationError{Err: s.clean(e.Err)}
	case *smithy.SerializationError:
		return &smithy.SerializationError{Err: s.clean(e.Err)}
	case *smithy.CanceledError:
		return &smithy.CanceledError{Err: s.clean(e.Err)}
	case *aws.RequestCanceledError:
		return &aws.RequestCanceledError{Err: s.clean(e.Err)}
	case *retry.MaxAttemptsError:
		return &retry.MaxAttemptsError{Attempt: e.Attempt, Err: s.clean(e.Err)}
	case *awshttp.ResponseError:
		return &awshttp.ResponseError{ResponseError: s.response(e.ResponseError), RequestID: s.cut(e.RequestID)}
	case *smithyhttp.ResponseError:
		return s.response(e)
	case *smithyhttp.RequestSendError:
		return &smithyhttp.RequestSendError{Err: s.clean(e.Err)}
	case *url.Error:
		return &url.Error{Op: e.Op, URL: e.URL, Err: s.clean(e.Err)}
	case interface{ Unwrap() []error }:
		var errs []error
		for _, part := range e.Unwrap() {
			errs = append(errs, s.clean(part))
		}
		return errors.Join(errs...)
	case interface{ Unwrap() error }:
		return s.wrap(err, e.Unwrap())
	}
	if text := err.Error(); s.cut(text) != text {
		return s.wrap(err, nil)
	}
	return hide(err)
}

// hide returns an error that has an encoded authorization message only within.
func hide(err error) error {
	text := err.Error()
	if hidden := hideAuthorization(text); hidden != text {
		return worded(hidden, err)
	}
	return err
}

// response returns a copy that holds neither request nor body.
func (s secret) response(e *smithyhttp.ResponseError) *smithyhttp.ResponseError {
	clean := &smithyhttp.ResponseError{Response: &smithyhttp.Response{Response: &http.Response{Body: http.NoBody}}}
	if e == nil {
		return clean
	}
	clean.Err = s.clean(e.Err)
	if e.Response != nil && e.Response.Response != nil {
		r := clean.Response.Response
		r.Status, r.StatusCode, r.Header = s.cut(e.Response.Status), e.Response.StatusCode, e.Response.Header.Clone()
		for _, values := range r.Header {
			for i := range values {
				values[i] = s.cut(values[i])
			}
		}
	}
	return clean
}

// A wrapped stands for an error that must not be printed. What it holds are
// functions, so that nothing prints that either.
type wrapped struct {
	text string
	err  func() error // what the error wraps
	of   func() error // the error itself
}

func (s secret) wrap(err, inner error) error {
	inner = s.clean(inner)
	return &wrapped{hideAuthorization(s.cut(err.Error())), func() error { return inner }, func() error { return err }}
}

// worded returns an error that has this text and wraps err.
func worded(text string, err error) error {
	get := func() error { return err }
	return &wrapped{text, get, get}
}

// Error returns the text that may be printed.
func (w *wrapped) Error() string { return w.text }

// MarshalText returns the same, for JSON.
func (w *wrapped) MarshalText() ([]byte, error) { return []byte(w.text), nil }

// Unwrap returns what the error wraps, cleaned.
func (w *wrapped) Unwrap() error { return w.err() }

// Is compares the error itself.
func (w *wrapped) Is(target error) bool {
	of := w.of()
	if t := reflect.TypeOf(of); t.Comparable() && of == target {
		return true
	}
	is, ok := of.(interface{ Is(error) bool })
	return ok && is.Is(target)
}

// As finds the error itself by its own type.
func (w *wrapped) As(target any) bool {
	of, to := reflect.ValueOf(w.of()), reflect.ValueOf(target).Elem()
	if to.Kind() == reflect.Interface || of.Type() != to.Type() {
		return false
	}
	to.Set(of)
	return true
}
