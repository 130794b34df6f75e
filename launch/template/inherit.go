package template

import (
	"reflect"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// An Inherited is the data of a new version that inherits that of another, and
// where each part of it comes from. It is immutable and safe for concurrent use.
// [Inherit] makes one; nil and the zero Inherited hold nothing.
type Inherited struct {
	data   func() *types.RequestLaunchTemplateData // never written to
	merger *merger
}

// Inherit returns what CreateLaunchTemplateVersion makes of new data and the
// data of the SourceVersion; see [FromVersion]. Nil has no parameters.
//
// The new version "inherits the same launch parameters as the source version,
// except for parameters that you explicitly specify"; snapshots of volumes it
// does not inherit (CreateLaunchTemplateVersion in the API reference). Nothing
// says how deep the new data goes: Inherit combines the two as a launch does, and
// [Inherited.Unsure] names where that makes a difference. Nor does anything say
// whether InstanceRequirements take the place of an InstanceType: both stand.
func Inherit(source, data *types.RequestLaunchTemplateData) *Inherited {
	from, with, version := ownData(source), ownData(data), new(types.RequestLaunchTemplateData)
	for _, mapping := range from.BlockDeviceMappings {
		if mapping.Ebs != nil {
			mapping.Ebs.SnapshotId = nil
		}
	}
	m := newMerger(0)
	m.structure(reflect.ValueOf(version).Elem(), reflect.ValueOf(from).Elem(), reflect.ValueOf(with).Elem(), spot{})
	if version.InstanceType != "" && version.InstanceRequirements != nil {
		m.unsure["InstanceType"], m.unsure["InstanceRequirements"] = structures, structures
	}
	return &Inherited{func() *types.RequestLaunchTemplateData { return version }, m}
}

// ownData copies data; of nil, it makes empty data.
func ownData(data *types.RequestLaunchTemplateData) *types.RequestLaunchTemplateData {
	if data == nil {
		return new(types.RequestLaunchTemplateData)
	}
	return sdkcopy.OfAny(data).(*types.RequestLaunchTemplateData)
}

// Data returns the data of the new version, which is the caller's own. It holds
// the user data, base64-encoded, in clear.
func (h *Inherited) Data() *types.RequestLaunchTemplateData {
	if h == nil || h.data == nil {
		return nil
	}
	return sdkcopy.OfAny(h.data()).(*types.RequestLaunchTemplateData)
}

// Origin returns where the member or element at a path of [Inherited.Data] comes
// from: Request is its path in the new data, Template in that of the source.
func (h *Inherited) Origin(path string) Origin {
	if h == nil || h.data == nil {
		return Origin{}
	}
	return h.merger.origins[path]
}

// Unsure lists the parts of [Inherited.Data] that EC2 may combine otherwise, for
// all that is documented.
func (h *Inherited) Unsure() []string {
	if h == nil || h.data == nil {
		return nil
	}
	return h.merger.about(^doubt(0))
}
