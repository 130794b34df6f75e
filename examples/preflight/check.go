package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/annotate"
	"github.com/ec2launch/ec2launch/validate"
)

// check reports on one file, of the call that it is known to be, nil where its
// members tell. The error says why it cannot be read.
func check(j judge, edition validate.Edition, file string, stdin io.Reader, known *call) (annotate.File, error) {
	in := stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return annotate.File{}, err
		}
		defer f.Close()
		in = f
	}
	document, err := readDocument(in)
	if err != nil {
		return annotate.File{}, err
	}
	if known == nil {
		known = new(recognize(document))
	}
	name := filepath.ToSlash(file)
	input := known.new()
	if err := launch.DecodeCallCLI(bytes.NewReader(document), input); err != nil {
		f := annotate.Undecoded(name, document, err)
		f.Report.Edition = edition
		return f, nil
	}
	report, err := j(input)
	return annotate.Locate(name, document, report), err
}
