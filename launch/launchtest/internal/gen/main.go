// Command gen writes the tables of names that launchtest speaks EC2's query
// protocol by: the parameters of requests and the elements of answers.
//
// The names of parameters are observed rather than transcribed: each member of
// an input is set alone, the request goes through the SDK's own serialiser into
// a transport that keeps the body, and the one parameter that arrives is its
// name. The names of elements are read from the source of the SDK's
// deserialisers: each of their cases names an element and sets a member.
package main

import (
	"flag"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	parameters := flag.String("parameters", "parameters_gen.go", "`file` to write the names of parameters to")
	answers := flag.String("answers", "answers_gen.go", "`file` to write the names of elements to")
	flag.Parse()
	write(*parameters, generateParameters)
	write(*answers, generateAnswers)
}

func write(file string, generate func() ([]byte, error)) {
	source, err := generate()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(file, source, 0o644); err != nil {
		log.Fatal(err)
	}
}
