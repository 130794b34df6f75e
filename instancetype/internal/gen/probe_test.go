package main
import ("testing";"os";"fmt"; vrc "github.com/aws/amazon-vpc-resource-controller-k8s/pkg/aws/vpc"; "github.com/aws/aws-sdk-go-v2/service/ec2/types"; "github.com/ec2launch/ec2launch/instancetype"; "encoding/json")
func TestProbe(t *testing.T){
 b,_:=os.ReadFile("data/facts.jsonl"); r,_:=readRecorded(b)
 miss:=0
 for n,l:=range vrc.Limits{ f:=r[types.InstanceType(n)]; if f==nil{fmt.Println("not in enum",n);continue}
  c:=func(k instancetype.Fact,v any){ j,_:=json.Marshal(v); x,ok:=f[k]; if !ok{miss++; fmt.Println(n,k,"unknown, theirs",string(j));return}; if x.value!=string(j){fmt.Println(n,k,x.value,"theirs",string(j))}}
  c(instancetype.FactMaxNetworkInterfaces,l.Interface); c(instancetype.FactIPv4PerInterface,l.IPv4PerInterface); c(instancetype.FactDefaultNetworkCard,l.DefaultNetworkCardIndex); c(instancetype.FactBareMetal,l.IsBareMetal)
  h:=l.Hypervisor; if l.IsBareMetal&&h!="none"{ fmt.Println(n,"bare",h)}; if h=="" {h="none"}; if h=="unknown"{ fmt.Println(n,"hyp unknown") } else {c(instancetype.FactHypervisor,h)}
  var cards [][]any; json.Unmarshal([]byte(f[instancetype.FactNetworkCards].value),&cards)
  if len(cards)!=len(l.NetworkCards){fmt.Println(n,"cards",len(cards),"theirs",len(l.NetworkCards))} else {for i,c:=range l.NetworkCards{ if fmt.Sprint(cards[i][1])!=fmt.Sprint(c.MaximumNetworkInterfaces)||int64(i)!=c.NetworkCardIndex{fmt.Println(n,"card",i,cards[i],c)}}}
 }
 fmt.Println(miss,len(vrc.Limits))
}
