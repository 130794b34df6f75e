package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// A bounds is one attribute with its limits, nil where none is given.
type bounds struct {
	member   string
	min, max *float64
}

// attributes lists the attributes that have limits.
func attributes(r *types.InstanceRequirementsRequest) [9]bounds {
	return [...]bounds{
		limits("VCpuCount", r.VCpuCount, func(v *types.VCpuCountRangeRequest) (a, b *int32) { return v.Min, v.Max }),
		limits("MemoryMiB", r.MemoryMiB, func(v *types.MemoryMiBRequest) (a, b *int32) { return v.Min, v.Max }),
		limits("AcceleratorCount", r.AcceleratorCount,
			func(v *types.AcceleratorCountRequest) (a, b *int32) { return v.Min, v.Max }),
		limits("AcceleratorTotalMemoryMiB", r.AcceleratorTotalMemoryMiB,
			func(v *types.AcceleratorTotalMemoryMiBRequest) (a, b *int32) { return v.Min, v.Max }),
		limits("BaselineEbsBandwidthMbps", r.BaselineEbsBandwidthMbps,
			func(v *types.BaselineEbsBandwidthMbpsRequest) (a, b *int32) { return v.Min, v.Max }),
		limits("MemoryGiBPerVCpu", r.MemoryGiBPerVCpu,
			func(v *types.MemoryGiBPerVCpuRequest) (a, b *float64) { return v.Min, v.Max }),
		limits("NetworkBandwidthGbps", r.NetworkBandwidthGbps,
			func(v *types.NetworkBandwidthGbpsRequest) (a, b *float64) { return v.Min, v.Max }),
		limits("NetworkInterfaceCount", r.NetworkInterfaceCount,
			func(v *types.NetworkInterfaceCountRequest) (a, b *int32) { return v.Min, v.Max }),
		limits("TotalLocalStorageGB", r.TotalLocalStorageGB,
			func(v *types.TotalLocalStorageGBRequest) (a, b *float64) { return v.Min, v.Max }),
	}
}

// limits reads the limits of an attribute, which has a type of its own for them.
func limits[T any, N int32 | float64](member string, given *T, read func(*T) (min, max *N)) bounds {
	if given == nil {
		return bounds{member: member}
	}
	number := func(n *N) *float64 {
		if n == nil {
			return nil
		}
		return new(float64(*n))
	}
	min, max := read(given)
	return bounds{member, number(min), number(max)}
}

// limitMembers are all limits.
var limitMembers = []string{
	"VCpuCount.Min", "VCpuCount.Max", "MemoryMiB.Min", "MemoryMiB.Max", "AcceleratorCount.Min", "AcceleratorCount.Max",
	"AcceleratorTotalMemoryMiB.Min", "AcceleratorTotalMemoryMiB.Max", "BaselineEbsBandwidthMbps.Min", "BaselineEbsBandwidthMbps.Max",
	"MemoryGiBPerVCpu.Min", "MemoryGiBPerVCpu.Max", "NetworkBandwidthGbps.Min", "NetworkBandwidthGbps.Max",
	"NetworkInterfaceCount.Min", "NetworkInterfaceCount.Max", "TotalLocalStorageGB.Min", "TotalLocalStorageGB.Max",
}

var requirementsRange = &validate.Rule{
	ID:      "requirements-range",
	Summary: "the Max of an attribute should not be below its Min: no instance type has it then",
	Reading: "No page says that EC2 refuses such an attribute when a template or fleet is created; nothing can launch " +
		"with it.",
	Source:   validate.Source{Shape: "InstanceRequirementsRequest"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Given:    limitMembers,
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		for _, a := range attributes(r) {
			if a.min != nil && a.max != nil && *a.max < *a.min {
				p.Conflictf(a.member+".Max", []string{a.member + ".Min"},
					"should be at least the Min, %v: no instance type has both", *a.min)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"VCpuCount":{"Min":2,"Max":2},"MemoryGiBPerVCpu":{"Min":1.5,"Max":8}}`},
		{Spec: `{"AcceleratorCount":{"Max":0}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"VCpuCount":{"Min":8,"Max":4}}`, At: "VCpuCount.Max"},
		{Spec: `{"MemoryMiB":{"Min":8192,"Max":4096}}`, At: "MemoryMiB.Max"},
		{Spec: `{"AcceleratorCount":{"Min":2,"Max":1}}`, At: "AcceleratorCount.Max"},
		{Spec: `{"AcceleratorTotalMemoryMiB":{"Min":2,"Max":1}}`, At: "AcceleratorTotalMemoryMiB.Max"},
		{Spec: `{"BaselineEbsBandwidthMbps":{"Min":2,"Max":1}}`, At: "BaselineEbsBandwidthMbps.Max"},
		{Spec: `{"MemoryGiBPerVCpu":{"Min":2.5,"Max":2}}`, At: "MemoryGiBPerVCpu.Max"},
		{Spec: `{"NetworkBandwidthGbps":{"Min":25,"Max":12.5}}`, At: "NetworkBandwidthGbps.Max"},
		{Spec: `{"NetworkInterfaceCount":{"Min":4,"Max":2}}`, At: "NetworkInterfaceCount.Max"},
		{Spec: `{"TotalLocalStorageGB":{"Min":900.5,"Max":100}}`, At: "TotalLocalStorageGB.Max"},
	},
}

var requirementsRangeUnsupported = &validate.Rule{
	ID:       "requirements-range-unsupported",
	Summary:  "the Min and Max of an attribute should not be negative",
	Reading:  "No page says what EC2 does with a negative limit; it names 0 as the least.",
	Source:   validate.Source{Shape: "InstanceRequirementsRequest"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Given:    limitMembers,
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		for _, a := range attributes(r) {
			if a.min != nil && *a.min < 0 {
				p.Reportf(a.member+".Min", "should be at least 0, which is no limit")
			}
			if a.max != nil && *a.max < 0 {
				p.Reportf(a.member+".Max", "should be at least 0; without a limit, leave it out")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"AcceleratorCount":{"Min":0,"Max":0}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"VCpuCount":{"Min":-1}}`, At: "VCpuCount.Min"},
		{Spec: `{"MemoryMiB":{"Min":-1}}`, At: "MemoryMiB.Min"},
		{Spec: `{"AcceleratorCount":{"Max":-1}}`, At: "AcceleratorCount.Max"},
		{Spec: `{"NetworkBandwidthGbps":{"Min":-0.5}}`, At: "NetworkBandwidthGbps.Min"},
	},
}
