package validate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// A Pass is one rule's view of one request. It is valid only during the call
// of [Rule.Check].
type Pass struct {
	// Input is the request. It must not be modified.
	Input *ec2.RunInstancesInput
	// Edition is the one whose figures hold.
	Edition Edition

	validator *Validator
	rule      *Rule
	at        int         // its position among the rules
	field     *fieldCheck // the one that runs, if any
	found     findings
	info      instancetype.Info
	known     bool
	asked     bool
}

// Templated reports whether a launch template may supply what the request
// leaves out. Rules about absent members stay silent then. An empty structure is
// not sent, and names no template.
func (p *Pass) Templated() bool {
	t := p.Input.LaunchTemplate
	return t != nil && *t != types.LaunchTemplateSpecification{}
}

// InstanceType returns what is known of the request's instance type. Of a type
// that is absent or not in the catalogue, every fact is unknown.
func (p *Pass) InstanceType() instancetype.Info {
	info, _ := p.LookupInstanceType()
	return info
}

// LookupInstanceType is like [Pass.InstanceType] and reports whether the
// catalogue lists the type.
func (p *Pass) LookupInstanceType() (instancetype.Info, bool) {
	if !p.asked {
		p.info, p.known = p.validator.facts.Lookup(p.Input.InstanceType)
		p.asked = true
	}
	return p.info, p.known
}

// Limit returns a dated figure: the user's where [Raise] was given, else the
// edition's. ok is false when the edition states none.
func (p *Pass) Limit(l *Limit) (n int64, ok bool) {
	if p.validator.raised != nil {
		if n, ok := p.validator.raised[l.ID]; ok {
			return n, true
		}
	}
	return l.In(p.Edition)
}

// Reportf records that the rule is broken at a path, which must be one that
// the request can have: "BlockDeviceMappings[0].Ebs.Iops"; [At] writes it. The
// message says what is allowed and what to do; the value found at the path is
// added by the validator.
func (p *Pass) Reportf(path, format string, args ...any) {
	p.found.add(p, path, nil, format, args...)
}

// Conflictf is like [Pass.Reportf] for a member that does not go with others.
func (p *Pass) Conflictf(path string, with []string, format string, args ...any) {
	p.found.add(p, path, slices.Clone(with), format, args...)
}

// At fills the list positions into a path:
//
//	At("BlockDeviceMappings[].Ebs.Iops", 2) == "BlockDeviceMappings[2].Ebs.Iops"
func At(path string, index ...int) string {
	var b strings.Builder
	for _, i := range index {
		head, tail, ok := strings.Cut(path, "[]")
		if !ok {
			panic(fmt.Sprintf("validate.At(%q): too many positions", path))
		}
		b.WriteString(head)
		b.WriteByte('[')
		b.WriteString(strconv.Itoa(i))
		b.WriteByte(']')
		path = tail
	}
	b.WriteString(path)
	return b.String()
}
