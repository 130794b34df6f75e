package launcher

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A Result is what a launch brought to light. It comes with every error too,
// and then says what runs all the same. It has a JSON form that reads back.
type Result struct {
	// LaunchID names the launch; empty when the spec had a client token of its
	// own.
	LaunchID string `json:"launchId,omitempty"`
	// Attempts are the batches that were sent, in the order of their answers:
	// one for a launch of one request. A batch has several where EC2 refused
	// one and the launch went on to an alternative.
	Attempts []Attempt `json:"attempts"`
	// Instances are all that any answer named, each once, as seen last.
	Instances []types.Instance `json:"instances"`
	// Terminated are the IDs of the instances that a roll-back has ended.
	Terminated []string `json:"terminated,omitempty"`
	// Orphans are those that it could not end: they run and cost money.
	Orphans []string `json:"orphans,omitempty"`
}

// An Attempt is a batch under one client token.
type Attempt struct {
	Batch         string      `json:"batch"`                   // [Batch.Path]
	Number        int         `json:"number"`                  // [Batch.Attempt]
	Alternative   Alternative `json:"alternative,omitzero"`    // that was tried; zero for the spec as it is
	Token         string      `json:"token"`                   // the client token
	Min           int         `json:"min"`                     // MinCount that was asked for
	Max           int         `json:"max"`                     // MaxCount that was asked for
	Outcome       Outcome     `json:"outcome"`                 // what it left behind
	IDs           []string    `json:"ids"`                     // of the instances that are known, distinct
	ReservationID string      `json:"reservationId,omitempty"` // empty when no answer named one
	Requests      int         `json:"requests"`                // that reached the wire, the SDK's retries included
	Err           *Error      `json:"error,omitempty"`         // nil for a launch without fault
}

// IDs returns the distinct IDs of all instances that any answer named.
func (r *Result) IDs() []string {
	if r == nil {
		return nil
	}
	return distinctIDs(r.Instances)
}

// Unknown returns the attempts whose outcome is unknown: with their tokens,
// [Launcher.Reconcile] and [Launcher.Run] settle them.
func (r *Result) Unknown() []Attempt {
	if r == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.Attempts), func(a Attempt) bool { return a.Outcome != Unknown })
}

// Token returns the client token of a launch that was one request, for instance
// to find its instances by; else it is empty.
func (r *Result) Token() string {
	if r == nil || len(r.Attempts) != 1 {
		return ""
	}
	return r.Attempts[0].Token
}

// see adds instances, or brings those that are known up to date.
func (r *Result) see(instances []types.Instance) {
	at := make(map[string]int, len(r.Instances))
	for i, known := range r.Instances {
		at[aws.ToString(known.InstanceId)] = i
	}
	for _, i := range instances {
		id := aws.ToString(i.InstanceId)
		if id == "" {
			continue
		}
		if n, known := at[id]; known {
			r.Instances[n] = i
			continue
		}
		at[id] = len(r.Instances)
		r.Instances = append(r.Instances, i)
	}
}

// clone returns a copy that shares nothing that this package changes.
func (r *Result) clone() *Result {
	if r == nil {
		return &Result{}
	}
	c := *r
	c.Attempts, c.Instances = slices.Clone(r.Attempts), slices.Clone(r.Instances)
	c.Terminated, c.Orphans = slices.Clone(r.Terminated), slices.Clone(r.Orphans)
	return &c
}

// distinctIDs returns the IDs of instances, each once; an instance without one
// counts for nothing.
func distinctIDs(instances []types.Instance) []string {
	var ids []string
	seen := map[string]bool{"": true}
	for _, i := range instances {
		if id := aws.ToString(i.InstanceId); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// String counts what a launch came to, on one line: "5 instances of 2 attempts,
// 1 unknown".
func (r *Result) String() string {
	if r == nil {
		return "no result"
	}
	text := counted(len(r.IDs()), "instance") + " of " + counted(len(r.Attempts), "attempt")
	for _, part := range []struct {
		n    int
		what string
	}{{len(r.Unknown()), "unknown"}, {len(r.Terminated), "terminated"}, {len(r.Orphans), "orphaned"}} {
		if part.n > 0 {
			text += fmt.Sprintf(", %d %s", part.n, part.what)
		}
	}
	return text
}
