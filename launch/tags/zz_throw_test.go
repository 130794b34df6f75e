package tags
import (
 "testing";"encoding/json";"os";"strings";"fmt";"time"
 "github.com/aws/aws-sdk-go-v2/service/ec2"
 "github.com/aws/aws-sdk-go-v2/service/ec2/types"
 "github.com/ec2launch/ec2launch/internal/clijson"
 "github.com/ec2launch/ec2launch/instancetype"
 "github.com/ec2launch/ec2launch/launch/cpu"
 "github.com/ec2launch/ec2launch/launch/metadata"
 "github.com/ec2launch/ec2launch/validate"
)
func all() []*validate.Rule { return append(append(append([]*validate.Rule{},cpu.Rules()...), metadata.Rules()...), Rules()...) }
func TestZCorpus(t *testing.T){
 b,_:=os.ReadFile("/work/shared/corpus/index.json")
 var idx []struct{File,Family,Expect,Edition,Basis,Constraint string; Fields []string}
 if err:=json.Unmarshal(b,&idx);err!=nil{t.Fatal(err)}
 n:=0
 for _,e:=range idx {
  ed:=validate.Latest
  if e.Edition=="seed-2023-only"{ed=validate.Spring2023}
  v,_:=validate.NewValidator(all(),validate.In(ed))
  data,_:=os.ReadFile("/work/shared/corpus/"+e.File)
  in,err:=clijson.Decode(strings.NewReader(string(data)))
  if err!=nil { continue}
  n++
  r:=v.Check(in)
  if e.Expect=="valid" && len(r.Violations)>0 { fmt.Println("VALID", e.File, r) }
  if e.Expect!="valid" {
    mine:=false
    for _,f:=range e.Fields { for _,p:=range []string{"Tag","Cpu","Credit","Metadata"}{ if strings.HasPrefix(f,p){mine=true} } }
    if mine || len(r.Violations)>0 { fmt.Println("INVALID",e.File,e.Basis,e.Fields,"\n   ",r) }
  }
 }
 fmt.Println(n)
}
func rich() *ec2.RunInstancesInput {
 in:=&ec2.RunInstancesInput{ImageId:new("ami-0abcdef1234567890"),InstanceType:"t3.large",MinCount:new(int32(1)),MaxCount:new(int32(1)), Placement:&types.Placement{Tenancy:"dedicated"}, HibernationOptions:&types.HibernationOptionsRequest{Configured:new(false)},EnclaveOptions:&types.EnclaveOptionsRequest{Enabled:new(false)},
 InstanceMarketOptions:&types.InstanceMarketOptionsRequest{MarketType:"spot"},NetworkInterfaces:[]types.InstanceNetworkInterfaceSpecification{{NetworkInterfaceId:new("eni-12345678")},{SubnetId:new("subnet-12345678")}}}
 cpu.Cores(1,2).AMDSEVSNP(false).NestedVirtualization(false).Apply(in)
 cpu.Standard.Apply(in)
 metadata.Required().HopLimit(2).IPv6(true).InstanceTags(true).Endpoint(true).Apply(in)
 for _,f:=range []func(T)Specification{Instance,Volume,SpotRequest,NetworkInterface}{
  s:=f(nil)
  for i:=range 50 { s=s.Tag(fmt.Sprintf("key-%d",i), strings.Repeat("v",i)) }
  s.Apply(in)
 }
 return in
}
func TestZAlloc(t *testing.T){
 v,err:=validate.NewValidator(all())
 if err!=nil{t.Fatal(err)}
 in:=rich()
 if r:=v.Check(in); len(r.Violations)>0 {t.Fatal(r)}
 fmt.Println("allocs", testing.AllocsPerRun(200, func(){ v.Check(in) }))
 for _,r:=range all() { v,_:=validate.NewValidator([]*validate.Rule{r},validate.Advise()); v.Check(in); if n:=testing.AllocsPerRun(100,func(){v.Check(in)}); n>1 {fmt.Println(r.ID,n)} }
 va,_:=validate.NewValidator(all(),validate.Advise())
 start:=time.Now(); for range 1000 {v.Check(in)}; fmt.Println("per check",time.Since(start)/1000)
 start=time.Now(); for range 1000 {va.Check(in)}; fmt.Println("per check advised",time.Since(start)/1000)
 big:=&ec2.RunInstancesInput{MetadataOptions:&types.InstanceMetadataOptionsRequest{InstanceMetadataTags:"enabled"}}
 for i:=range 1000 { s:=types.TagSpecification{ResourceType:"instance"}; for j:=range 1000 { s.Tags=append(s.Tags,types.Tag{Key:new(fmt.Sprint("aws:/",(i+j)%500)),Value:new("AKIAIOSFODNN7EXAMPLE\x00")})}; big.TagSpecifications=append(big.TagSpecifications,s)}
 start=time.Now(); r:=va.Check(big); fmt.Println("million",time.Since(start),len(r.Violations),r.Omitted)
 big.TagSpecifications=big.TagSpecifications[:1]
 start=time.Now(); r=va.Check(big); fmt.Println("thousand",time.Since(start),len(r.Violations),r.Omitted)
}
func TestZProduct(t *testing.T){
 n:=0
 for i:=range instancetype.All() {
  v,ok:=i.VCPUs(); if !ok {continue}
  cs,ts:=i.Cores(),i.Threads()
  if len(cs)==0||len(ts)==0 {continue}
  if len(cs)>40 { n++ }
  if cs[len(cs)-1]*ts[len(ts)-1]>v { fmt.Println(i.Type(),cs,ts,v) }
 }
 fmt.Println("long lists",n)
}
