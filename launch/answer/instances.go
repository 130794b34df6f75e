package answer

import "encoding"

// Instances says what an answer tells of the instances of the request's client
// token. The zero Instances is [InstancesUnknown]. Its text form, also in JSON,
// is what String returns.
type Instances uint8

const (
	// InstancesUnknown: the answer leaves it open.
	InstancesUnknown Instances = iota
	// InstancesNone: the request that was answered has launched nothing.
	InstancesNone
	// InstancesExist: instances very probably run.
	InstancesExist
	// InstancesTerminated: the token has launched before, and its instances
	// have ended.
	InstancesTerminated
)

// instancesNames are the text forms of the values.
var instancesNames = [...]string{
	InstancesUnknown:    "unknown",
	InstancesNone:       "none",
	InstancesExist:      "exist",
	InstancesTerminated: "terminated",
}

var (
	_ encoding.TextMarshaler   = Instances(0)
	_ encoding.TextUnmarshaler = (*Instances)(nil)
)

// String returns "unknown", "none", "exist" or "terminated".
func (i Instances) String() string { return nameOf(instancesNames[:], i, "Instances") }

// MarshalText returns what String returns, or an error for a value that is none
// of the constants.
func (i Instances) MarshalText() ([]byte, error) {
	return marshalName(instancesNames[:], i, "Instances")
}

// UnmarshalText reads what MarshalText writes. Of other text it returns an error
// and leaves the value as it is.
func (i *Instances) UnmarshalText(text []byte) error {
	return unmarshalName(instancesNames[:], i, text)
}
