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

func TestReadmeIsCurrent(t *testing.T) {
	committed, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	want, err := catalogue.Readme(string(committed))
	if err != nil {
		t.Fatal(err)
	}
	if string(committed) != want {
		t.Error("the README's table of editions is stale: run go generate ./launch/catalogue")
	}
}

func TestReadmeWithoutTableIsRefused(t *testing.T) {
	if _, err := catalogue.Readme("# ec2launch\n"); err == nil {
		t.Error("a README without a table is taken")
	}
}
