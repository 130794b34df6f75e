package instancetype

// A set holds names of a closed list, one bit each. The zero set is unknown; a
// known set may be empty.
type set uint8

const knownSet set = 1 << 7

func (s set) known() bool { return s&knownSet != 0 }

// A name outside the list is unknown rather than absent: EC2 may have added it
// after the list was made.
func (s set) contains(name string, list []string) Answer {
	if !s.known() {
		return Unknown
	}
	for bit, member := range list {
		if member == name {
			return answerOf(s>>bit&1 != 0)
		}
	}
	return Unknown
}

func members[T ~string](s set, list []string) []T {
	if !s.known() {
		return nil
	}
	names := make([]T, 0, len(list))
	for bit, member := range list {
		if s>>bit&1 != 0 {
			names = append(names, T(member))
		}
	}
	return names
}

// setOf leaves out names that the list does not have.
func setOf[T ~string](names []T, list []string) set {
	s := knownSet
	for _, name := range names {
		for bit, member := range list {
			if member == string(name) {
				s |= 1 << bit
			}
		}
	}
	return s
}

// only is the single name in the set; "" when it holds none, is unknown, or
// holds several.
func (s set) only(list []string) string {
	for bit, member := range list {
		if s == knownSet|1<<bit {
			return member
		}
	}
	return ""
}
