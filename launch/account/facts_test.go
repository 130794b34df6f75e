package account_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// undecided are the documented constraints that no rule decides with the account
// at hand, and why.
var undecided = map[string]string{
	"capacity-reservation-group":    "another service lists the members of a resource group",
	"count-capacity":                "no call tells it",
	"count-quota":                   "no answer tells the quota of a family, and all instances would have to be summed",
	"cpu-amd-sev-snp-region":        "EC2's answer does not tell no features from features that are not told",
	"dryrun-outcome":                "it is the dry run of Preflight",
	"ebs-default-kms-key":           "EC2 answers with instances all the same, and another service tells the key",
	"ebs-encryption-type-support":   "every type takes encrypted volumes",
	"ebs-piops-zone":                "Local Zones differ, and no call tells which volume types one has",
	"ebs-volume-quota":              "all volumes would have to be summed",
	"iam-pass-role":                 "the dry run of Preflight tells",
	"image-byol-tenancy":            "a licence says so, and EC2 launches",
	"licence-available":             "another service counts licences, and its states are not documented",
	"market-spot-quota":             "all Spot requests would have to be summed",
	"net-interfaces-quota":          "all interfaces would have to be summed",
	"placement-host-resource-group": "another service has resource groups, and hides shared ones; the dry run tells",
	"subnet-outpost":                "the offerings of an Outpost list types without room, and others may be missing",
}

