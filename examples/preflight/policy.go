package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
)

// readPolicy reads the rules of a house from a file.
func readPolicy(file string) ([]*validate.Rule, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	house, err := policy.Load(f)
	if ext := filepath.Ext(file); err != nil && (ext == ".yaml" || ext == ".yml") {
		return nil, fmt.Errorf("%s: must be JSON; package launch/policy/yaml reads YAML", file)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return house.Rules()
}
