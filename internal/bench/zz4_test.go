package main
import ("testing";"fmt";"strings";"github.com/ec2launch/ec2launch/launch";"github.com/ec2launch/ec2launch/internal/members";"github.com/ec2launch/ec2launch/validate")
func TestZZBase(t *testing.T) {
	in := rich().Input()
	_ = members.Of
	all := launch.Rules()
	pick := func(name string, f func(r *validate.Rule) bool) {
		var rs []*validate.Rule
		for _, r := range all { if f(r) { rs = append(rs, r) } }
		v, err := validate.NewValidator(rs)
		if err != nil { t.Fatal(err) }
		fmt.Printf("%-12s %4d rules %.0f ns\n", name, len(rs), validate.ZZMin(func(){ v.Check(in) }))
	}
	pick("none", func(r *validate.Rule) bool { return false })
	pick("one", func(r *validate.Rule) bool { return r.ID=="count-required" })
	pick("fields", func(r *validate.Rule) bool { return r.Check == nil })
	pick("userdata", func(r *validate.Rule) bool { return strings.HasPrefix(r.ID, "user-data") })
	pick("volumes", func(r *validate.Rule) bool { return r.Check != nil && (strings.HasPrefix(r.ID, "volume")||strings.HasPrefix(r.ID, "device")) })
	pick("iface", func(r *validate.Rule) bool { return r.Check != nil && (strings.HasPrefix(r.ID, "interface")) })
	pick("sg", func(r *validate.Rule) bool { return r.Check != nil && (strings.HasPrefix(r.ID, "security")) })
	pick("prefix/ip", func(r *validate.Rule) bool { return r.Check != nil && (strings.HasPrefix(r.ID, "prefix")||strings.HasPrefix(r.ID, "ipv6")) })
	pick("tag", func(r *validate.Rule) bool { return r.Check != nil && (strings.HasPrefix(r.ID, "tag")) })
	pick("cpu", func(r *validate.Rule) bool { return r.Check != nil && (strings.HasPrefix(r.ID, "cpu")) })
	pick("placement", func(r *validate.Rule) bool { return r.Check != nil && (strings.HasPrefix(r.ID, "placement")) })
	pick("all", func(r *validate.Rule) bool { return true })
}
func BenchmarkVolumes(b *testing.B) {
	in := rich().Input()
	var rs []*validate.Rule
	for _, r := range launch.Rules() { if r.Check != nil && (strings.HasPrefix(r.ID, "volume")||strings.HasPrefix(r.ID, "device")) { rs = append(rs, r) } }
	v, _ := validate.NewValidator(rs)
	for b.Loop() { v.Check(in) }
}
