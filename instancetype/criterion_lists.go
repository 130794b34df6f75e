package instancetype

import (
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// HasNetworkGbps asks for a network bandwidth of at least n Gbit/s over all
// cards together, bursts not counted.
func HasNetworkGbps(n float64) Criterion {
	return of(FactNetworkCards, "at least "+decimal(n)+" Gbps", func(i Info) Answer {
		sum := 0.0
		for _, c := range i.cards() {
			gbps, ok := c.baseline.get()
			if !ok {
				return Unknown
			}
			sum += gbps
		}
		return answerOf(sum >= n)
	})
}

// HasGPUs asks for at least n GPUs.
func HasGPUs(n int32) Criterion {
	return of(FactGPUs, fmt.Sprintf("at least %d", n), func(i Info) Answer {
		count := int32(0)
		for _, g := range i.gpus() {
			count += g.Count
		}
		return answerOf(count >= n)
	})
}

// HasGPU asks for a GPU whose maker and name contain the text, in whatever
// case: "nvidia", "H100", "NVIDIA L4".
func HasGPU(text string) Criterion {
	return of(FactGPUs, text, func(i Info) Answer {
		return answerOf(slices.ContainsFunc(i.gpus(), func(g GPU) bool {
			return containsFold(g.Manufacturer+" "+g.Name, text)
		}))
	})
}

// HasAccelerator asks for an accelerator of the kind whose maker and name
// contain the text, in whatever case; "" is any.
func HasAccelerator(kind AcceleratorKind, text string) Criterion {
	if !slices.Contains(acceleratorKinds[:], kind) {
		return unknownKind("HasAccelerator", kind, acceleratorKinds[:])
	}
	want := strings.TrimSpace(string(kind) + " " + text)
	return of(FactAccelerators, want, func(i Info) Answer {
		return answerOf(slices.ContainsFunc(i.accelerators(), func(a Accelerator) bool {
			return a.Kind == kind && containsFold(a.Manufacturer+" "+a.Name, text)
		}))
	})
}

// HasAccelerators asks for at least n accelerators of the kind.
func HasAccelerators(kind AcceleratorKind, n int32) Criterion {
	if !slices.Contains(acceleratorKinds[:], kind) {
		return unknownKind("HasAccelerators", kind, acceleratorKinds[:])
	}
	return of(FactAccelerators, fmt.Sprintf("at least %d %s", n, kind), func(i Info) Answer {
		count := int32(0)
		for _, a := range i.accelerators() {
			if a.Kind == kind {
				count += a.Count
			}
		}
		return answerOf(count >= n)
	})
}

// HasDisk asks for an instance store volume of the type, "ssd" or "hdd".
func HasDisk(kind types.DiskType) Criterion {
	if !slices.Contains(kind.Values(), kind) {
		return unknownKind("HasDisk", kind, kind.Values())
	}
	return of(FactDisks, string(kind), func(i Info) Answer {
		return answerOf(slices.ContainsFunc(i.disks(), func(d Disk) bool { return d.Type == kind }))
	})
}

func unknownKind[T ~string](criterion string, kind T, kinds []T) Criterion {
	return faulty("%s: %q is none of %s", criterion, kind, quoted(kinds))
}

func containsFold(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(part))
}
