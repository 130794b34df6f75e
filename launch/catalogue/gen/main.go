// Command gen writes RULES.md and the README's table of editions to the files
// it is given.
package main

import (
	"bytes"
	"log"
	"os"

	"github.com/ec2launch/ec2launch/launch/catalogue"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: gen RULES.md README.md")
	}
	if err := write(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func write(rules, readme string) error {
	var b bytes.Buffer
	if err := catalogue.WriteMarkdown(&b); err != nil {
		return err
	}
	if err := os.WriteFile(rules, b.Bytes(), 0o644); err != nil {
		return err
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	made, err := catalogue.Readme(string(text))
	if err != nil {
		return err
	}
	return os.WriteFile(readme, []byte(made), 0o644)
}
