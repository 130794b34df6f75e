package launcher

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/validate"
)

// An Error is a launch, or one attempt of it, that did not go as asked. It
// unwraps to what the SDK returned, so that [errors.AsType] finds
// [smithy.APIError] and the HTTP response, but neither to the request, which
// holds the user data, nor to what repeats that: such text is cut out.
//
// The error of a launch of several batches unwraps to the errors of its
// attempts. Outcome and Requests are those of the whole launch. Batch, Attempt,
// Alternative, Token, Min and Max are those of the one attempt that is unknown
// or, where none is, of the one that failed; they are zero where there are
// several. Answer is then that of the first. Its Action says what to do after a
// roll-back, where there was one.
//
// [smithy.APIError]: https://pkg.go.dev/github.com/aws/smithy-go#APIError
type Error struct {
	Outcome     Outcome       // what the launch left behind
	Batch       string        // [Batch.Path]; empty where the launch had not begun
	Attempt     int           // [Batch.Attempt]
	Alternative Alternative   // that was tried; zero for the spec as it is
	Token       string        // the client token that was sent; empty when none was
	Min, Max    int           // MinCount and MaxCount that were sent
	Requests    int           // that reached the wire, the SDK's retries included
	Answer      answer.Answer // EC2's answer: class, code, HTTP status, request ID, what to do
	Err         error         // the cause
}

// newError tells of an attempt whose outcome is set.
func newError(a Attempt, err error, s secret) *Error {
	said := answer.Of(err)
	said.Code, said.RequestID = s.code(said.Code), s.cut(said.RequestID)
	if _, ours := errors.AsType[*validate.Error](err); ours {
		said.Class, said.Action = answer.InvalidRequest, "Correct the request as the report says: it was not sent."
	}
	if _, again := err.(*refusedAgain); again {
		said.Action = lookFirst + said.Action
	}
	return &Error{
		Outcome: a.Outcome, Batch: a.Batch, Attempt: a.Number, Alternative: a.Alternative, Token: a.Token,
		Min: a.Min, Max: a.Max, Requests: a.Requests, Answer: said, Err: s.clean(err),
	}
}

// lookFirst is what to do before what is to be done of a refusal, where an earlier
// call may have launched.
const lookFirst = "Look by Reconcile for what an earlier call may have launched. If there is none: "

// nothing is the error of a launch that has not begun.
func nothing(err error) *Error { return &Error{Outcome: Refused, Err: err} }

// maxText bounds what an error prints of EC2's answer.
const maxText = 1 << 10

// Error says what may run and what happened, several causes on a line each.
// What to do is in Answer.Action.
func (e *Error) Error() string {
	if e == nil {
		return "<nil>"
	}
	const kept = "not sent, but an earlier call may have launched"
	itself, cause := "instances may run", e.Err
	switch err := e.Err.(type) {
	case *told:
		return err.text
	case *notSent:
		if e.Requests == 0 {
			itself, cause = kept, err.err
		}
	case *refusedAgain:
		itself, cause = "refused, but an earlier call may have launched", err.err
	case causes:
		if errors.Is(err, errOtherSpec) {
			itself, cause = kept, errOtherSpec
		}
	}
	verdict := e.verdict(itself)
	if several, ok := cause.(causes); ok && e.Outcome == Refused {
		return verdict + several.under(verdict)
	}
	return verdict + message(cause)
}

// nothingSent begins the text of an error of which no request reached the wire.
const nothingSent = "nothing sent: "

// verdict says what may run: of an unknown outcome what became of the request itself,
// and what to settle.
func (e *Error) verdict(itself string) string {
	switch {
	case e.Outcome == Refused && e.Requests == 0:
		return nothingSent
	case e.Outcome == Refused:
		return "nothing launched: "
	case e.Outcome == Launched:
		return "launched, but not as asked: "
	case e.Token != "" && !errors.Is(e.Err, errOtherSpec):
		return fmt.Sprintf("%s, settle client token %q: ", itself, e.Token)
	}
	return itself + ": "
}

// EC2Answer returns Answer, which [answer.Of] then takes for its own.
func (e *Error) EC2Answer() answer.Answer {
	if e == nil {
		return answer.Answer{}
	}
	return e.Answer
}

// Unwrap returns Err.
func (e *Error) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// LogValue logs the members that are set.
func (e *Error) LogValue() slog.Value {
	if e == nil {
		return slog.Value{}
	}
	attrs := []slog.Attr{slog.String("outcome", e.Outcome.String())}
	for _, a := range []slog.Attr{
		slog.String("batch", e.Batch), slog.String("token", e.Token), slog.String("code", e.Answer.Code),
		slog.Int("status", e.Answer.Status), slog.String("requestId", e.Answer.RequestID),
		slog.Int("requests", e.Requests),
	} {
		if !a.Value.Equal(slog.StringValue("")) && !a.Value.Equal(slog.IntValue(0)) {
			attrs = append(attrs, a)
		}
	}
	return slog.GroupValue(append(attrs, slog.String("error", message(e.Err)))...)
}

// message returns the text of a cause, fit for one line of bounded length.
// Several causes, and the violations of a guard, have one line each.
func message(err error) string {
	if err == nil {
		return "no cause is known"
	}
	switch err := err.(type) {
	case causes, *Error:
		return err.Error()
	case *told:
		return err.text
	}
	if report, ours := errors.AsType[*validate.Error](err); ours {
		return report.Error()
	}
	return line(hideAuthorization(err.Error()))
}

// line makes one line of bounded length of a text.
func line(text string) string {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "") + "…"
	}
	return format.Plain(text)
}

// encodedFailure is how EC2 begins the encoded text of a refusal, which says
// what the caller may do.
const encodedFailure = "Encoded authorization failure message: "

// hideAuthorization replaces encoded authorization messages by their length,
// which stands in brackets: those are none of their letters.
func hideAuthorization(text string) string {
	before, rest, found := strings.Cut(text, encodedFailure)
	if !found {
		return text
	}
	if strings.HasPrefix(rest, "[") {
		return before + encodedFailure + hideAuthorization(rest)
	}
	n := strings.IndexFunc(rest, func(r rune) bool { return r <= ' ' })
	if n < 0 {
		n = len(rest)
	}
	return fmt.Sprintf("%s%s[%s]%s", before, encodedFailure, counted(n, "character"), hideAuthorization(rest[n:]))
}

// A Shortfall is a launch of several batches that launched fewer instances than
// the spec's MinCount, or that was rolled back. The instances are kept unless
// [RollBack] was asked for.
type Shortfall struct {
	Got        int `json:"got"`                  // instances that were launched, or stayed, before a roll-back
	Min        int `json:"min"`                  // MinCount of the spec
	Max        int `json:"max"`                  // MaxCount of the spec
	Terminated int `json:"terminated,omitempty"` // instances that a roll-back has ended
	Orphans    int `json:"orphans,omitempty"`    // instances that it could not end: they run and cost money
}

// Error says how many are missing, and what a roll-back came to.
func (s *Shortfall) Error() string {
	if s == nil {
		return "the Shortfall is nil"
	}
	text := fmt.Sprintf("%d of at least %s launched, %d asked for", s.Got, counted(s.Min, "instance"), s.Max)
	if s.Terminated > 0 {
		text += fmt.Sprintf("; %d launched and ended again by the roll-back", s.Terminated)
	}
	if s.Orphans > 0 {
		text += fmt.Sprintf("; %d not ended by the roll-back", s.Orphans)
	}
	if s.Terminated > 0 {
		text += "; a new launch needs a new launch ID or client token"
	}
	return text
}

// counted returns a number with its noun, in the plural unless it is one.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
