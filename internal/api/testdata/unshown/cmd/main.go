// Command cmd is no package to import.
package main

func main() { Run() }

// Run is used by no Example.
func Run() {}
