// Command gen writes RULES.md, the README's table of editions and the list of
// the rules' IDs to the files it is given.
package main

import (
	"bytes"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/launch/catalogue"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: gen RULES.md README.md rules.txt")
	}
	if err := write(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

func write(rules, readme, ids string) error {
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
	if err := os.WriteFile(readme, []byte(made), 0o644); err != nil {
		return err
	}
	return os.WriteFile(ids, []byte(listed()), 0o644)
}

// listed lists the IDs of all rules, one a line.
func listed() string {
	var ids []string
	for _, a := range catalogue.Areas() {
		for _, r := range a.Rules {
			ids = append(ids, r.ID+"\n")
		}
	}
	slices.Sort(ids)
	return strings.Join(ids, "")
}
