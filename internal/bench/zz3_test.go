package main
import ("testing";"encoding/base64";"github.com/ec2launch/ec2launch/internal/members";"github.com/ec2launch/ec2launch/internal/secret")
func BenchmarkPartB64(b *testing.B) { in := rich().Input(); buf := make([]byte, 2000); for b.Loop() { base64.StdEncoding.Decode(buf, []byte(*in.UserData)) } }
func BenchmarkPartOf(b *testing.B) { in := rich().Input(); for b.Loop() { members.Of(in) } }
func BenchmarkPartSecret(b *testing.B) { in := rich().Input(); d,_ := base64.StdEncoding.DecodeString(*in.UserData); for b.Loop() { secret.In(d) } }
func BenchmarkPartHandUD(b *testing.B) { in := rich().Input(); for b.Loop() { userData(in) } }
