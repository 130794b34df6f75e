package main

import (
	"bufio"
	"bytes"
	"io"
	"runtime/metrics"

	"github.com/ec2launch/ec2launch/launch"
)

// A streamed is what it took to check documents that came one after the other.
type streamed struct {
	documents, refused int
	bytes, peakHeap    uint64
}

// stream reads n documents from a pipe, one a line, every tenth with ten
// mistakes, and decodes and checks each.
func stream(n int) (s streamed) {
	lines := bufio.NewScanner(documents(n))
	for lines.Scan() {
		s.bytes += uint64(len(lines.Bytes()))
		in := must(launch.DecodeCLI(bytes.NewReader(lines.Bytes())))
		if rules.Check(in).Err() != nil {
			s.refused++
		}
		if s.documents++; s.documents%100 == 0 {
			s.peakHeap = max(s.peakHeap, heap())
		}
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
	return s
}

func documents(n int) io.Reader {
	in := must(rich().Build()).Input()
	good := append(documentOf(in), '\n')
	spoil(in)
	bad := append(documentOf(in), '\n')
	r, w := io.Pipe()
	go func() {
		for i := range n {
			text := good
			if i%10 == 9 {
				text = bad
			}
			if _, err := w.Write(text); err != nil {
				return
			}
		}
		w.Close()
	}()
	return r
}

// heap is how many bytes the heap's objects hold, with those that the collector
// has not come to yet.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
