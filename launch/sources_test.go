package launch

import (
	"maps"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
)

// sources lists what the rules, limits and values rest on, by their IDs.
func sources() map[string]validate.Source {
	all := map[string]validate.Source{}
	for _, r := range Rules() {
		all["rule "+r.ID] = r.Source
		for l := range r.Figures() {
			all["limit "+l.ID] = l.Source
		}
		if r.Values != nil {
			all["values "+r.Values.ID] = r.Values.Source
		}
	}
	return all
}

// TestSourcesExist finds sources that name a structure or a member which the
// SDK does not have, as the reference does not then.
func TestSourcesExist(t *testing.T) {
	known := map[string]string{}
	for _, decl := range parseSDK(t, "types/types.go").Decls {
		sumDecl(decl, known)
	}
	for id, source := range sources() {
		if source.Shape == "" {
			if source.Guide == "" || source.Member != "" {
				t.Errorf("%s: the source %v names no passage", id, source)
			}
			continue
		}
		shape := source.Shape
		if known[shape] == "" { // the parameters of an action
			shape += "Input"
			if known[shape] == "" {
				operation := map[string]string{}
				for _, decl := range parseSDK(t, "api_op_"+source.Shape+".go").Decls {
					sumDecl(decl, operation)
				}
				maps.Copy(known, operation)
			}
		}
		if known[shape] == "" || source.Member != "" && known[shape+"."+source.Member] == "" {
			t.Errorf("%s: the SDK has no %v", id, source)
		}
	}
}
