package launcher

import (
	"strings"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// maxHalvings is how often a batch that is too large for EC2 is halved: down to
// a single instance from a hundred.
const maxHalvings = 7

// Advance returns the plan with what to try after a refusal, and whether there
// is anything: for want of capacity the next alternative under a token of its
// own, and for a batch that was too large its halves. Only a refusal of what
// the plan has next for the batch moves it, never an unknown outcome.
func (p Plan) Advance(a Attempt) (Plan, bool) {
	i := p.find(a.Batch)
	if i < 0 || a.Outcome != Refused || a.Err == nil || p.batches[i].Token != a.Token || p.own != "" {
		return p, false
	}
	b := p.batches[i]
	switch {
	case a.Err.Answer.Code == "ResourceCountExceeded":
		if !p.divisible || b.Max < 2 || strings.Count(b.Path, ".") >= maxHalvings {
			return p, false
		}
		return p.replace(i, p.halves(b)...), true
	case a.Err.Answer.Class == answer.Capacity && b.Attempt < len(p.alternatives):
		b.Attempt++
		b.Sent = false
		b.Token = token(p.launchID, b.Path, b.Attempt)
		return p.replace(i, b), true
	}
	return p, false
}

// halves cuts a batch in two. They begin where the batch was.
func (p Plan) halves(b Batch) []Batch {
	var halves []Batch
	for i, n := range divide(b.Max, (b.Max+1)/2) {
		half := Batch{Path: b.Path + "." + string(rune('0'+i)), Min: floor(b.Min, b.Max, n), Max: n, Attempt: b.Attempt}
		half.Token = token(p.launchID, half.Path, half.Attempt)
		halves = append(halves, half)
	}
	return halves
}

// MarkSent returns the plan with the batch of that path marked as [Batch.Sent]:
// an earlier step may have launched it, so that [Launcher.RunBatch] leaves
// Unknown what EC2 refuses. The first step of a batch takes the plan as it is,
// every repetition of the step the plan with the mark. Where the plan has no
// such batch, it is returned as it is.
func (p Plan) MarkSent(path string) Plan { return p.mark(path, true) }

// mark returns the plan with a batch that may have been sent, or surely has
// not launched.
func (p Plan) mark(path string, sent bool) Plan {
	i := p.find(path)
	if i < 0 || p.batches[i].Sent == sent {
		return p
	}
	b := p.batches[i]
	b.Sent = sent
	return p.replace(i, b)
}
