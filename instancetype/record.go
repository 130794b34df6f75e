package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// A record holds what one answer says about one type, in the open. Rows of the
// embedded table hold the same, packed.
type record struct {
	name    types.InstanceType
	sources []Source  // shared by the records of one catalogue
	source  sourcesOf // what is not in it is not known here
	under   *record   // the next older layer, asked for what is not known here

	traits
	texts        [numTexts]string
	numbers      [numNumbers]int64
	cores        []int32
	threads      []int32
	cards        []card
	efaCards     []int32
	disks        []Disk
	gpus         []GPU
	accelerators []Accelerator
}

func (r *record) knows(f Fact) bool { return r.source[f] != 0 }
