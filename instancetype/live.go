package instancetype

import (
	"iter"
	"maps"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Live is a catalogue of what DescribeInstanceTypes answered. It is immutable
// and safe for concurrent use. The zero Live knows no type.
//
// The answers are those of one Region and account, and some types of the SDK's
// enumeration are in none. Lay it over the embedded table with [Overlay] to
// know the rest as well.
type Live struct {
	records map[types.InstanceType]*record
}

// FromDescribe reads answers of DescribeInstanceTypes, taken to be of today;
// see [Live.Dated]. Members that an answer leaves out are not known. It copies
// what it keeps. Of several answers about one type the last stands, and answers
// without a type are passed over.
func FromDescribe(answers []types.InstanceTypeInfo) *Live {
	sources := []Source{{}, {Name: "DescribeInstanceTypes", Date: today(), Live: true}}
	l := &Live{make(map[types.InstanceType]*record, len(answers))}
	for i := range answers {
		if t := answers[i].InstanceType; t != "" {
			l.records[t] = newRecord(&answers[i], sources)
		}
	}
	return l
}

// Lookup finds a type among the answers.
func (l *Live) Lookup(t types.InstanceType) (Info, bool) {
	if l == nil {
		return Info{}, false
	}
	r, ok := l.records[t]
	return Info{live: r}, ok
}

// Len is the number of types.
func (l *Live) Len() int {
	if l == nil {
		return 0
	}
	return len(l.records)
}

// All yields every type in the order of [Compare].
func (l *Live) All() iter.Seq[Info] {
	return func(yield func(Info) bool) {
		if l == nil {
			return
		}
		for _, t := range slices.SortedFunc(maps.Keys(l.records), Compare) {
			if !yield(Info{live: l.records[t]}) {
				return
			}
		}
	}
}

// Dated returns the same facts with another date, for answers that were
// recorded earlier.
func (l *Live) Dated(day time.Time) *Live {
	if l == nil {
		return nil
	}
	dated := &Live{make(map[types.InstanceType]*record, len(l.records))}
	for t, r := range l.records {
		again := *r
		again.sources = slices.Clone(r.sources)
		for i := range again.sources[1:] {
			again.sources[i+1].Date = day.Format(time.DateOnly)
		}
		dated.records[t] = &again
	}
	return dated
}

func today() string { return time.Now().UTC().Format(time.DateOnly) }
