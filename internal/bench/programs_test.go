package main

import "testing"

// TestWhatAProgramLinks bounds what the library adds to a program, in which the
// rules on other calls have no part unless it makes them.
func TestWhatAProgramLinks(t *testing.T) {
	built := buildPrograms(t.TempDir())
	sdk, check, guard := built["sdk"].size, built["check"].size, built["guard"].size
	const kib, mib = 1 << 10, 1 << 20
	if more := check - sdk; sdk == 0 || more <= 0 || more > 2*mib {
		t.Errorf("a program that checks launches is %d bytes larger than one of %d that launches, want 1 to %d: a rule "+
			"or an example that calls a function, such as strings.Repeat, is no data and costs much", more, sdk, 2*mib)
	}
	if more := guard - check; more < 400*kib {
		t.Errorf("a guard of all calls is only %d bytes larger than a check of launches, which so links its rules", more)
	}
}

func TestTheFirstCheckIsTimed(t *testing.T) {
	if b := beginnings(buildPrograms(t.TempDir())["check"], 1); b.check <= 0 || b.call <= 0 {
		t.Errorf("%+v", b)
	}
}
