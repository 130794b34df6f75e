package launchtest

import (
	"bytes"
	"encoding/xml"
	"reflect"
	"strconv"
	"time"
)

// An element pairs a member of a structure of the SDK with the element of an answer that the SDK reads it from.
type element struct {
	member string // "LaunchTemplateVersions"
	name   string // "launchTemplateVersionSet"
	item   string // of a list, the element that each of its items has within: "item"
}

// An answer is an output of the SDK with the action that it answers.
type answer struct {
	action    string
	requestID string
	output    any // a pointer to a struct
}

// MarshalXML writes the answer as EC2 does: what the output sets, under the names that the SDK reads.
func (a answer) MarshalXML(e *xml.Encoder, _ xml.StartElement) error {
	root := xml.StartElement{Name: xml.Name{Space: "http://ec2.amazonaws.com/doc/" + version + "/", Local: a.action + "Response"}}
	var body bytes.Buffer
	writeElement(&body, "requestId", "", reflect.ValueOf(a.requestID))
	writeMembers(&body, reflect.ValueOf(a.output).Elem())
	return e.EncodeElement(struct {
		Body string `xml:",innerxml"`
	}{body.String()}, root)
}

// writeMembers writes the members of a structure that are set.
func writeMembers(b *bytes.Buffer, v reflect.Value) {
	for _, e := range elementsOf(v.Type().Name()) {
		writeElement(b, e.name, e.item, v.FieldByName(e.member))
	}
}

// writeElement writes a value unless it is absent; each item of a list has an element of its own within.
func writeElement(b *bytes.Buffer, name, item string, v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		if v = v.Elem(); !v.IsValid() {
			return
		}
	} else if v.Kind() == reflect.String && v.Len() == 0 || v.Kind() == reflect.Slice && v.IsNil() {
		return
	}
	b.WriteString("<" + name + ">")
	switch v.Kind() {
	case reflect.Struct:
		if t, ok := reflect.TypeAssert[time.Time](v); ok {
			b.WriteString(t.UTC().Format("2006-01-02T15:04:05.000Z"))
		} else {
			writeMembers(b, v)
		}
	case reflect.Slice:
		for i := range v.Len() {
			writeElement(b, item, "", v.Index(i))
		}
	case reflect.Bool:
		b.WriteString(strconv.FormatBool(v.Bool()))
	case reflect.Float64:
		b.WriteString(strconv.FormatFloat(v.Float(), 'f', -1, 64))
	case reflect.Int32, reflect.Int64:
		b.WriteString(strconv.FormatInt(v.Int(), 10))
	default:
		xml.EscapeText(b, []byte(v.String()))
	}
	b.WriteString("</" + name + ">")
}

// answered makes an answer of an output, unless there is an error in its place.
func answered(action, requestID string) func(output any, err error) (any, error) {
	return func(output any, err error) (any, error) {
		if err != nil {
			return nil, err
		}
		return answer{action, requestID, output}, nil
	}
}
