package launcher

import (
	"encoding/json"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// MarshalJSON writes attempts and instances as lists also where there are none.
func (r Result) MarshalJSON() ([]byte, error) {
	type plain Result
	if r.Attempts == nil {
		r.Attempts = []Attempt{}
	}
	if r.Instances == nil {
		r.Instances = []types.Instance{}
	}
	return json.Marshal(plain(r))
}

// MarshalJSON writes the IDs as a list also where there are none.
func (a Attempt) MarshalJSON() ([]byte, error) {
	type plain Attempt
	if a.IDs == nil {
		a.IDs = []string{}
	}
	return json.Marshal(plain(a))
}
