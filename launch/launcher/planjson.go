package launcher

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strconv"
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
)

// planVersion is the version of the JSON form of a plan.
const planVersion = 1

// maxPlanJSON bounds the JSON of a plan: more than any plan needs.
const maxPlanJSON = 32 << 20

// planJSON is the JSON form of a plan.
type planJSON struct {
	Version      int           `json:"version"`
	LaunchID     string        `json:"launchId"`
	Fingerprint  string        `json:"fingerprint"`
	Min          int           `json:"min"`
	Max          int           `json:"max"`
	Divisible    bool          `json:"divisible"`
	RollBack     bool          `json:"rollBack"`
	Alternatives []Alternative `json:"alternatives"`
	Warnings     []string      `json:"warnings,omitempty"`
	Batches      []Batch       `json:"batches"`
	Checksum     string        `json:"checksum"`
}

// MarshalJSON returns the plan for [Plan.UnmarshalJSON]: version, launch ID,
// fingerprint, counts, alternatives, batches with their tokens, and a checksum
// over all of it.
func (p Plan) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	doc := planJSON{planVersion, p.launchID, p.fingerprint, p.min, p.max, p.divisible, p.rollBack, p.alternatives,
		p.warnings, p.batches, ""}
	doc.Checksum = doc.sum()
	return json.Marshal(doc)
}

// UnmarshalJSON reads a plan that MarshalJSON wrote. Any change made to it in
// between is an error, since what a plan says decides what is launched twice.
func (p *Plan) UnmarshalJSON(data []byte) error {
	if p == nil {
		return errors.New("plan: no Plan to read into")
	}
	if string(data) == "null" {
		*p = Plan{}
		return nil
	}
	if len(data) > maxPlanJSON {
		return fmt.Errorf("plan: %d bytes; want %d at most", len(data), maxPlanJSON)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var doc planJSON
	if err := d.Decode(&doc); err != nil {
		return fmt.Errorf("plan: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("plan: something follows the document")
	}
	if err := doc.check(); err != nil {
		return fmt.Errorf("plan: %w", err)
	}
	*p = Plan{
		launchID: doc.LaunchID, fingerprint: doc.Fingerprint, min: doc.Min, max: doc.Max,
		divisible: doc.Divisible, rollBack: doc.RollBack, alternatives: doc.Alternatives, warnings: doc.Warnings,
		batches: doc.Batches,
	}
	return nil
}

// check says what a document holds that no plan does.
func (doc planJSON) check() error {
	if doc.Version != planVersion {
		return fmt.Errorf("version %d; this library reads version %d", doc.Version, planVersion)
	}
	if doc.Checksum != doc.sum() {
		return errors.New("the checksum does not fit: the document was changed after it was written")
	}
	if err := checkLaunchID(doc.LaunchID); err != nil {
		return err
	}
	if doc.Min < 1 || doc.Max < doc.Min || doc.Max > maxPlan || len(doc.Batches) == 0 || len(doc.Batches) > doc.Max {
		return fmt.Errorf("%d batches for %d to %s", len(doc.Batches), doc.Min, counted(doc.Max, "instance"))
	}
	sum, paths := 0, map[string]bool{}
	for _, b := range doc.Batches {
		switch {
		case b.Min < 1 || b.Max < b.Min || b.Max > maxRequest:
			return fmt.Errorf("batch %.64q asks for %d to %s; want 1 to %d", b.Path, b.Min, counted(b.Max, "instance"),
				maxRequest)
		case b.Attempt < 0 || b.Attempt > len(doc.Alternatives):
			return fmt.Errorf("batch %.64q is at alternative %d of %d", b.Path, b.Attempt, len(doc.Alternatives))
		case b.Token != token(doc.LaunchID, b.Path, b.Attempt):
			return fmt.Errorf("batch %.64q has a client token that its launch ID does not make", b.Path)
		case !isPath(b.Path):
			return fmt.Errorf("no batch has the path %.64q", b.Path)
		case paths[b.Path]:
			return fmt.Errorf("batch %.64q stands twice", b.Path)
		}
		sum, paths[b.Path] = sum+b.Max, true
	}
	if sum != doc.Max {
		return fmt.Errorf("the batches ask for %s in all, the spec for %d", counted(sum, "instance"), doc.Max)
	}
	if slices.Contains(doc.Alternatives, Alternative{}) {
		return errors.New("an alternative changes nothing")
	}
	for _, text := range slices.Concat([]string{doc.Fingerprint, fmt.Sprint(doc.Alternatives)}, doc.Warnings) {
		if format.Plain(text) != text {
			return fmt.Errorf("%.64q: must have printable characters", text)
		}
	}
	return nil
}

// isPath reports whether a batch can have the path: the number of a batch of
// the plan, and those of the halves.
func isPath(path string) bool {
	for i, part := range strings.Split(path, ".") {
		n, err := strconv.Atoi(part)
		if err != nil || strconv.Itoa(n) != part || n < 0 || i > 0 && n > 1 || i > maxHalvings {
			return false
		}
	}
	return true
}

// sum returns the checksum of everything else.
func (doc planJSON) sum() string {
	doc.Checksum = ""
	text, err := json.Marshal(doc)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// String returns the JSON form on one line.
func (p Plan) String() string {
	text, err := p.MarshalJSON()
	if err != nil {
		return "{plan that JSON cannot hold: " + err.Error() + "}"
	}
	return string(text)
}

// LogValue logs the launch ID, the counts and the number of batches.
func (p Plan) LogValue() slog.Value {
	return slog.GroupValue(slog.String("launchId", p.launchID), slog.Int("min", p.min), slog.Int("max", p.max),
		slog.Int("batches", len(p.batches)))
}
