package launch

import (
	"context"
	"log/slog"

	"github.com/ec2launch/ec2launch/validate"
)

// A GuardOption changes what the guard of [GuardWith] does with a report.
type GuardOption func(*guard)

// Observe makes the guard refuse nothing: every call is sent, whatever the
// report. It is for a service that first wants to see what would be refused, and
// so needs [OnReport] or [LogReports] beside it: a guard that has neither refuses
// every call that it judges.
func Observe() GuardOption { return func(g *guard) { g.observe = true } }

// OnReport shows f the report on every call that is judged, before the call is
// refused or goes on: warnings too, and also the report that found nothing.
// operation is "RunInstances", for instance. f is called by whoever calls EC2,
// perhaps by several at once; if it panics, so does their call, which is not sent.
func OnReport(f func(ctx context.Context, operation string, report validate.Report)) GuardOption {
	return func(g *guard) {
		if g.hooks = append(g.hooks, f); f == nil {
			g.wrong("OnReport has no function")
		}
	}
}

// LogReports logs every report that found something: at level Error where EC2
// would refuse the call, at Warn for warnings, at Info for advice. The attributes
// are the operation, how many errors and warnings there are, and each violation.
// The message is "launch request refused", or "launch request would be refused"
// with [Observe], "launch request has warnings" or "launch request has advice".
// User data is never part of it.
func LogReports(l *slog.Logger) GuardOption {
	return func(g *guard) {
		if l == nil {
			g.wrong("LogReports has no logger")
		}
		g.hooks = append(g.hooks, func(ctx context.Context, operation string, report validate.Report) {
			if len(report.Violations) == 0 {
				return
			}
			counts := map[validate.Severity]int{}
			for _, v := range report.Violations {
				counts[v.Severity]++
			}
			errs, warnings := counts[validate.SeverityError], counts[validate.SeverityWarning]
			level, message := slog.LevelInfo, "launch request has advice"
			switch {
			case errs > 0 && g.observe:
				level, message = slog.LevelError, "launch request would be refused"
			case errs > 0:
				level, message = slog.LevelError, "launch request refused"
			case warnings > 0:
				level, message = slog.LevelWarn, "launch request has warnings"
			}
			l.LogAttrs(ctx, level, message, slog.String("operation", operation), slog.Int("errors", errs),
				slog.Int("warnings", warnings), slog.Any("report", report))
		})
	}
}
