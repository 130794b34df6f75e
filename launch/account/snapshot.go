package account

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

// A Snapshot is what an account said at one time. It is immutable, and safe for
// concurrent use; what it hands out must not be modified. The nil and the zero
// Snapshot know nothing.
//
// As JSON it has the time, what was found by the names of the resources in
// package validate, null for what does not exist, and the look-ups that failed.
// The user data of a launch template is left out: it may be secret. All else
// reads back as it was, but for being live.
type Snapshot struct {
	read   time.Time
	live   bool
	things map[string]map[string]any // by resource and ID; nil for what does not exist
	unread []Unread
	types  *instancetype.Live // of the things, while they are live
}

var (
	_ validate.Account       = (*Snapshot)(nil)
	_ instancetype.Catalogue = (*Snapshot)(nil)
)

// An Unread is a look-up that failed: what it would have told is unknown.
type Unread struct {
	Lookup
	// Code is EC2's error code: "UnauthorizedOperation". It is empty where there
	// was no answer.
	Code string `json:",omitempty"`
}

// String returns "DescribeSubnets subnet-0a1b2c3d: UnauthorizedOperation".
func (u Unread) String() string {
	if u.Code == "" {
		return u.Lookup.String() + ": no answer"
	}
	return u.Lookup.String() + ": " + u.Code
}

// Find implements [validate.Account].
func (s *Snapshot) Find(resource, id string) (found any, known bool) {
	if s == nil {
		return nil, false
	}
	found, known = s.things[resource][id]
	return found, known
}

// Read returns the time at which the account was asked, and whether the snapshot
// is live: made by [Fetch], not read from JSON.
func (s *Snapshot) Read() (at time.Time, live bool) {
	if s == nil {
		return time.Time{}, false
	}
	return s.read, s.live
}

// Lookup implements [instancetype.Catalogue] with what a live snapshot read of
// instance types.
func (s *Snapshot) Lookup(t types.InstanceType) (instancetype.Info, bool) {
	if s == nil || s.types == nil {
		return instancetype.Info{}, false
	}
	return s.types.Lookup(t)
}

// Unread lists the look-ups that failed.
func (s *Snapshot) Unread() []Unread {
	if s == nil {
		return nil
	}
	list := slices.Clone(s.unread)
	for i := range list {
		list[i].IDs = slices.Clone(list[i].IDs)
	}
	return list
}

// add notes what was found of a resource.
func (s *Snapshot) add(resource string, found map[string]any) {
	if len(found) == 0 {
		return
	}
	if s.things[resource] == nil {
		s.things[resource] = map[string]any{}
	}
	maps.Copy(s.things[resource], found)
}

// written is the form of a Snapshot in JSON.
type written struct {
	Read   time.Time                             `json:"read"`
	Things map[string]map[string]json.RawMessage `json:"things"`
	Unread []Unread                              `json:"unread,omitempty"`
}

// MarshalJSON writes the snapshot.
func (s *Snapshot) MarshalJSON() ([]byte, error) {
	if s == nil {
		return []byte("null"), nil
	}
	w := written{Read: s.read, Things: map[string]map[string]json.RawMessage{}, Unread: s.unread}
	for resource, things := range s.things {
		w.Things[resource] = map[string]json.RawMessage{}
		for id, thing := range things {
			text, err := json.Marshal(withoutUserData(thing))
			if err != nil {
				return nil, fmt.Errorf("account: %s %s: %w", resource, id, err)
			}
			w.Things[resource][id] = text
		}
	}
	return json.Marshal(w)
}

// withoutUserData is a thing, or a copy of it, that has no user data.
func withoutUserData(thing any) any {
	version, ok := thing.(*types.LaunchTemplateVersion)
	if !ok || version == nil || version.LaunchTemplateData == nil {
		return thing
	}
	copied, data := *version, *version.LaunchTemplateData
	data.UserData = nil
	copied.LaunchTemplateData = &data
	return &copied
}

// maxWritten bounds what is read as a snapshot, which has some kilobytes.
const maxWritten = 16 << 20

// UnmarshalJSON reads what MarshalJSON writes. It refuses resources and members
// that it does not know, and more than 16 MiB.
func (s *Snapshot) UnmarshalJSON(text []byte) error {
	if len(text) > maxWritten {
		return fmt.Errorf("account: this is no snapshot: it has more than %d bytes", maxWritten)
	}
	var w written
	if err := strictly(text, &w); err != nil {
		return fmt.Errorf("account: this is no snapshot: %w", err)
	}
	if w.Read.IsZero() {
		return errors.New("account: this is no snapshot: it does not say when it was read")
	}
	things := map[string]map[string]any{}
	for _, r := range validate.Resources() {
		for id, text := range w.Things[r.Name()] {
			thing, err := decoded(r, text)
			if err != nil {
				return fmt.Errorf("account: %s %.64q: %w", r.Name(), id, err)
			}
			if things[r.Name()] == nil {
				things[r.Name()] = map[string]any{}
			}
			things[r.Name()][id] = thing
		}
		delete(w.Things, r.Name())
	}
	for name := range w.Things {
		return fmt.Errorf("account: there is no resource %.64q", name)
	}
	*s = Snapshot{read: w.Read, things: things, unread: w.Unread}
	return nil
}

// decoded reads a thing; null is one that does not exist.
func decoded(r validate.Asked, text []byte) (any, error) {
	if string(text) == "null" {
		return nil, nil
	}
	thing := r.New()
	return thing, strictly(text, thing)
}

func strictly(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	return d.Decode(into)
}
