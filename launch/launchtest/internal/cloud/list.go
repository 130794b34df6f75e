package cloud

import (
	"encoding/base64"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A query is what the requests that list things have in common.
type query struct {
	action     string
	ids        []string
	filters    []types.Filter
	maxResults *int32
	least      int32 // MaxResults; 0 for the usual 5
	nextToken  *string
	dryRun     *bool
	together   bool // IDs and MaxResults may both be given
	look       bool // the first page is a look at the instances
	most       int  // things on a page of which MaxResults says nothing; 0 is no limit
}

// pagedBy returns the query with pages of n things where MaxResults says nothing.
func (q query) pagedBy(n int) query {
	q.most = n
	return q
}

// list returns a page of a collection, each thing as view shows it, and the
// token of the next page.
func list[T, V any](g *Region, c *collection[T], q query, view func(id string, t *T) (V, bool)) ([]V, *string, error) {
	if err := q.check(); err != nil {
		return nil, nil, err
	}
	filters, err := compile[V](q.filters, q.action)
	if err != nil {
		return nil, nil, err
	}
	if err := dry(q.dryRun); err != nil {
		return nil, nil, err
	}
	after := 0
	if token := value(q.nextToken); token != "" {
		id, ok := parsePage(q.action, token)
		if after = c.numbers[id]; !ok || after == 0 {
			return nil, nil, wire.Refuse("InvalidNextToken", "The token %q is not one that this endpoint gave out for %s", wire.Clip(token), q.action)
		}
	} else if q.look {
		g.look()
	}
	ids := c.order
	if len(q.ids) > 0 {
		if ids, err = c.findAll(q.ids); err != nil {
			return nil, nil, err
		}
	}
	size := q.size(g.PageSize)
	var page []V
	last := ""
	for _, id := range ids {
		if c.numbers[id] <= after {
			continue
		}
		v, visible := view(id, c.byID[id])
		if !visible || !filters.match(&v) {
			continue
		}
		if size > 0 && len(page) == size {
			return page, new(newPage(q.action, last)), nil
		}
		page = append(page, v)
		last = id
	}
	return page, nil, nil
}

// check refuses a query that EC2 refuses on sight.
func (q query) check() error {
	least := q.least
	if least == 0 {
		least = 5
	}
	switch {
	case q.maxResults == nil:
		return nil
	case len(q.ids) > 0 && !q.together:
		return wire.Refuse("InvalidParameterCombination", "The IDs of %s cannot be used together with the parameter maxResults", q.action)
	case *q.maxResults < least || *q.maxResults > 1000:
		return wire.Refuse("InvalidParameterValue", "Value (%d) for parameter maxResults is invalid. Expecting a value between %d and 1000", *q.maxResults, least)
	}
	return nil
}

// size returns the most things to answer with; 0 is no limit.
func (q query) size(most int) int {
	asked := int(value(q.maxResults))
	if asked == 0 {
		asked = q.most
	}
	switch {
	case len(q.ids) > 0 && !q.together:
		return 0
	case asked == 0 || most == 0:
		return max(asked, most)
	}
	return min(asked, most)
}

// newPage returns the token for what comes after a thing.
func newPage(action, last string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(action + " " + last))
}

// parsePage returns the ID of the thing that a token comes after.
func parsePage(action, token string) (string, bool) {
	text, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil {
		return "", false
	}
	return strings.CutPrefix(string(text), action+" ")
}
