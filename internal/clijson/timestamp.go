package clijson

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
)

func isTime(t reflect.Type) bool { return t == reflect.TypeFor[time.Time]() }

// timestamp decodes a timestamp in a string.
func (d *decoder) timestamp(v reflect.Value) error {
	l, ok := d.literal()
	if !ok {
		return malformed{}
	}
	text, _ := l.text()
	inside := scanner{doc: text}
	if n := inside.number(); n != nil && inside.at == len(text) {
		return d.setSeconds(v, n, l.at)
	}
	t, ok := parseTimestamp(string(text))
	if !ok {
		return d.report(l.at, `timestamp expected, such as "2026-12-31T23:59:59Z", found %s`, quote(string(text)))
	}
	v.Set(reflect.ValueOf(t))
	return nil
}

// seconds decodes a timestamp in a number.
func (d *decoder) seconds(v reflect.Value) error {
	at := d.at
	n := d.number()
	if n == nil {
		return malformed{}
	}
	return d.setSeconds(v, n, at)
}

// setSeconds sets v to the time that is n seconds after the start of 1970. The
// CLI, too, rounds to microseconds.
func (d *decoder) setSeconds(v reflect.Value, n []byte, at int) error {
	const tooMany = 1e12 // far beyond the year 9999
	seconds, _ := strconv.ParseFloat(string(n), 64)
	whole, fraction := math.Modf(max(-tooMany, min(seconds, tooMany)))
	t := time.Unix(int64(whole), int64(math.Round(fraction*1e6))*1e3).UTC()
	if !inRange(t) {
		return d.report(at, "%s is out of range; seconds since 1970 expected, up to the year 9999", abbreviated(n))
	}
	v.Set(reflect.ValueOf(t))
	return nil
}

// inRange reports whether RFC 3339 can express t, which is in UTC.
func inRange(t time.Time) bool { return 0 <= t.Year() && t.Year() <= 9999 }

// timestampLayouts are the forms of a timestamp that are no number, but for
// what [parseTimestamp] makes uniform.
var timestampLayouts = [...]string{
	// ISO 8601
	time.RFC3339,
	"2006-01-02",
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02T15:04:05Z0700",
	"2006-01-02T15:04:05Z07",
	"2006-01-02T15:04Z07:00",
	"20060102T150405Z0700",
	// RFC 1123 and, with a year of two digits, RFC 822
	"2 Jan 2006 15:04:05 -0700",
	"2 Jan 2006 15:04 -0700",
	"2 Jan 06 15:04:05 -0700",
	"2 Jan 06 15:04 -0700",
}

// parseTimestamp reads a timestamp, to the form in UTC. Without a zone, it is
// in UTC.
func parseTimestamp(s string) (time.Time, bool) {
	const longest = 64 // bounds the work on what is no timestamp
	if len(s) > longest {
		return time.Time{}, false
	}
	if weekday, date, ok := strings.Cut(s, ", "); ok {
		if _, err := time.Parse("Mon", weekday); err == nil {
			s = date
		}
	}
	for _, zone := range [...]string{" GMT", " UTC", " UT", " Z"} {
		if local, ok := strings.CutSuffix(s, zone); ok {
			s = local + " +0000"
		}
	}
	for _, layout := range timestampLayouts {
		for _, zone := range [...]string{"", "Z"} {
			if t, err := time.Parse(layout, s+zone); err == nil {
				t = t.UTC()
				return t, inRange(t)
			}
		}
	}
	return time.Time{}, false
}
