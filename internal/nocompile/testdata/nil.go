package main

import "net/netip"

func main() {
	var a netip.Addr = nil // want "cannot use nil as netip.Addr"
	_ = a
}
