package launcher

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// A secret is the user data of a request, to be cut out of text that may repeat
// it. It is a function, so that nothing prints what it holds.
type secret func() []string

// newSecret returns the forms in which text may repeat user data, of which it
// gets the base64 form; nil is none.
func newSecret(encoded *string) secret {
	return sync.OnceValue(func() []string {
		if encoded == nil || *encoded == "" {
			return nil
		}
		forms := formsOf(*encoded)
		if raw, err := base64.StdEncoding.DecodeString(*encoded); err == nil {
			forms = append(forms, formsOf(string(raw))...)
		}
		return forms
	})
}

func formsOf(text string) []string {
	return []string{
		text,
		strings.Trim(strconv.Quote(text), `"`),
		url.QueryEscape(text),
		hex.EncodeToString([]byte(text)),
		strings.ToUpper(hex.EncodeToString([]byte(text))),
		base64.StdEncoding.EncodeToString([]byte(text)),
		base64.RawURLEncoding.EncodeToString([]byte(text)),
		strings.Trim(fmt.Sprint([]byte(text)), "[]"),
	}
}

// window is the length from which a part of the user data is taken for it.
// Shorter user data is cut out as a whole, unless it is shorter than least.
const (
	window = 12
	least  = 4
)

// maxMessage bounds the text that an error keeps.
const maxMessage = 64 << 10

// redacted stands where user data was.
const redacted = "[redacted]"

// code returns an error code without what repeats the user data. The codes of
// EC2 that are known stay: a script may well name them.
func (s secret) code(code string) string {
	if answer.OfCode(code).Known {
		return code
	}
	return s.cut(code)
}

// cut returns text without what repeats the user data.
func (s secret) cut(text string) string {
	if len(text) > maxMessage {
		text = strings.ToValidUTF8(text[:maxMessage], "")
	}
	for _, form := range s() {
		if least <= len(form) && len(form) < window {
			text = strings.ReplaceAll(text, form, redacted)
		}
	}
	parts := s.parts(text)
	var b strings.Builder
	kept, end := 0, 0 // text before kept is written; what lies before end repeats the user data
	for i := range len(text) - window + 1 {
		if !parts[text[i:i+window]] {
			continue
		}
		if i >= end {
			b.WriteString(text[kept:i])
			b.WriteString(redacted)
		}
		end = i + window
		kept = end
	}
	b.WriteString(text[kept:])
	return b.String()
}

// parts returns the parts of a text, each as long as the window: true are those
// that repeat the user data.
func (s secret) parts(text string) map[string]bool {
	parts := map[string]bool{}
	var begins [1 << 16]bool // by the first two bytes, since most parts of the user data are not in the text
	first := func(part string) int { return int(part[0])<<8 | int(part[1]) }
	for i := range len(text) - window + 1 {
		part := text[i : i+window]
		parts[part], begins[first(part)] = false, true
	}
	for _, form := range s() {
		for i := range len(form) - window + 1 {
			part := form[i : i+window]
			if !begins[first(part)] {
				continue
			}
			if _, ok := parts[part]; ok {
				parts[part] = true
			}
		}
	}
	return parts
}
