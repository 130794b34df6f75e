package launcher

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/launch/answer"
)

// errorJSON is the JSON form of an error.
type errorJSON struct {
	Outcome     Outcome           `json:"outcome"`
	Batch       string            `json:"batch,omitempty"`
	Attempt     int               `json:"attempt,omitempty"`
	Alternative Alternative       `json:"alternative,omitzero"`
	Token       string            `json:"token,omitempty"`
	Min         int               `json:"min,omitempty"`
	Max         int               `json:"max,omitempty"`
	Requests    int               `json:"requests"`
	Class       *answer.Class     `json:"class,omitempty"`
	Code        string            `json:"code,omitempty"`
	Status      int               `json:"status,omitempty"`
	RequestID   string            `json:"requestId,omitempty"`
	Answered    bool              `json:"answered"`
	Instances   *answer.Instances `json:"instances,omitempty"`
	Action      string            `json:"action,omitempty"`
	Shortfall   *Shortfall        `json:"shortfall,omitempty"`
	Message     string            `json:"message"`
}

// MarshalJSON returns the members, with the parts of the answer, the counts of a
// [Shortfall] and, as the message, what Error returns. Class and instances are left
// out where nothing is known of an answer.
func (e *Error) MarshalJSON() ([]byte, error) {
	if e == nil {
		return []byte("null"), nil
	}
	doc := errorJSON{
		Outcome: e.Outcome, Batch: e.Batch, Attempt: e.Attempt, Alternative: e.Alternative, Token: e.Token,
		Min: e.Min, Max: e.Max, Requests: e.Requests, Code: e.Answer.Code, Status: e.Answer.Status,
		RequestID: e.Answer.RequestID, Answered: e.Answer.Answered, Action: e.Answer.Action, Message: e.Error(),
	}
	if a := e.Answer; a.Answered || a.Class != answer.Unknown || a.Instances != answer.InstancesUnknown {
		doc.Class, doc.Instances = &a.Class, &a.Instances
	}
	doc.Shortfall, _ = errors.AsType[*Shortfall](e.Err)
	return json.Marshal(doc)
}

// UnmarshalJSON reads what MarshalJSON wrote. The error has the same text; of its
// cause, only the [Shortfall] is left.
func (e *Error) UnmarshalJSON(data []byte) error {
	if e == nil {
		return errors.New("launcher: no Error to read into")
	}
	if string(data) == "null" {
		return nil
	}
	var doc errorJSON
	if err := json.Unmarshal(data, &doc); err != nil {
		return err
	}
	*e = Error{
		Outcome: doc.Outcome, Batch: doc.Batch, Attempt: doc.Attempt, Alternative: doc.Alternative, Token: doc.Token,
		Min: doc.Min, Max: doc.Max, Requests: doc.Requests,
		Answer: answer.Answer{Meaning: answer.OfCode(doc.Code), Answered: doc.Answered, Status: doc.Status,
			RequestID: doc.RequestID},
		Err: newTold(doc.Message, doc.Shortfall),
	}
	e.Answer.Class, e.Answer.Instances, e.Answer.Action = answer.Unknown, answer.InstancesUnknown, doc.Action
	if doc.Class != nil {
		e.Answer.Class = *doc.Class
	}
	if doc.Instances != nil {
		e.Answer.Instances = *doc.Instances
	}
	return nil
}

// told is what is left of the cause of an error that was stored: the text of the
// error as a whole, and the shortfall.
type told struct {
	text  string
	short *Shortfall
}

// newTold lets nothing into the text but the lines of an error.
func newTold(text string, short *Shortfall) *told {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		rest := strings.TrimLeft(l, "\t")
		lines[i] = l[:len(l)-len(rest)] + format.Plain(rest)
	}
	return &told{strings.Join(lines, "\n"), short}
}

func (t *told) Error() string { return t.text }

// Unwrap returns the shortfall, nil where there was none.
func (t *told) Unwrap() error {
	if t.short == nil {
		return nil
	}
	return t.short
}