// TestDocumentedConstraintsAreDecided asks for the answers that are documented of
// each constraint that only the account decides: rules that ask the account
// speak of the wrong launch, and are silent on the right one.
func TestDocumentedConstraintsAreDecided(t *testing.T) {
	data, err := os.ReadFile("testdata/facts.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	v := ruletest.Validator(t, launch.Rules(), validate.Advise())
	for line := range bytes.Lines(data) {
		var c struct {
			ID, Severity   string
			Valid, Invalid struct {
				Request json.RawMessage
				Answers map[string]json.RawMessage
			}
		}
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		t.Run(c.ID, func(t *testing.T) {
			found := func(request json.RawMessage, answers map[string]json.RawMessage) (list []string) {
				in := decoded(t, request)
				s, err := account.Fetch(t.Context(), said{answers: answers}, account.Raw(in), others(said{answers: answers})...)
				if err != nil {
					t.Fatal(err)
				}
				offline := map[string]bool{}
				for _, found := range v.Check(in).Violations {
					offline[found.Rule] = true
				}
				for _, found := range account.Check(v, s, account.Raw(in)).Violations {
					if !offline[found.Rule] {
						list = append(list, found.Severity.String()+" "+found.String())
					}
				}
				return list
			}
			got := found(c.Invalid.Request, c.Invalid.Answers)
			if reason := undecided[c.ID]; reason != "" {
				if len(got) > 0 {
					t.Errorf("it is decided: %s", got)
				}
				return
			}
			if len(got) == 0 {
				t.Error("nothing is said of the wrong launch")
			}
			got = slices.DeleteFunc(found(c.Valid.Request, c.Valid.Answers), func(found string) bool { return strings.HasPrefix(found, "advice ") })
			if len(got) > 0 {
				t.Errorf("the right launch: %s", got)
			}
		})
	}
}

// decoded reads a request in the CLI's shape, of which missing parts are those of
// a launch that is right.
func decoded(t *testing.T, request []byte) *ec2.RunInstancesInput {
	t.Helper()
	members := map[string]any{"MinCount": 1, "MaxCount": 1}
	if !bytes.Contains(request, []byte("LaunchTemplate")) {
		members["ImageId"] = "ami-0abcdef1234567890"
	}
	if err := json.Unmarshal(request, &members); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(members)
	if err != nil {
		t.Fatal(err)
	}
	in, err := launch.DecodeCLI(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// raw is the request that a document in the CLI's shape has.
func raw(t *testing.T, document string) account.Request {
	t.Helper()
	return account.Raw(decoded(t, []byte(document)))
}

// said answers Describe calls with what is written, by their names. Other calls
// are refused.
type said struct {
	account.API
	answers map[string]json.RawMessage
}

// others are what other services say, in the shapes of their own SDKs.
func others(s said) []account.Option {
	return []account.Option{
		account.Parameters(func(context.Context, string) (*string, error) {
			out, err := answerOf[struct{ Parameter struct{ Value *string } }](s, "ssm:GetParameter")
			if refused(err, "ParameterNotFound") {
				return nil, nil
			} else if err != nil {
				return nil, err
			}
			return out.Parameter.Value, nil
		}),
		account.Profiles(func(context.Context, string) (*validate.Profile, error) {
			out, err := answerOf[struct {
				InstanceProfile struct {
					Arn   string
					Roles []any
				}
			}](s, "iam:GetInstanceProfile")
			if err != nil {
				return nil, err
			}
			return &validate.Profile{ARN: out.InstanceProfile.Arn, Roles: len(out.InstanceProfile.Roles)}, nil
		}),
		account.Keys(func(context.Context, string) (*validate.Key, error) {
			out, err := answerOf[struct {
				KeyMetadata struct{ KeyState, KeySpec, KeyUsage string }
			}](s, "kms:DescribeKey")
			if err != nil {
				return nil, err
			}
			return &validate.Key{State: out.KeyMetadata.KeyState, Spec: out.KeyMetadata.KeySpec, Usage: out.KeyMetadata.KeyUsage}, nil
		}),
	}
}

func refused(err error, code string) bool {
	api, ok := errors.AsType[smithy.APIError](err)
	return ok && api.ErrorCode() == code
}

// answer reads the answer of a call of EC2.
func answer[Out any](s said) (*Out, error) {
	return answerOf[Out](s, strings.TrimSuffix(reflect.TypeFor[Out]().Name(), "Output"))
}

func answerOf[Out any](s said, call string) (*Out, error) {
	text, ok := s.answers[call]
	if !ok {
		return nil, &smithy.GenericAPIError{Code: "UnauthorizedOperation"}
	}
	var refused struct {
		Code string `json:"$error"`
	}
	if err := json.Unmarshal(text, &refused); err != nil {
		return nil, err
	}
	if refused.Code != "" {
		return nil, &smithy.GenericAPIError{Code: refused.Code}
	}
	out := new(Out)
	return out, json.Unmarshal(text, out)
}

type options = func(*ec2.Options)

func (s said) DescribeAccountAttributes(context.Context, *ec2.DescribeAccountAttributesInput, ...options) (*ec2.DescribeAccountAttributesOutput, error) {
	return answer[ec2.DescribeAccountAttributesOutput](s)
}

func (s said) DescribeAvailabilityZones(context.Context, *ec2.DescribeAvailabilityZonesInput, ...options) (*ec2.DescribeAvailabilityZonesOutput, error) {
	return answer[ec2.DescribeAvailabilityZonesOutput](s)
}

func (s said) DescribeCapacityReservations(context.Context, *ec2.DescribeCapacityReservationsInput, ...options) (*ec2.DescribeCapacityReservationsOutput, error) {
	return answer[ec2.DescribeCapacityReservationsOutput](s)
}

func (s said) DescribeHosts(context.Context, *ec2.DescribeHostsInput, ...options) (*ec2.DescribeHostsOutput, error) {
	return answer[ec2.DescribeHostsOutput](s)
}

func (s said) DescribeFastSnapshotRestores(
	context.Context, *ec2.DescribeFastSnapshotRestoresInput, ...options,
) (*ec2.DescribeFastSnapshotRestoresOutput, error) {
	return answer[ec2.DescribeFastSnapshotRestoresOutput](s)
}

func (s said) DescribeImages(context.Context, *ec2.DescribeImagesInput, ...options) (*ec2.DescribeImagesOutput, error) {
	return answer[ec2.DescribeImagesOutput](s)
}

func (s said) DescribeInstanceTypeOfferings(context.Context, *ec2.DescribeInstanceTypeOfferingsInput, ...options) (*ec2.DescribeInstanceTypeOfferingsOutput, error) {
	return answer[ec2.DescribeInstanceTypeOfferingsOutput](s)
}

func (s said) DescribeInstanceTypes(context.Context, *ec2.DescribeInstanceTypesInput, ...options) (*ec2.DescribeInstanceTypesOutput, error) {
	return answer[ec2.DescribeInstanceTypesOutput](s)
}

func (s said) DescribeInstances(context.Context, *ec2.DescribeInstancesInput, ...options) (*ec2.DescribeInstancesOutput, error) {
	return answer[ec2.DescribeInstancesOutput](s)
}

func (s said) DescribeKeyPairs(context.Context, *ec2.DescribeKeyPairsInput, ...options) (*ec2.DescribeKeyPairsOutput, error) {
	return answer[ec2.DescribeKeyPairsOutput](s)
}

func (s said) DescribeLaunchTemplateVersions(context.Context, *ec2.DescribeLaunchTemplateVersionsInput, ...options) (*ec2.DescribeLaunchTemplateVersionsOutput, error) {
	return answer[ec2.DescribeLaunchTemplateVersionsOutput](s)
}

func (s said) DescribeNetworkInterfaces(context.Context, *ec2.DescribeNetworkInterfacesInput, ...options) (*ec2.DescribeNetworkInterfacesOutput, error) {
	return answer[ec2.DescribeNetworkInterfacesOutput](s)
}

func (s said) DescribePlacementGroups(context.Context, *ec2.DescribePlacementGroupsInput, ...options) (*ec2.DescribePlacementGroupsOutput, error) {
	return answer[ec2.DescribePlacementGroupsOutput](s)
}

func (s said) DescribeSecondarySubnets(context.Context, *ec2.DescribeSecondarySubnetsInput, ...options) (*ec2.DescribeSecondarySubnetsOutput, error) {
	return answer[ec2.DescribeSecondarySubnetsOutput](s)
}

func (s said) DescribeSecurityGroupVpcAssociations(context.Context, *ec2.DescribeSecurityGroupVpcAssociationsInput, ...options) (*ec2.DescribeSecurityGroupVpcAssociationsOutput, error) {
	return answer[ec2.DescribeSecurityGroupVpcAssociationsOutput](s)
}

func (s said) DescribeSecurityGroups(context.Context, *ec2.DescribeSecurityGroupsInput, ...options) (*ec2.DescribeSecurityGroupsOutput, error) {
	return answer[ec2.DescribeSecurityGroupsOutput](s)
}

func (s said) DescribeSnapshots(context.Context, *ec2.DescribeSnapshotsInput, ...options) (*ec2.DescribeSnapshotsOutput, error) {
	return answer[ec2.DescribeSnapshotsOutput](s)
}

func (s said) DescribeSpotPriceHistory(context.Context, *ec2.DescribeSpotPriceHistoryInput, ...options) (*ec2.DescribeSpotPriceHistoryOutput, error) {
	return answer[ec2.DescribeSpotPriceHistoryOutput](s)
}

func (s said) DescribeSubnets(context.Context, *ec2.DescribeSubnetsInput, ...options) (*ec2.DescribeSubnetsOutput, error) {
	return answer[ec2.DescribeSubnetsOutput](s)
}

func (s said) DescribeVpcs(context.Context, *ec2.DescribeVpcsInput, ...options) (*ec2.DescribeVpcsOutput, error) {
	return answer[ec2.DescribeVpcsOutput](s)
}

func (s said) GetEbsEncryptionByDefault(context.Context, *ec2.GetEbsEncryptionByDefaultInput, ...options) (*ec2.GetEbsEncryptionByDefaultOutput, error) {
	return answer[ec2.GetEbsEncryptionByDefaultOutput](s)
}

func (s said) GetInstanceMetadataDefaults(context.Context, *ec2.GetInstanceMetadataDefaultsInput, ...options) (*ec2.GetInstanceMetadataDefaultsOutput, error) {
	return answer[ec2.GetInstanceMetadataDefaultsOutput](s)
}

func (s said) GetAllowedImagesSettings(context.Context, *ec2.GetAllowedImagesSettingsInput, ...options) (*ec2.GetAllowedImagesSettingsOutput, error) {
	return answer[ec2.GetAllowedImagesSettingsOutput](s)
}
