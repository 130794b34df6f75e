// Package launchtest is an EC2 endpoint for unit tests. It runs in the test's
// own process, speaks the EC2 query protocol over loopback HTTP, and is used
// through the real SDK client, so that a test covers everything from the code
// under test down to the bytes on the wire:
//
//	srv := launchtest.Start(t)
//	client := srv.Client()
//	// Give client to the code under test, then ask srv what was sent and what is alive:
//	input := srv.LastRequest("RunInstances").Input()
//	alive := srv.Alive() // how many instances; srv.Instances() lists them
//
// The command examples/endpoint runs it by itself, for the AWS CLI and the SDKs of other languages.
//
// [Server] says what the server does and what it does not, [Option] what the account has by default, and
// [Server.ServeHTTP] lists the actions that it serves, with their filters. [Server.Fail] scripts faults: errors, lost
// answers, broken documents. [Server.Handle] answers an action otherwise. [Throttle] adds EC2's request limits, and
// [Judge] the rules of a validator. [Has] gives the account things of its own, and with [Strict] there are no others.
// [Server.Requests] has what was sent.
//
// [Server.Offline] answers a client without a port, and [NewFake] stands in for a
// client of one method. [Valid], [Violates] and [Golden] assert on specs without a
// request. A launcher on a [SkippingClock] waits for nothing.
package launchtest

//go:generate go run ./internal/gendoc -o serve_gen.go
