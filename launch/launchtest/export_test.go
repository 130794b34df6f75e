package launchtest

import "time"

// BodyWithin changes how long the body of a request may take to arrive.
func BodyWithin(d time.Duration) Option {
	return func(s *settings) { s.bodyWithin = d }
}
