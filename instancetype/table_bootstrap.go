//go:build instancetype_bootstrap

package instancetype

// An empty table. After a change of the table's layout, the generated one no
// longer compiles, and the generator needs this package:
//
//	go -C internal/gen run -tags instancetype_bootstrap .
const names = ""

var (
	nameEnds           = [...]uint16{0}
	displacements      = [...]uint16{0}
	slots              = [...]uint16{0}
	rows               = [...]row{{}}
	traitSets          = [...]traits{{}}
	numbers            [numNumbers][]int32
	words              = [...]string{""}
	intLists           = [...][]int32{nil}
	cardLists          = [...][]card{nil}
	diskLists          = [...][]Disk{nil}
	gpuLists           = [...][]GPU{nil}
	acceleratorLists   = [...][]Accelerator{nil}
	sources            = [...]Source{{}}
	sourceSets         = [...]sourcesOf{{}}
	vocabularies       [numSets][]string
	cardInterfaceTypes []string
)
