package launcher

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"strconv"
)

// tokenPrefix begins every client token of this package.
const tokenPrefix = "el1-"

// token returns the client token of an attempt: el1- and 40 hexadecimal digits,
// of which the first 16 are the same for all attempts of a launch, so that one
// filter finds its instances. It depends on nothing else: a launch whose spec
// has changed must meet IdempotentParameterMismatch, not launch again.
func token(launchID, path string, attempt int) string {
	return group(launchID) + digits(24, launchID, path, strconv.Itoa(attempt))
}

// group returns what all tokens of a launch begin with.
func group(launchID string) string { return tokenPrefix + digits(16, launchID) }

// digits hashes texts, each behind its length.
func digits(n int, texts ...string) string {
	h := sha256.New()
	feed(h, "ec2launch client token")
	for _, text := range texts {
		feed(h, text)
	}
	return hex.EncodeToString(h.Sum(nil))[:n]
}

func feed(h hash.Hash, text string) { fmt.Fprintf(h, "%d:%s", len(text), text) }

// newLaunchID returns an ID that no other launch has.
func newLaunchID() string { return "ec2launch-" + rand.Text() }
