package launch_test

import (
	"os"
	"strings"
	"testing"
)

// TestReadme keeps the README's code and report what examples run and print:
// [Example], and those of package launcher.
func TestReadme(t *testing.T) {
	readme, launcher := file(t, "../README.md"), file(t, "launcher/example_test.go")
	_, example, _ := strings.Cut(file(t, "example_test.go"), "func Example() {\n")
	code, output, _ := strings.Cut(example, "\t// Output:\n")
	output, _, _ = strings.Cut(output, "}\n")
	if !strings.Contains(readme, "\ninvalid launch request: ") || len(blocks(readme, "```go\n")) < 2 {
		t.Error("the README shows no good request, no bad one or no report")
	}
	for _, block := range blocks(readme, "```go\n") {
		if block = indent(block, "\t"); !strings.Contains(code, block) && !strings.Contains(launcher, block) {
			t.Errorf("no example runs the README's\n%s", block)
		}
	}
	for _, block := range blocks(readme, "```\n") {
		if strings.HasPrefix(block, "invalid") && !strings.Contains(output, indent(block, "\t// ")) {
			t.Errorf("the example does not print the README's\n%s", block)
		}
	}
}

func file(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// blocks returns what stands between fences of a kind.
func blocks(text, fence string) []string {
	var all []string
	for text != "" {
		_, text, _ = strings.Cut(text, "\n"+fence)
		block, rest, ok := strings.Cut(text, "```\n")
		if ok {
			all = append(all, block)
		}
		text = rest
	}
	return all
}

func indent(block, by string) string {
	var b strings.Builder
	for line := range strings.Lines(block) {
		if line != "\n" {
			b.WriteString(by)
		}
		b.WriteString(line)
	}
	return b.String()
}
