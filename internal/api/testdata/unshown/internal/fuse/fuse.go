// Package fuse is not for others.
package fuse

// Blow is used by no Example.
func Blow() {}
