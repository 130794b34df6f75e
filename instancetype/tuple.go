package instancetype

import (
	"encoding/json"
	"fmt"
)

// A tuple is written to JSON as an array of its members rather than as an
// object: a table of 1,400 types stays short.
type tuple[T any] interface {
	*T
	members() []any // pointers to the members, in the order of the array
}

func (c *card) members() []any {
	return []any{&c.index, &c.interfaces, &c.baseline, &c.peak, &c.queues, &c.queuesEach, &c.queuesTotal, &c.flexible,
		&c.kinds}
}

func (d *Disk) members() []any { return []any{&d.Count, &d.SizeGB, &d.Type} }

func (g *GPU) members() []any { return []any{&g.Count, &g.Manufacturer, &g.Name, &g.MemoryMiB} }

func (a *Accelerator) members() []any {
	return []any{&a.Kind, &a.Count, &a.Manufacturer, &a.Name, &a.MemoryMiB}
}

func tuples[T any, P tuple[T]](list []T) [][]any {
	rows := make([][]any, len(list))
	for i := range list {
		rows[i] = P(&list[i]).members()
	}
	return rows
}

func parseTuples[T any, P tuple[T]](text []byte, list *[]T) error {
	var rows [][]json.RawMessage
	if err := json.Unmarshal(text, &rows); err != nil {
		return err
	}
	parsed := make([]T, len(rows))
	for i, row := range rows {
		members := P(&parsed[i]).members()
		if len(row) != len(members) {
			return fmt.Errorf("element %d has %d members, not %d", i, len(row), len(members))
		}
		for k, member := range members {
			if err := json.Unmarshal(row[k], member); err != nil {
				return fmt.Errorf("element %d, member %d: %w", i, k, err)
			}
		}
	}
	*list = parsed
	return nil
}

// In JSON, the set of a card's interface types is a list of names, null when
// unknown.

func (s set) MarshalJSON() ([]byte, error) {
	return json.Marshal(members[string](s, cardInterfaceTypes))
}

func (s *set) UnmarshalJSON(text []byte) error {
	var names []string
	if err := json.Unmarshal(text, &names); err != nil {
		return err
	}
	*s = 0
	if names != nil {
		*s = setOf(names, cardInterfaceTypes)
	}
	return nil
}
