package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// A Catalogue knows instance types. For a type it does not know, Lookup returns
// the zero [Info] and false. [Embedded], [Live] and [Overlay] are catalogues,
// all safe for concurrent use.
type Catalogue interface {
	Lookup(types.InstanceType) (Info, bool)
}

// Embedded is the catalogue of the embedded table, the one that [Lookup] reads.
func Embedded() Catalogue { return embedded{} }

type embedded struct{}

func (embedded) Lookup(t types.InstanceType) (Info, bool) { return Lookup(t) }

// Overlay lays one catalogue over another, fact by fact: what live knows of a
// type stands, base fills what it does not. [Info.Source] still says where each
// single fact was read.
//
// Neither may be nil. A look-up allocates only where both catalogues know live
// facts of the type.
func Overlay(live, base Catalogue) Catalogue { return overlay{live, base} }

type overlay struct{ upper, lower Catalogue }

func (o overlay) Lookup(t types.InstanceType) (Info, bool) {
	upper, inUpper := o.upper.Lookup(t)
	lower, inLower := o.lower.Lookup(t)
	switch {
	case !inUpper:
		return lower, inLower
	case !inLower:
		return upper, true
	default:
		return upper.over(lower), true
	}
}

// over lays i over base. What i has of the embedded table is the table itself,
// and so never hides live facts of base.
func (i Info) over(base Info) Info {
	row := max(i.row, base.row)
	switch {
	case i.live == nil:
		return Info{base.live, row}
	case base.live == nil:
		return Info{i.live, row}
	default:
		return Info{i.live.over(base.live), row}
	}
}

// over returns r with base below its lowest layer, copying the layers on the
// way.
func (r *record) over(base *record) *record {
	if r == nil {
		return base
	}
	layered := *r
	layered.under = r.under.over(base)
	return &layered
}
