package main

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTablesAreFresh(t *testing.T) {
	for file, generate := range map[string]func() ([]byte, error){
		"parameters_gen.go": generateParameters,
		"answers_gen.go":    generateAnswers,
	} {
		want, err := generate()
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile("../wire/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s is not what the SDK says; run go generate ./launch/launchtest/internal/wire (-want +got):\n%s", file, diff)
		}
	}
}
