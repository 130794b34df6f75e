package template

import (
	"maps"
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/project"
)

// An Origin says where a part of what is merged comes from: its path in the
// request, in the template data, or in both, whose parts come from either. The
// zero Origin is of what nothing sets.
type Origin struct {
	Request  string `json:"request,omitempty"`
	Template string `json:"template,omitempty"`
}

// String says which side it is: "request", "template", "both" or "neither".
func (o Origin) String() string {
	switch {
	case o.Request != "" && o.Template != "":
		return "both"
	case o.Request != "":
		return "request"
	case o.Template != "":
		return "template"
	}
	return "neither"
}

func fromRequest(s spot) Origin  { return Origin{Request: s.request} }
func fromTemplate(s spot) Origin { return Origin{Template: inData(s.template)} }
func fromBoth(s spot) Origin     { return Origin{s.request, inData(s.template)} }

// inData spells a path of a request as template data has it.
func inData(path string) string {
	if there, ok := project.Path(reflect.TypeFor[types.RequestLaunchTemplateData](), path); ok {
		return there
	}
	return path
}

// about lists the parts that any of some doubts make a difference to, in
// alphabetical order.
func (m *merger) about(doubts doubt) (paths []string) {
	for _, path := range slices.Sorted(maps.Keys(m.unsure)) {
		if m.unsure[path]&doubts != 0 {
			paths = append(paths, path)
		}
	}
	return paths
}
