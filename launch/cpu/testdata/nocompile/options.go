package main

import "github.com/ec2launch/ec2launch/launch/cpu"

func main() {
	_ = cpu.Cores(4)                // want "not enough arguments"
	_ = cpu.Cores(4, 1, 2)          // want "too many arguments"
	_ = cpu.Options{}.Cores         // want "Cores undefined"
	_ = cpu.Options{CoreCount: nil} // want "unknown field CoreCount"
}
