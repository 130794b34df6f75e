package launch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"reflect"
	"time"
)

// Fingerprint identifies what the spec launches: 64 hexadecimal digits, the
// same for equal specs in every process and with every version of the SDK.
// ClientToken and DryRun do not count, since they say nothing about the
// instances. The zero Spec has none.
//
// It covers the user data. Whoever can guess the rest of a spec can test
// guesses of a short secret in it against the fingerprint.
func (s Spec) Fingerprint() string {
	in := s.Input()
	if in == nil {
		return ""
	}
	in.ClientToken, in.DryRun = nil, nil
	h := sha256.New()
	write(h, reflect.ValueOf(in).Elem())
	return hex.EncodeToString(h.Sum(nil))
}

// write feeds v to h so that different values never read alike: names and
// texts behind their length, lists and structs behind a bracket. Members that
// are not set leave no trace, and so the members an SDK adds change nothing.
func write(h hash.Hash, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		write(h, v.Elem())
	case reflect.Slice:
		fmt.Fprintf(h, "[%d", v.Len())
		for i := range v.Len() {
			write(h, v.Index(i))
		}
	case reflect.Struct:
		if t, ok := reflect.TypeAssert[time.Time](v); ok {
			fmt.Fprintf(h, "@%d.%d", t.Unix(), t.Nanosecond())
			return
		}
		fmt.Fprint(h, "{")
		for f, member := range v.Fields() {
			if f.IsExported() && isSet(member) {
				fmt.Fprintf(h, "%d:%s", len(f.Name), f.Name)
				write(h, member)
			}
		}
		fmt.Fprint(h, "}")
	case reflect.String:
		fmt.Fprintf(h, "%d:%s", v.Len(), v.String())
	default:
		fmt.Fprintf(h, "=%v;", v)
	}
}

// isSet reports whether the SDK would send a member.
func isSet(v reflect.Value) bool {
	if v.Kind() == reflect.Slice {
		return v.Len() > 0
	}
	return !v.IsZero()
}
