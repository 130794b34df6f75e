// Command gen writes table_gen.go, the tables of package answer, from
// data/answers.json.
package main

import (
	_ "embed"
	"flag"
	"log"
	"os"
)

//go:embed data/answers.json
var data []byte

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	out := flag.String("o", "table_gen.go", "`file` to write")
	flag.Parse()
	d, err := read(data)
	if err != nil {
		log.Fatal(err)
	}
	source, err := emit(d)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, source, 0o644); err != nil {
		log.Fatal(err)
	}
}
