// Command gen writes RULES.md to the file it is given.
package main

import (
	"bytes"
	"log"
	"os"

	"github.com/ec2launch/ec2launch/launch/catalogue"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: gen FILE")
	}
	var b bytes.Buffer
	if err := catalogue.WriteMarkdown(&b); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[1], b.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}
