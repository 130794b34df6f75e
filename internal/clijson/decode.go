package clijson

import (
	"encoding/json"
	"io"
	"math"
	"reflect"
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
// [MaxBytes] allows. A fault is an [*Error], and there is no request then.
func Decode(r io.Reader, opts ...Option) (*ec2.RunInstancesInput, error) {
	in, _, err := decode(r, false, opts)
	if err != nil {
		return nil, err
	}
	for _, count := range [...]**int32{&in.MinCount, &in.MaxCount} {
		if *count == nil {
			*count = new(int32(1))
		}
	}
	return in, nil
}

// DecodeFragment reads part of a request from r and puts it into in. Every
// member at the top of the fragment replaces that member of in as a whole; null
// unsets it. Members that the fragment does not name stay as they are. Text may
// hold any character, so that fragments can show rules what they refuse. On an
// error, in is unchanged.
func DecodeFragment(in *ec2.RunInstancesInput, r io.Reader, opts ...Option) error {
	if in == nil {
		return &Error{Message: "no request to decode into"}
	}
	fragment, named, err := decode(r, true, opts)
	if err != nil {
		return err
	}
	from, to := reflect.ValueOf(fragment).Elem(), reflect.ValueOf(in).Elem()
	for _, i := range named {
		to.Field(i).Set(from.Field(i))
	}
	return nil
}

// decode also returns the members at the top of the document, by their index in
// the struct.
func decode(r io.Reader, fragment bool, opts []Option) (*ec2.RunInstancesInput, []int, error) {
	o := options{maxBytes: 1 << 20, fragment: fragment}
	for _, opt := range opts {
		opt(&o)
	}
	doc, err := readDocument(r, o.maxBytes)
	if err != nil {
		return nil, nil, err
	}
	d := decoder{options: o, scanner: scanner{doc: doc}}
	in := new(ec2.RunInstancesInput)
	err = d.document(reflect.ValueOf(in).Elem())
	if err == nil {
		return in, d.top, nil
	}
	if err == (malformed{}) || !json.Valid(doc) || !utf8.Valid(doc) {
		err = syntaxFault(doc)
	}
	return nil, nil, err
}
