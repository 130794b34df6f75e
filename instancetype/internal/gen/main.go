package main

import (
	"os"
	"log"
)

func main() {
	text, err := os.ReadFile("data/facts.jsonl")
	if err != nil { log.Fatal(err) }
	r, err := readRecorded(text)
	if err != nil { log.Fatal(err) }
	b, err := emit(r)
	if err != nil { log.Fatal(err) }
	w, err := r.write()
	if err != nil { log.Fatal(err) }
	if string(w) != string(text) { os.WriteFile("/tmp/facts.jsonl", w, 0o644); log.Print("recorded form differs") }
	if err := os.WriteFile("../../table_gen.go", b, 0o644); err != nil { log.Fatal(err) }
}
