// Package wire speaks the EC2 query protocol from the server's side: it reads
// the parameters of requests into the SDK's input structs and writes the SDK's
// output structs as documents. Every name on the wire is in tables that were
// made from the SDK's own serialisers and deserialisers.
package wire

//go:generate go run ../gen -parameters parameters_gen.go -answers answers_gen.go
