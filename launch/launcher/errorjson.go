package launcher

import (
	"encoding/json"
	"errors"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// errorJSON is the JSON form of an error.
type errorJSON struct {
	Outcome     Outcome          `json:"outcome"`
	Batch       string           `json:"batch,omitempty"`
	Attempt     int              `json:"attempt,omitempty"`
	Alternative Alternative      `json:"alternative,omitzero"`
	Token       string           `json:"token,omitempty"`
	Min         int              `json:"min,omitempty"`
	Max         int              `json:"max,omitempty"`
	Requests    int              `json:"requests"`
	Class       answer.Class     `json:"class"`
	Code        string           `json:"code,omitempty"`
	Status      int              `json:"status,omitempty"`
	RequestID   string           `json:"requestId,omitempty"`
	Answered    bool             `json:"answered"`
	Instances   answer.Instances `json:"instances"`
	Action      string           `json:"action,omitempty"`
	Message     string           `json:"message"`
}

// MarshalJSON returns the members, with the parts of the answer and the text of
// the cause.
func (e *Error) MarshalJSON() ([]byte, error) {
	if e == nil {
		return []byte("null"), nil
	}
	return json.Marshal(errorJSON{
		e.Outcome, e.Batch, e.Attempt, e.Alternative, e.Token, e.Min, e.Max, e.Requests,
		e.Answer.Class, e.Answer.Code, e.Answer.Status, e.Answer.RequestID, e.Answer.Answered, e.Answer.Instances,
		e.Answer.Action,
		message(e.Err),
	})
}

// UnmarshalJSON reads what MarshalJSON wrote. Of the cause, only the text is
// left.
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
		Err: errors.New(doc.Message),
	}
	e.Answer.Class, e.Answer.Instances, e.Answer.Action = doc.Class, doc.Instances, doc.Action
	return nil
}
