package answer

// coded returns the answer to an operation that has failed with an error code.
// An empty code, one that the SDK makes up, and one that EC2 cannot have written
// are none.
func (r reader) coded(code string) Answer {
	code = bare(code)
	if code == "UnknownError" || !isCode(code) {
		code = ""
	}
	a := Answer{Status: r.status, RequestID: r.requestID}
	switch {
	case r.service != "" && r.service != "EC2":
		a.Meaning = r.foreign(code)
	case code == "":
		a.Meaning = r.uncoded()
	default:
		a.Answered = r.status >= 400 && r.status < 600
		a.Meaning = r.underStatus(code)
	}
	a.Code = code
	return a
}

// isCode reports whether a code has the form of those of AWS. What has not is
// never shown.
func isCode(code string) bool {
	for i := range len(code) {
		c := code[i]
		letter := 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
		if !letter && (i == 0 || !('0' <= c && c <= '9' || c == '.' || c == '-' || c == '_')) {
			return false
		}
	}
	return code != "" && len(code) <= 128
}

// uncoded is the meaning of an answer without a code, or of no answer.
func (r reader) uncoded() Meaning {
	switch {
	case r.status >= 200 && r.status < 300:
		return named(Undecodable, "")
	case r.status != 0:
		return named(byStatus("(no code: ", r.status), "")
	case r.lost:
		return named(NoAnswer, "")
	}
	return named(nothingKnown, "")
}

// underStatus is the meaning of a code of EC2's that came with the status.
func (r reader) underStatus(code string) Meaning {
	m := OfCode(code)
	if m.Class == Unknown {
		m = named(byStatus("(unknown code: ", r.status), code)
	}
	switch {
	case m.Instances != InstancesNone || r.refusing(m):
		return m
	case r.status != 0:
		open := named(contradiction, code)
		m.Action, m.OtherZone, m.OtherType, m.Retry = open.Action, false, false, r.status >= 500
	}
	m.Instances = InstancesUnknown
	return m
}

// refusing reports whether EC2 sends the refusals of the meaning with the
// status.
func (r reader) refusing(m Meaning) bool {
	switch r.status / 100 {
	case 4:
		return true
	case 5:
		return m.Known && (m.Class == Capacity || m.Class == Throttling)
	}
	return false
}

// byStatus returns the name of the fall-back for a status.
func byStatus(kind string, status int) string {
	switch {
	case status == 429:
		return kind + "429)"
	case status >= 400 && status < 500:
		return kind + "4xx)"
	case status >= 500 && status < 600:
		return kind + "5xx)"
	}
	return nothingKnown
}

// foreign is the meaning of an answer of another service.
func (r reader) foreign(code string) Meaning {
	m := r.uncoded()
	if code != "" {
		m = r.underStatus(code)
	}
	switch m.Class {
	case Auth, Throttling, Transient:
	default:
		m = named(anotherService, code)
	}
	m.Instances = InstancesUnknown
	return m
}
