package format

import "time"

// Sendable reports whether a time has a year of four digits, as its text in a
// request has, and is not Go's zero time.
func Sendable(t time.Time) bool {
	year := t.UTC().Year()
	return !t.IsZero() && year >= 0 && year <= 9999
}

// ToCome reports whether a time is sendable and may lie ahead. It does not look
// at the clock: what came before the oldest edition has passed.
func ToCome(t time.Time) bool { return Sendable(t) && t.UTC().Year() >= 2023 }
