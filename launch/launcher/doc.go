// Package launcher launches the specs of package launch through the AWS SDK,
// launches nothing twice and loses nothing.
//
//	l := launcher.New(client)
//	result, err := l.Launch(ctx, spec)
//	fmt.Println(result.IDs()) // also beside an error
//
// # Outcomes
//
// What is sent again carries the same client token, for which EC2 launches
// once. An [*Error] says what a launch has left behind: [Refused] when every
// attempt that reached the wire was definitely refused by EC2, [Launched] when
// instances run that the result names in full, and [Unknown] otherwise: a lost
// answer may be that of a launch. [Launcher.Settle] settles one launch under
// its old token, [Launcher.Reconcile] looks for its instances. EC2's answer is
// in [Error.Answer], with its class and what to do about it. Settle by the error
// and the spec where both are at hand, and reconcile by the result where nothing
// may be launched; after a crash only the plan is left: run it again, or
// reconcile [Plan.Unsettled].
//
// # Plans
//
// A launch of many instances is a [Plan]: batches with fixed sizes and client
// tokens that follow from the launch ID alone. A plan is data and holds no user
// data. It is stored before [Launcher.Run] sends it, and run again after a
// crash:
//
//	plan, err := l.Plan(spec, "crawl-2026-11-21", launcher.Split())
//	result, err := l.Run(ctx, plan, spec, launcher.Save(store))
//
// [Alternatives] are tried for want of capacity, [Wait] waits for what was
// launched, and [RollBack] ends it when it is too little; by default it is
// kept. A workflow engine drives the steps by itself: [Launcher.RunBatch],
// [Plan.Advance], [Launcher.Wait], [Launcher.Terminate].
//
// # Load
//
// All launches of a Launcher together keep to EC2's documented request limits,
// each request has a deadline of its own ([Timeout]), and one that is on its
// way when the context ends may still be answered ([Grace]). Of the SDK's
// retries, those for want of capacity and quotas are left out: they reach the
// wire once.
//
// # Secrets
//
// Nothing that is printed, logged or encoded shows user data: errors drop the
// HTTP request and cut out what repeats user data, and the SDK does not log the
// bodies of requests. Encoded authorization messages are not printed either,
// but are reached by unwrapping.
//
// # Limits
//
// What a client of one's own does outside the SDK's stack is not seen: such a
// launch is never Refused but Unknown. A client token is zonal where the
// request names a zone or a subnet: sent by other means to another zone, it
// launches again.
package launcher
