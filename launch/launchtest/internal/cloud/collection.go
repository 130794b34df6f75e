package cloud

import (
	"regexp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A collection holds the things of one kind, by ID and in the order in which
// they came to be.
type collection[T any] struct {
	prefix    string // of IDs: "vol"
	what      string // in messages: "volume"
	malformed string // code for an ID that has not the form of one
	notFound  string // code for an ID that is not there
	tags      func(*T) *[]types.Tag

	// imagine makes a thing that a request names and nobody has given, where
	// the Region is not strict. Nil makes none.
	imagine func(id string) *T

	byID    map[string]*T
	order   []string
	numbers map[string]int // also of what is gone
}

// add adds a thing.
func (c *collection[T]) add(id string, t *T) *T {
	if c.byID == nil {
		c.byID, c.numbers = map[string]*T{}, map[string]int{}
	}
	c.byID[id] = t
	c.numbers[id] = len(c.numbers) + 1
	c.order = append(c.order, id)
	return t
}

// remove takes a thing away.
func (c *collection[T]) remove(id string) {
	delete(c.byID, id)
	if i := slices.Index(c.order, id); i >= 0 {
		c.order = slices.Delete(c.order, i, i+1)
	}
}

// all yields every thing with its ID, in order.
func (c *collection[T]) all(yield func(string, *T) bool) {
	for _, id := range c.order {
		if !yield(id, c.byID[id]) {
			return
		}
	}
}

// find returns the thing of that ID.
func (c *collection[T]) find(id string) (*T, error) {
	found, err := c.findAll([]string{id})
	if err != nil {
		return nil, err
	}
	return c.byID[found[0]], nil
}

// findAll returns the given IDs in order and once each. Like EC2 it refuses the
// lot for one ID that is malformed or unknown.
func (c *collection[T]) findAll(ids []string) ([]string, error) {
	var unknown []string
	for _, id := range ids {
		if c.byID[id] != nil {
			continue
		}
		if c.imagine != nil && id != "" {
			c.add(id, c.imagine(id))
			continue
		}
		if c.malformed != "" && !wellFormed(c.prefix, id) {
			return nil, wire.Refuse(c.malformed, "Invalid id: %q (expecting \"%s-...\" with 8 or 17 hexadecimal digits)", wire.Clip(id), c.prefix)
		}
		unknown = append(unknown, wire.Clip(id))
	}
	switch {
	case len(unknown) == 1:
		return nil, wire.Refuse(c.notFound, "The %s '%s' does not exist", c.what, unknown[0])
	case len(unknown) > 1:
		return nil, wire.Refuse(c.notFound, "The %ss '%s' do not exist", c.what, strings.Join(unknown[:min(len(unknown), 20)], ", "))
	}
	ids = slices.Clone(ids)
	slices.SortFunc(ids, func(a, b string) int { return c.numbers[a] - c.numbers[b] })
	return slices.Compact(ids), nil
}

// digits matches what follows the prefix of an ID.
var digits = regexp.MustCompile(`^([0-9a-f]{8}|[0-9a-f]{17})$`)

// wellFormed reports whether an ID has the documented form.
func wellFormed(prefix, id string) bool {
	rest, ok := strings.CutPrefix(id, prefix+"-")
	return ok && digits.MatchString(rest)
}
