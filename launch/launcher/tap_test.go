package launcher_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"net/http"
	"slices"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// A tap is an HTTP client that notes the instances of every answer that came in
// full.
type tap struct {
	ec2.HTTPClient
	mu  sync.Mutex
	ids []string
}

// shown returns the IDs of all instances in the answers so far.
func (p *tap) shown() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ids
}

// forget forgets the answers so far.
func (p *tap) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ids = nil
}

// Do sends a request.
func (p *tap) Do(r *http.Request) (*http.Response, error) {
	response, err := p.HTTPClient.Do(r)
	if err == nil && response.StatusCode == http.StatusOK {
		response.Body = &tapped{ReadCloser: response.Body, tap: p}
	}
	return response, err
}

// tapped is a body that is copied as it is read.
type tapped struct {
	io.ReadCloser
	tap  *tap
	text bytes.Buffer
}

func (b *tapped) Read(to []byte) (int, error) {
	n, err := b.ReadCloser.Read(to)
	b.text.Write(to[:n])
	if err == io.EOF {
		b.tap.note(b.text.Bytes())
	}
	return n, err
}

// note reads an answer to RunInstances or DescribeInstances, unless it is none,
// or the SDK cannot read it.
func (p *tap) note(text []byte) {
	type instances struct {
		IDs    []string `xml:"instancesSet>item>instanceId"`
		States []int    `xml:"instancesSet>item>instanceState>code"`
	}
	var document struct {
		instances
		Reservations []instances `xml:"reservationSet>item"`
	}
	if xml.Unmarshal(text, &document) != nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, set := range append(document.Reservations, document.instances) {
		p.ids = append(p.ids, slices.DeleteFunc(set.IDs, func(id string) bool { return id == "" })...)
	}
}
