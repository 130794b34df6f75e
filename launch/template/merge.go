package template

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/project"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Merged is a request together with the launch template that it names: what
// EC2 launches, and where each part of it comes from. It is immutable.
type Merged struct {
	input   *ec2.RunInstancesInput
	origins map[string]Origin
	unsure  []string
	lost    []string
}

// Merge combines the data of a launch template with a request, as EC2 documents
// that RunInstances does. Data of nil has no parameters.
//
//   - A parameter that one side gives is that of this side: a request can
//     replace what the template says, and cannot take it away.
//   - Of a value that both give, the request's counts. Of a structure
//     (Placement, MetadataOptions, CpuOptions ...), each member is taken by
//     itself.
//   - Block device mappings combine by their device name, network interfaces by
//     card and device index, tags by the type of resource and the key.
//   - Counts, client token, dry run, and the subnet and addresses at the top of
//     the request come from the request alone.
//
// The User Guide says so in "Launch an instance from a launch template": nested
// parameters of the template stay, and those of the request are added. What no
// page tells is in [Merged.Unsure].
func Merge(data *types.RequestLaunchTemplateData, r Request) (*Merged, error) {
	if r == nil {
		return nil, errNoRequest
	}
	in := r.Input()
	if in == nil {
		return nil, errNoRequest
	}
	m := &Merged{input: in, origins: map[string]Origin{}}
	fromTemplate := new(ec2.RunInstancesInput)
	if data != nil {
		m.lost = project.Onto(fromTemplate, sdkcopy.OfAny(data))
	}
	in.LaunchTemplate = nil // which is merged now
	m.structure(reflect.ValueOf(in).Elem(), reflect.ValueOf(fromTemplate).Elem(), "", "", "")
	return m, nil
}

// Input returns what EC2 launches, without the reference to the template. It is
// the caller's own.
func (m *Merged) Input() *ec2.RunInstancesInput {
	if m == nil || m.input == nil {
		return nil
	}
	return new(sdkcopy.RunInstancesInput(*m.input))
}

// Lost lists the parameters of the template that RunInstances does not have:
// InstanceRequirements, with which it refuses the template.
func (m *Merged) Lost() []string {
	if m == nil {
		return nil
	}
	return sorted(m.lost)
}

// structure merges what the template says into the structure of the request at
// path, which stands at inRequest and inTemplate in the two.
func (m *Merged) structure(to, from reflect.Value, path, inRequest, inTemplate string) {
	for f := range to.Type().Fields() {
		if !f.IsExported() {
			continue
		}
		at := below(path, f.Name)
		request, template := below(inRequest, f.Name), below(inTemplate, f.Name)
		mine, theirs := to.FieldByIndex(f.Index), from.FieldByIndex(f.Index)
		switch {
		case absent(theirs) && absent(mine):
		case absent(theirs):
			m.origins[at] = Origin{Request: request}
		case absent(mine):
			mine.Set(theirs)
			m.origins[at] = Origin{Template: template}
		default:
			m.both(f.Name, mine, theirs, at, request, template)
		}
	}
}

// both merges a member that both sides give.
func (m *Merged) both(name string, mine, theirs reflect.Value, at, request, template string) {
	m.origins[at] = Origin{request, template}
	switch name {
	case "BlockDeviceMappings":
		m.list(mine, theirs, at, request, template, device)
		return
	case "NetworkInterfaces":
		m.list(mine, theirs, at, request, template, position)
		return
	case "TagSpecifications":
		m.list(mine, theirs, at, request, template, resource)
		return
	case "Tags":
		m.list(mine, theirs, at, request, template, key)
		return
	case "IamInstanceProfile":
		if mine.Elem().FieldByName("Arn").IsNil() != theirs.Elem().FieldByName("Arn").IsNil() {
			m.unsure = append(m.unsure, at) // both, or the request's alone
		}
		m.origins[at] = Origin{Request: request}
		return
	case "LicenseSpecifications", "SecondaryInterfaces", "Operator":
		m.unsure = append(m.unsure, at) // replaced, or joined
	}
	if mine.Kind() == reflect.Pointer && mine.Elem().Kind() == reflect.Struct && name != "ValidUntil" {
		m.structure(mine.Elem(), theirs.Elem(), at, request, template)
		return
	}
	if s, ok := mine.Interface().(*string); ok && *s == "" {
		m.unsure = append(m.unsure, at) // an override with nothing, or none
	}
	m.origins[at] = Origin{Request: request}
}

// list merges lists by what tells their elements apart. Those of the template
// stand first.
func (m *Merged) list(mine, theirs reflect.Value, at, request, template string, id func(reflect.Value) string) {
	merged := reflect.MakeSlice(mine.Type(), 0, mine.Len()+theirs.Len())
	placed := map[string]int{}
	for i := range theirs.Len() {
		placed[id(theirs.Index(i))] = merged.Len()
		m.origins[fmt.Sprintf("%s[%d]", at, merged.Len())] = Origin{Template: fmt.Sprintf("%s[%d]", template, i)}
		merged = reflect.Append(merged, theirs.Index(i))
	}
	for i := range mine.Len() {
		from := fmt.Sprintf("%s[%d]", request, i)
		n, there := placed[id(mine.Index(i))]
		if !there {
			m.origins[fmt.Sprintf("%s[%d]", at, merged.Len())] = Origin{Request: from}
			merged = reflect.Append(merged, mine.Index(i))
			continue
		}
		path := fmt.Sprintf("%s[%d]", at, n)
		origin := Origin{from, m.origins[path].Template}
		m.origins[path] = origin
		element := reflect.New(mine.Type().Elem()).Elem()
		element.Set(mine.Index(i))
		m.structure(element, theirs.Index(n), path, origin.Request, origin.Template)
		merged.Index(n).Set(element)
		if name := element.Type().Name(); name == "BlockDeviceMapping" || name == "InstanceNetworkInterfaceSpecification" {
			m.unsure = append(m.unsure, path) // member by member, or the request's alone
		}
	}
	mine.Set(merged)
}

// Below is what tells the elements of a list apart.

func device(v reflect.Value) string { return text(v.FieldByName("DeviceName")) }

func position(v reflect.Value) string {
	card, index := v.FieldByName("NetworkCardIndex"), v.FieldByName("DeviceIndex")
	if card.IsNil() {
		card = reflect.ValueOf(new(int32(0)))
	}
	return text(card) + " " + text(index)
}

func resource(v reflect.Value) string { return v.FieldByName("ResourceType").String() }

func key(v reflect.Value) string { return text(v.FieldByName("Key")) }

func text(pointer reflect.Value) string {
	if pointer.IsNil() {
		return "none"
	}
	return fmt.Sprint("=", pointer.Elem().Interface())
}

func absent(v reflect.Value) bool {
	return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}

func below(at, member string) string {
	if at == "" {
		return member
	}
	return at + "." + member
}

// parent returns the path of what holds the member or element at a path.
func parent(path string) string {
	return path[:max(strings.LastIndexAny(path, ".["), 0)]
}
