package validate

import (
	"fmt"
	"sort"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/ec2launch/ec2launch/internal/members"
)

func ZZTimes(v *Validator, in *ec2.RunInstancesInput) {
	p := &Pass{validator: v}
	p.Input, p.Edition = in, v.edition
	rules := p.plan(members.Judge(in, &v.tests))
	p.run(rules)
	type row struct {
		id string
		ns float64
	}
	var rows []row
	sum := 0.0
	for _, r := range rules {
		best := 1e9
		for range 7 {
			start := time.Now()
			for range 20000 {
				p.rule, p.beyond = r, nil
				r.check(p)
			}
			best = min(best, float64(time.Since(start).Nanoseconds())/20000)
		}
		rows = append(rows, row{r.id, best})
		sum += best
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].ns > rows[j].ns })
	for _, r := range rows {
		fmt.Printf("%6.1f %s\n", r.ns, r.id)
	}
	fmt.Println(len(rules), "sum", sum)
	best := 1e9
	for range 20 {
		start := time.Now()
		for range 2000 {
			p.run(rules)
		}
		best = min(best, float64(time.Since(start).Nanoseconds())/2000)
	}
	fmt.Println("run", best)
	best = 1e9
	for range 20 {
		start := time.Now()
		for range 2000 {
			v.Check(in)
		}
		best = min(best, float64(time.Since(start).Nanoseconds())/2000)
	}
	fmt.Println("check", best)
}

func ZZMin(f func()) float64 {
	best := 1e9
	for range 300 {
		start := time.Now()
		for range 200 {
			f()
		}
		best = min(best, float64(time.Since(start).Nanoseconds())/200)
	}
	return best
}
func ZZJudge(v *Validator, in *ec2.RunInstancesInput) { members.Judge(in, &v.tests) }
