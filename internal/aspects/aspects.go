// Package aspects knows the last words of rule IDs.
package aspects

import (
	"slices"
	"strings"
)

// All lists the agreed aspects, in the order of the alphabet.
func All() []string {
	return []string{
		"advice", "conflict", "deprecated", "format", "ignored", "length", "limit", "range", "ratio", "required",
		"reserved", "retired", "unique", "unknown", "unsupported", "values",
	}
}

// Of returns the last word of an ID, and whether it is an agreed aspect.
func Of(id string) (aspect string, agreed bool) {
	aspect = id[strings.LastIndexByte(id, '-')+1:]
	return aspect, slices.Contains(All(), aspect)
}
