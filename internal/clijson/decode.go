package clijson

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"reflect"
	"slices"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// An Option changes how [Decode] and [DecodeFragment] read.
type Option func(*options)

type options struct {
	maxBytes       int
	fragment       bool // null unsets a member at the top, and text may hold any character
	base64UserData bool
}

// MaxBytes sets the greatest length of a document; the default is 1 MiB. Time
// and memory grow with it.
func MaxBytes(n int) Option {
	return func(o *options) { o.maxBytes = min(max(n, 0), math.MaxInt-1) }
}

// Base64UserData says that UserData is base64 in the document, too: it is taken
// as it stands.
func Base64UserData() Option { return func(o *options) { o.base64UserData = true } }

// Decode reads one request, the only thing in r, in the shape and within the
// limits that the package comment states. Each of MinCount and MaxCount that
// the document does not name is 1. Decode reads at most one byte more than
// [MaxBytes] allows. A fault is an [*Error], several are [Errors], what the reader
// returned is another, and there is no request then.
func Decode(r io.Reader, opts ...Option) (*ec2.RunInstancesInput, error) {
	in := new(ec2.RunInstancesInput)
	if _, err := decode(reflect.ValueOf(in).Elem(), r, false, opts); err != nil {
		return nil, err
	}
	for _, count := range [...]**int32{&in.MinCount, &in.MaxCount} {
		if *count == nil {
			*count = new(int32(1))
		}
	}
	return in, nil
}

// DecodeCall reads the input of another call, whose type in points to, as
// [Decode] does that of RunInstances. It has no defaults, and user data is
// base64 in the document, too: the CLI takes it so everywhere else. On an error,
// in is unchanged.
func DecodeCall(in any, r io.Reader, opts ...Option) error {
	v := reflect.ValueOf(in)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return errNoCall
	}
	call := reflect.New(v.Type().Elem()).Elem()
	if _, err := decode(call, r, false, append(slices.Clip(opts), Base64UserData())); err != nil {
		return err
	}
	v.Elem().Set(call)
	return nil
}

var errNoCall = errors.New("no call to decode into; pass a pointer to its input")

// DecodeFragment reads part of a request from r and puts it into in. Every
// member at the top of the fragment replaces that member of in as a whole; null
// unsets it. Members that the fragment does not name stay as they are. Text may
// hold any character, so that fragments can show rules what they refuse. On an
// error, in is unchanged.
func DecodeFragment(in *ec2.RunInstancesInput, r io.Reader, opts ...Option) error {
	if in == nil {
		return errNoCall
	}
	return decodeFragment(reflect.ValueOf(in).Elem(), r, opts)
}

// DecodeCallFragment is [DecodeFragment] for the input of another call, as
// [DecodeCall] reads it.
func DecodeCallFragment(in any, r io.Reader, opts ...Option) error {
	v := reflect.ValueOf(in)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return errNoCall
	}
	return decodeFragment(v.Elem(), r, append(slices.Clip(opts), Base64UserData()))
}

func decodeFragment(to reflect.Value, r io.Reader, opts []Option) error {
	from := reflect.New(to.Type()).Elem()
	named, err := decode(from, r, true, opts)
	if err != nil {
		return err
	}
	for _, i := range named {
		to.Field(i).Set(from.Field(i))
	}
	return nil
}

// decode reads a document into a struct and returns the members at the top of
// the document, by their index in the struct.
func decode(into reflect.Value, r io.Reader, fragment bool, opts []Option) ([]int, error) {
	o := options{maxBytes: 1 << 20, fragment: fragment}
	for _, opt := range opts {
		opt(&o)
	}
	doc, err := readDocument(r, o.maxBytes)
	if err != nil {
		return nil, err
	}
	d := decoder{options: o, scanner: scanner{doc: doc}}
	err = d.document(into)
	switch {
	case err == nil && len(d.faults) == 0:
		return d.top, nil
	case err == (malformed{}) || !json.Valid(doc) || !utf8.Valid(doc):
		return nil, syntaxFault(doc)
	}
	return nil, d.placed().err()
}
