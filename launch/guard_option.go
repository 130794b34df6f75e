package launch

import (
	"context"
	"errors"
	"log/slog"

	"github.com/ec2launch/ec2launch/validate"
)

// A GuardOption changes what the guard of [GuardWith] does with a report.
type GuardOption func(*guard)

// Observe lets every call go, whatever the report: for a service that first
// wants to see what would be refused. It needs [OnReport] or [LogReports].
func Observe() GuardOption { return func(g *guard) { g.observe = true } }

// OnReport shows f the report on every call that is judged, before the call is
// refused or goes on: warnings too, and also the report that found nothing.
// operation is "RunInstances", for instance. f is called by whoever calls EC2,
// perhaps by several at once.
func OnReport(f func(ctx context.Context, operation string, report validate.Report)) GuardOption {
	return func(g *guard) {
		if f == nil {
			g.fault = errors.New("launch: OnReport has no function")
			return
		}
		g.hooks = append(g.hooks, f)
	}
}

// LogReports logs every report that found something: at level Error where EC2
// would refuse the call, at Warn for warnings, at Info for advice, with the
// operation and each violation as attributes. User data is never part of it.
func LogReports(l *slog.Logger) GuardOption {
	if l == nil {
		return func(g *guard) { g.fault = errors.New("launch: LogReports has no logger") }
	}
	return OnReport(func(ctx context.Context, operation string, report validate.Report) {
		if len(report.Violations) == 0 {
			return
		}
		level := slog.LevelInfo
		switch {
		case report.Err() != nil:
			level = slog.LevelError
		case len(report.Warnings()) > 0:
			level = slog.LevelWarn
		}
		l.LogAttrs(ctx, level, "launch request", slog.String("operation", operation), slog.Any("report", report))
	})
}
