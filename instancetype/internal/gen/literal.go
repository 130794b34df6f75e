package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// vocabularies are the closed lists that sets are taken from. A name's place is
// its bit.
var vocabularies = map[instancetype.Fact][]string{
	instancetype.FactArchitectures:       sorted(types.ArchitectureType("").Values()),
	instancetype.FactBootModes:           sorted(types.BootModeType("").Values()),
	instancetype.FactRootDevices:         sorted(types.RootDeviceType("").Values()),
	instancetype.FactVirtualizations:     sorted(types.VirtualizationType("").Values()),
	instancetype.FactUsageClasses:        sorted(types.UsageClassType("").Values()),
	instancetype.FactPlacementStrategies: sorted(types.PlacementGroupStrategy("").Values()),
	instancetype.FactBandwidthWeightings: sorted(types.BandwidthWeightingType("").Values()),
	instancetype.FactHypervisor: sorted(append(types.InstanceTypeHypervisor("").Values(),
		instancetype.HypervisorNone)),
	instancetype.FactENA:                     sorted(types.EnaSupport("").Values()),
	instancetype.FactEBSOptimized:            sorted(types.EbsOptimizedSupport("").Values()),
	instancetype.FactNVMe:                    sorted(types.EbsNvmeSupport("").Values()),
	instancetype.FactAttachmentLimit:         sorted(types.AttachmentLimitType("").Values()),
	instancetype.FactInstanceStoreNVMe:       sorted(types.EphemeralNvmeSupport("").Values()),
	instancetype.FactInstanceStoreEncryption: sorted(types.InstanceStorageEncryptionSupport("").Values()),
}

var cardInterfaceTypes = sorted(types.NetworkCardInterfaceType("").Values())

func sorted[T ~string](names []T) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = string(name)
	}
	slices.Sort(list)
	return list
}

// setOf writes a set as package instancetype stores it: a bit a name, the top
// bit for known.
func setOf(names, vocabulary []string) (int, error) {
	bits := 1 << 7
	for _, name := range names {
		bit := slices.Index(vocabulary, name)
		if bit < 0 {
			return 0, fmt.Errorf("%q is none of %q: update service/ec2", name, vocabulary)
		}
		bits |= 1 << bit
	}
	return bits, nil
}

// plain writes a JSON scalar, which is a Go literal as it stands.
func plain(raw json.RawMessage) (string, error) { return string(raw), nil }

// tuple writes an array of scalars as a composite literal.
func tuple(raw json.RawMessage) (string, error) {
	var members []json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil {
		return "", err
	}
	texts := make([]string, len(members))
	for i, m := range members {
		texts[i] = string(m)
	}
	return "{" + strings.Join(texts, ", ") + "}", nil
}

// card writes a network card: unknown numbers as 0, known counts plus one,
// bandwidths times scale.
func card(raw json.RawMessage) (string, error) {
	var index int
	var baseline, peak float64
	var interfaces, queues, queuesEach, queuesTotal, flexible *int
	var kinds []string
	members := []any{&index, &interfaces, &baseline, &peak, &queues, &queuesEach, &queuesTotal, &flexible, &kinds}
	var texts []json.RawMessage
	if err := json.Unmarshal(raw, &texts); err != nil {
		return "", err
	}
	if len(texts) != len(members) {
		return "", fmt.Errorf("has %d members, not %d", len(texts), len(members))
	}
	for i, text := range texts {
		if err := json.Unmarshal(text, members[i]); err != nil {
			return "", fmt.Errorf("member %d: %w", i, err)
		}
	}
	bits := 0
	if kinds != nil {
		var err error
		if bits, err = setOf(kinds, cardInterfaceTypes); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("{%d, %d, %.0f, %.0f, %d, %d, %d, %d, %d}", index, maybe(interfaces), baseline*scale, peak*scale,
		maybe(queues), maybe(queuesEach), maybe(queuesTotal), maybe(flexible), bits), nil
}

func maybe(n *int) int {
	if n == nil {
		return 0
	}
	return *n + 1
}
