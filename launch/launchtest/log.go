package launchtest

import (
	"log/slog"
	"net/http"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// answerLog notes how a request is answered.
type answerLog struct {
	http.ResponseWriter
	request Request
	n       int
	status  int
	code    string // of an EC2 error
}

func (l *answerLog) WriteHeader(status int) {
	l.status = status
	l.ResponseWriter.WriteHeader(status)
}

// Unwrap lets [http.ResponseController] find the connection.
func (l *answerLog) Unwrap() http.ResponseWriter { return l.ResponseWriter }

// log writes the line. A request without an answer has no status.
func (l *answerLog) log(logger *slog.Logger) {
	attrs := []any{"n", l.n, "action", wire.Clip(l.request.Action)}
	if l.request.ClientToken != "" {
		attrs = append(attrs, "token", wire.Clip(l.request.ClientToken))
	}
	if l.status != 0 {
		attrs = append(attrs, "status", l.status)
	}
	if l.code != "" {
		attrs = append(attrs, "code", l.code)
	}
	logger.Info("request", attrs...)
}
