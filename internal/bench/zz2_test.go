package main
import ("testing";"fmt";"encoding/base64";"github.com/ec2launch/ec2launch/launch";"github.com/ec2launch/ec2launch/internal/members";"github.com/ec2launch/ec2launch/validate")
func TestZZTimes(t *testing.T) {
	v, _ := validate.NewValidator(launch.Rules())
	validate.ZZTimes(v, rich().Input())
}
func TestZZMin(t *testing.T) {
	v, _ := validate.NewValidator(launch.Rules())
	in := rich().Input()
	buf := make([]byte, 2000)
	e, h := 1e9, 1e9
	for range 5 {
	e = min(e, validate.ZZMin(func(){ check(in) }))
	h = min(h, validate.ZZMin(func(){ byHand(in) }))
	}
	fmt.Printf("engine %.0f hand %.0f ratio %.2f judge %.0f b64 %.0f handud %.0f of %.0f\n", e, h, e/h, validate.ZZMin(func(){ validate.ZZJudge(v,in) }),
	validate.ZZMin(func(){ base64.StdEncoding.Decode(buf, []byte(*in.UserData)) }), validate.ZZMin(func(){ userData(in) }), validate.ZZMin(func(){members.Of(in)}))
}
func BenchmarkJudge(b *testing.B) { v, _ := validate.NewValidator(launch.Rules()); in := rich().Input(); for b.Loop() { validate.ZZJudge(v, in) } }
