package wire_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go/document"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// filler gives every member of a struct a value of its own, and every list two items.
type filler struct{ n int64 }

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[[]byte]() {
			v.SetBytes(fmt.Append(nil, "bytes ", f.n))
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fill(v.Index(0))
		f.fill(v.Index(1))
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(f.n, int64(time.Millisecond)).UTC()))
			return
		}
		for field, value := range v.Fields() {
			if field.IsExported() && field.Name != "ResultMetadata" {
				f.fill(value)
			}
		}
	case reflect.String:
		v.SetString(fmt.Sprintf("<value> & %d é\n", f.n))
	case reflect.Bool:
		v.SetBool(f.n%2 == 0)
	case reflect.Float64:
		v.SetFloat(float64(f.n) + 0.25)
	default:
		v.SetInt(f.n)
	}
}

// exchange answers the SDK's client with a document and keeps what it sent.
type exchange struct {
	sent   url.Values
	status int
	answer []byte
}

func (e *exchange) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	if e.sent, err = url.ParseQuery(string(body)); err != nil {
		return nil, err
	}
	return &http.Response{StatusCode: e.status, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(e.answer))}, nil
}

// ask has the SDK's client send a request of an action.
func ask(t *testing.T, e *exchange, action string, input reflect.Value) (any, error) {
	client := ec2.New(ec2.Options{
		Region:      "us-east-1",
		Credentials: aws.AnonymousCredentials{},
		HTTPClient:  e,
		Retryer:     aws.NopRetryer{},
		APIOptions: []func(*middleware.Stack) error{func(stack *middleware.Stack) error {
			stack.Initialize.Remove("OperationInputValidation")
			return nil
		}},
	})
	results := reflect.ValueOf(client).MethodByName(action).Call([]reflect.Value{reflect.ValueOf(t.Context()), input})
	err, _ := results[1].Interface().(error)
	return results[0].Interface(), err
}

// structs returns a new input and output of an action.
func structs(action string) (input, output reflect.Value) {
	method, _ := reflect.TypeFor[*ec2.Client]().MethodByName(action)
	return reflect.New(method.Type.In(2).Elem()), reflect.New(method.Type.Out(0).Elem())
}

// same has what cmp needs for the SDK's structs.
var same = cmp.Options{
	cmpopts.IgnoreTypes(document.NoSerde{}, middleware.Metadata{}),
	cmpopts.EquateEmpty(),
}

func TestEveryMemberOfEveryRequestArrives(t *testing.T) {
	for _, action := range wire.Actions() {
		t.Run(action, func(t *testing.T) {
			input, _ := structs(action)
			new(filler).fill(input.Elem())
			e := &exchange{status: http.StatusOK}
			if _, err := ask(t, e, action, input); err != nil {
				t.Fatal(err)
			}
			got := reflect.New(input.Type().Elem())
			if err := wire.Decode(e.sent, action, got.Interface(), false); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(input.Interface(), got.Interface(), same); diff != "" {
				t.Errorf("(-sent +understood):\n%s", diff)
			}
		})
	}
}

func TestEveryMemberOfEveryAnswerArrives(t *testing.T) {
	for _, action := range wire.Actions() {
		t.Run(action, func(t *testing.T) {
			input, output := structs(action)
			new(filler).fill(output.Elem())
			e := &exchange{status: http.StatusOK, answer: wire.Encode(action, "id", output.Interface())}
			got, err := ask(t, e, action, input)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(output.Interface(), got, same); diff != "" {
				t.Errorf("(-answered +understood):\n%s", diff)
			}
		})
	}
}

func TestAnswersWithoutMembersHaveTheirLists(t *testing.T) {
	document := string(wire.Encode("DescribeInstances", "id", new(ec2.DescribeInstancesOutput)))
	want := "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
		`<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>id</requestId>` +
		`<reservationSet></reservationSet></DescribeInstancesResponse>`
	if diff := cmp.Diff(want, document); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestErrorsArrive(t *testing.T) {
	e := &exchange{status: http.StatusBadRequest, answer: wire.EncodeError(&wire.Error{Code: "A.B", Message: "c < d & e"}, "id")}
	input, _ := structs("RunInstances")
	_, err := ask(t, e, "RunInstances", input)
	api, ok := errors.AsType[interface {
		error
		ErrorCode() string
		ErrorMessage() string
	}](err)
	if !ok || api.ErrorCode() != "A.B" || api.ErrorMessage() != "c < d & e" {
		t.Errorf("got %v", err)
	}
}

func TestParametersThatNobodyKnows(t *testing.T) {
	form := url.Values{"Action": {"RunInstances"}, "Hibernate": {"please"}, "MinCount": {"1"}}
	if err := wire.Decode(form, "RunInstances", new(ec2.RunInstancesInput), false); err == nil {
		t.Error("not refused")
	}
	var in ec2.RunInstancesInput
	if err := wire.Decode(form, "RunInstances", &in, true); err != nil || *in.MinCount != 1 {
		t.Errorf("%v: want them passed over on request", err)
	}
}
