package main

import "github.com/ec2launch/ec2launch/launch/cpu"

func main() {
	_ = cpu.Cores(4)                // want "not enough arguments"
	_ = cpu.Options{CoreCount: nil} // want "unknown field CoreCount"
}
