package format

import "testing"

func TestNamesHasWhatIsListed(t *testing.T) {
	listed := []string{"gp2", "gp3", "io1", "io2", "st1", "sc1", "standard", "", "gp2"}
	names := NamesOf(listed)
	for _, name := range listed {
		if !names.Has(name) {
			t.Errorf("%q is missing", name)
		}
	}
	for _, name := range []string{"gp1", "g", "gp", "gp4", "sp3", "GP2", "gp2 ", "2", "standar", "standarD", "\x00", "io"} {
		if names.Has(name) {
			t.Errorf("it has %q", name)
		}
	}
	if NamesOf(nil).Has("") {
		t.Error("a list of none has a name")
	}
}
