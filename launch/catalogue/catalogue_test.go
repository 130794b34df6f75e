package catalogue_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/ec2launch/ec2launch/launch/catalogue"
)

func TestRulesMDIsCurrent(t *testing.T) {
	committed, err := os.ReadFile("../../RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := catalogue.WriteMarkdown(&want); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, want.Bytes()) {
		t.Error("RULES.md is stale: run go generate ./launch/catalogue")
	}
}
