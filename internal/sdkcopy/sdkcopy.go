// Package sdkcopy copies the structs of a RunInstances request deeply, so that
// nothing that enters or leaves the library is shared with its caller.
//
// There is one function for each struct reachable from [ec2.RunInstancesInput];
// they are generated from the SDK's own types.
package sdkcopy

//go:generate go run ../sdkgen copy copy_gen.go

// pointer returns a pointer to a copy of what p points to.
func pointer[T any](p *T) *T {
	if p == nil {
		return nil
	}
	return new(*p)
}
