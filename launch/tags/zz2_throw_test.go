package tags
import ("testing";"github.com/ec2launch/ec2launch/validate")
func BenchmarkZ(b *testing.B){ v,_:=validate.NewValidator([]*validate.Rule{tagKeyLength}); in:=rich(); b.ReportAllocs(); for b.Loop(){ v.Check(in)} }
func BenchmarkZAll(b *testing.B){ for _,r:=range Rules() { b.Run(r.ID,func(b *testing.B){v,_:=validate.NewValidator([]*validate.Rule{r},validate.Advise()); in:=rich(); b.ReportAllocs(); for b.Loop(){ v.Check(in)} })} }
