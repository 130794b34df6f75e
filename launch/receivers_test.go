package launch_test

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/launch/annotate"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/catalogue"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/metadata"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

// exported has the zero value of every exported type but interfaces, and but
// those that are lent or made for one purpose only, where to answer would hide
// a mistake: a validator lends [validate.Pass], to which Memo and Resource belong,
// and a test starts [launchtest.Server] and Fake.
var exported = []any{
	blockdevice.GiB(0), blockdevice.Snapshot{}, blockdevice.GP3Volume{}, blockdevice.Inherited{}, blockdevice.Volume{},

	instancetype.GPU{}, instancetype.Accelerator{}, instancetype.AcceleratorKind(""), instancetype.Age(0), instancetype.Answer(0),
	instancetype.Card{}, instancetype.Criterion{}, instancetype.Fact(0), instancetype.Info{}, instancetype.Disk{}, instancetype.Live{},
	instancetype.Name{}, instancetype.Source{},

	launch.Builder{}, launch.Count{}, launch.DecodeError{}, launch.DecodeErrors{}, launch.GuardOption(nil), launch.Spec{},
	annotate.File{}, account.Option(nil), account.Lookup{}, account.Snapshot{}, account.Unread{},
	answer.Answer{}, answer.Class(0), answer.Instances(0), answer.Meaning{}, answer.Reason{},
	catalogue.Entry{}, catalogue.Fact{}, catalogue.Dated{}, catalogue.Example{}, catalogue.Area{},
	cpu.Credits(""), cpu.Options{},
	launcher.Alternative{}, launcher.Batch{}, launcher.Error{}, launcher.Shortfall{}, launcher.Launcher{}, launcher.Outcome(0),
	launcher.Plan{}, launcher.Event{}, launcher.Result{}, launcher.Attempt{}, launcher.Until(0), launcher.InstanceError{},
	launchtest.Fault(nil), launchtest.Instance{}, launchtest.Option(nil), launchtest.Request{}, launchtest.SkippingClock{},
	market.Target{}, market.OneTimeRequest{}, market.PersistentRequest{}, market.Interruption{},
	metadata.Options{},
	placement.Grouped{}, placement.Hosted{}, placement.Ungrouped{},
	policy.Policy{}, policy.Tag{}, policy.Error{}, policy.Fault{},
	profile.Profile{},
	tags.T(nil), tags.Specification{},
	template.LostError{}, template.Inherited{}, template.Merged{}, template.Origin{}, template.Template{},

	network.BandwidthWeighting(""), network.DefaultVPC{}, network.EFAOnlyInterface{}, network.ExistingInterface{}, network.Interface{},
	network.IPv4Count(0), network.IPv6Count(0), network.IPv4PrefixCount(0), network.IPv6PrefixCount(0), network.PrivateDNS{},
	network.SecondaryInterface{}, network.Subnet{},

	validate.Profile{}, validate.Key{}, validate.Age(0), validate.Edition(0), validate.Limit{}, validate.Figure{}, validate.Range{},
	validate.Option(nil), validate.Report{}, validate.Error{}, validate.Rule{}, validate.Example{},
	validate.Severity(0), validate.Basis(0), validate.Source{}, validate.Subject(0), validate.TemplatedLaunch{}, validate.Validator{}, validate.Values{},
	validate.ValueSet{}, validate.Violation{},
	inventory.Entry{}, inventory.Case{},
}

// TestNilAndZeroReceiversAnswer calls every method of every exported type on
// the zero value and, where it takes a pointer, on nil, with arguments that are
// nothing either.
func TestNilAndZeroReceiversAnswer(t *testing.T) {
	for _, zero := range exported {
		of := reflect.TypeOf(zero)
		pointer := reflect.PointerTo(of)
		for m := range pointer.Methods() {
			receivers := []reflect.Value{reflect.New(of)}
			if _, byValue := of.MethodByName(m.Name); !byValue {
				receivers = append(receivers, reflect.Zero(pointer))
			}
			for _, r := range receivers {
				args := []reflect.Value{r}
				for i := 1; i < m.Type.NumIn(); i++ {
					args = append(args, nothing(m.Type.In(i)))
				}
				t.Run(fmt.Sprintf("%v.%s of %v", of, m.Name, r.IsNil()), func(t *testing.T) {
					defer func() {
						if cause := recover(); cause != nil {
							t.Errorf("panics: %v", cause)
						}
					}()
					call := m.Func.Call
					if m.Type.IsVariadic() {
						call = m.Func.CallSlice
					}
					for _, out := range call(args) {
						if out.Kind() == reflect.Func && out.Type().CanSeq() {
							for range out.Seq() {
							}
						}
					}
				})
			}
		}
	}
}

// nothing is an argument that says nothing: the zero value, but a request to
// write to, a writer to print to, an object of JSON without members to read, and a
// context, which has ended.
func nothing(of reflect.Type) reflect.Value {
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	for _, arg := range []any{ended, new(ec2.RunInstancesInput), state{}, []byte("{}")} {
		if reflect.TypeOf(arg).AssignableTo(of) && of.NumMethod() > 0 || reflect.TypeOf(arg) == of {
			return reflect.ValueOf(arg)
		}
	}
	return reflect.Zero(of)
}

type state struct{}

func (state) Write(b []byte) (int, error) { return len(b), nil }
func (state) Width() (int, bool)          { return 0, false }
func (state) Precision() (int, bool)      { return 0, false }
func (state) Flag(int) bool               { return false }

// TestEveryExportedTypeIsTried compares the list above with the source.
func TestEveryExportedTypeIsTried(t *testing.T) {
	tried := map[string]bool{
		"validate.Pass": true, "validate.Memo": true, "validate.Resource": true,
		"launch/launchtest.Server": true, "launch/launchtest.Fake": true,
	}
	for _, zero := range exported {
		of := reflect.TypeOf(zero)
		name, _, _ := strings.Cut(of.Name(), "[")
		tried[strings.TrimPrefix(of.PkgPath(), "github.com/ec2launch/ec2launch/")+"."+name] = true
	}
	err := filepath.WalkDir("..", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "internal" || entry.Name() == "examples" || entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".git")):
			return filepath.SkipDir
		case !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		dir, _ := filepath.Rel("..", filepath.Dir(file))
		for _, decl := range parsed.Decls {
			d, ok := decl.(*ast.GenDecl)
			if !ok || d.Tok != token.TYPE || parsed.Name.Name == "main" {
				continue
			}
			for _, spec := range d.Specs {
				s := spec.(*ast.TypeSpec)
				_, abstract := s.Type.(*ast.InterfaceType)
				if name := path.Join(filepath.ToSlash(dir)) + "." + s.Name.Name; s.Name.IsExported() && !abstract && !s.Assign.IsValid() && !tried[name] {
					t.Errorf("%s is not tried", name)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
