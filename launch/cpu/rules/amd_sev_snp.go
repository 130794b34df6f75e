package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var cpuAMDSEVSNPValues = &validate.Rule{
	ID:      "cpu-amd-sev-snp-values",
	Summary: "AmdSevSnp must be enabled or disabled",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "AmdSevSnp"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"CpuOptions.AmdSevSnp"},
	Values:  amdSEVSNPStates,
	Good: []validate.Example{
		{Spec: `{"CpuOptions":{"AmdSevSnp":"disabled"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"CpuOptions":{"AmdSevSnp":"true"}}`, At: "CpuOptions.AmdSevSnp"},
	},
}

var cpuAMDSEVSNPUnsupported = &validate.Rule{
	ID:      "cpu-amd-sev-snp-unsupported",
	Summary: "AmdSevSnp must be enabled only for types that list amd-sev-snp among their processor features",
	Reading: "The reference names M6a, R6a and C6a, of which only some sizes list the feature: the type's own list " +
		"decides.",
	Source:    validate.Source{Shape: "CpuOptionsRequest", Member: "AmdSevSnp", Guide: "sev-snp"},
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Since:     validate.Autumn2026,
	Given:     []string{"CpuOptions.AmdSevSnp"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactAMDSEVSNP},
	Check: func(p *validate.Pass) {
		if snp(p.Input) && p.InstanceType().AMDSEVSNP() == instancetype.No {
			p.Conflictf("CpuOptions.AmdSevSnp", []string{"InstanceType"},
				"must not be enabled: %s does not support AMD SEV-SNP; choose a type such as "+
					"m6a.large", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"}}`},
		{Spec: `{"InstanceType":"m5.large","CpuOptions":{"AmdSevSnp":"disabled"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","CpuOptions":{"AmdSevSnp":"enabled"}}`, At: "CpuOptions.AmdSevSnp"},
		{Spec: `{"InstanceType":"c6a.32xlarge","CpuOptions":{"AmdSevSnp":"enabled"}}`, At: "CpuOptions.AmdSevSnp"},
	},
}

var cpuAMDSEVSNPHibernationConflict = &validate.Rule{
	ID:      "cpu-amd-sev-snp-hibernation-conflict",
	Summary: "AmdSevSnp must not be enabled for an instance that is configured for hibernation",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "AmdSevSnp", Guide: "sev-snp"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"CpuOptions.AmdSevSnp"},
	When:    []string{"HibernationOptions.Configured"},
	Check: func(p *validate.Pass) {
		if snp(p.Input) && *p.Input.HibernationOptions.Configured {
			p.Conflictf("CpuOptions.AmdSevSnp", []string{"HibernationOptions.Configured"},
				"must not be enabled with HibernationOptions.Configured; drop one of the two")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"},` +
				`"HibernationOptions":{"Configured":false}}`,
		},
		{
			Spec: `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"disabled"},` +
				`"HibernationOptions":{"Configured":true},"BlockDeviceMappings":` +
				`[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true,"VolumeSize":40}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"},` +
				`"HibernationOptions":{"Configured":true},"BlockDeviceMappings":` +
				`[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true,"VolumeSize":40}}]}`,
			At: "CpuOptions.AmdSevSnp",
		},
	},
}

var cpuAMDSEVSNPEnclaveConflict = &validate.Rule{
	ID:      "cpu-amd-sev-snp-enclave-conflict",
	Summary: "AmdSevSnp must not be enabled for an instance that is enabled for Nitro Enclaves",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "AmdSevSnp", Guide: "sev-snp"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"CpuOptions.AmdSevSnp"},
	When:    []string{"EnclaveOptions.Enabled"},
	Check: func(p *validate.Pass) {
		if snp(p.Input) && *p.Input.EnclaveOptions.Enabled {
			p.Conflictf("CpuOptions.AmdSevSnp", []string{"EnclaveOptions.Enabled"},
				"must not be enabled with EnclaveOptions.Enabled; drop one of the two")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m6a.xlarge","CpuOptions":{"AmdSevSnp":"enabled"},` +
				`"EnclaveOptions":{"Enabled":false}}`,
		},
		{
			Spec: `{"InstanceType":"m6a.xlarge","CpuOptions":{"AmdSevSnp":"disabled"},` +
				`"EnclaveOptions":{"Enabled":true}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m6a.xlarge","CpuOptions":{"AmdSevSnp":"enabled"},` +
				`"EnclaveOptions":{"Enabled":true}}`,
			At: "CpuOptions.AmdSevSnp",
		},
	},
}

var cpuAMDSEVSNPHostConflict = &validate.Rule{
	ID:       "cpu-amd-sev-snp-host-conflict",
	Summary:  "AmdSevSnp should not be enabled for any Dedicated Host: most are not enabled for it",
	Reading:  "AllocateHosts takes AmdSevSnp since, against the sentence of the guide. Of a host that is named, the account tells.",
	Source:   validate.Source{Shape: "CpuOptionsRequest", Member: "AmdSevSnp", Guide: "sev-snp"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"CpuOptions.AmdSevSnp"},
	When:     []string{"Placement"},
	Reads:    []string{"Placement.Tenancy", "Placement.HostId", "Placement.HostResourceGroupArn"},
	Check: func(p *validate.Pass) {
		if host := requested.Host(p.Input); host != "" && p.Input.Placement.HostId == nil && snp(p.Input) {
			p.Conflictf("CpuOptions.AmdSevSnp", []string{host},
				"should go with a HostId that is enabled for it: %s asks for any Dedicated Host, and most are not", host)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"},` +
				`"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
		},
		{
			Spec: `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"},` +
				`"Placement":{"Tenancy":"dedicated"}}`,
		},
		{Spec: `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"disabled"},"Placement":{"Tenancy":"host"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"},` +
				`"Placement":{"Tenancy":"host"}}`,
			At: "CpuOptions.AmdSevSnp",
		},
		{
			Spec: `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"},"Placement":` +
				`{"HostResourceGroupArn":"arn:aws:resource-groups:us-east-1:111122223333:group/hosts"}}`,
			At: "CpuOptions.AmdSevSnp",
		},
	},
}

var cpuAMDSEVSNPImageConflict = &validate.Rule{
	ID:      "cpu-amd-sev-snp-image-conflict",
	Summary: "AmdSevSnp must not be enabled for an image that boots by legacy BIOS",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "AmdSevSnp", Guide: "sev-snp"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"CpuOptions.AmdSevSnp"},
	Reads:   []string{"ImageId"},
	Asks:    []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		if p.Input.CpuOptions.AmdSevSnp != types.AmdSevSnpSpecificationEnabled || p.Input.ImageId == nil {
			return
		}
		if found := validate.Image.Named(p, p.Input.ImageId); found != nil && found.BootMode == types.BootModeValuesLegacyBios {
			p.Conflictf("CpuOptions.AmdSevSnp", []string{"ImageId"}, "must go with an image that boots by UEFI: this one boots by legacy BIOS")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BootMode":"uefi-preferred"}}}`,
		},
		{
			Spec:    `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"disabled"}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BootMode":"legacy-bios"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BootMode":"legacy-bios"}}}`,
			At:      "CpuOptions.AmdSevSnp",
		},
	},
}

var cpuAMDSEVSNPHostUnsupported = &validate.Rule{
	ID:       "cpu-amd-sev-snp-host-unsupported",
	Summary:  "AmdSevSnp should be enabled on the Dedicated Host, too",
	Source:   validate.Source{Shape: "HostCpuOptions", Member: "AmdSevSnp"},
	Severity: validate.SeverityWarning,
	Code:     "UnsupportedHostConfiguration",
	Since:    validate.Autumn2026,
	Given:    []string{"CpuOptions.AmdSevSnp"},
	When:     []string{"Placement.HostId"},
	Asks:     []validate.Asked{validate.Host},
	Check: func(p *validate.Pass) {
		if !snp(p.Input) {
			return
		}
		if found := validate.Host.Named(p, p.Input.Placement.HostId); found != nil && found.CpuOptions != nil && found.CpuOptions.AmdSevSnp == types.AmdSevSnpDisabled {
			p.Conflictf("CpuOptions.AmdSevSnp", []string{"Placement.HostId"}, "should go with a host that has it enabled, too")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"},"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"CpuOptions":{"AmdSevSnp":"enabled"}}}}`,
		},
		{
			Spec:    `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"disabled"},"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"CpuOptions":{"AmdSevSnp":"disabled"}}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"},"Placement":{"Tenancy":"host","HostId":"h-0123456789abcdef0"}}`,
			Account: `{"Host":{"h-0123456789abcdef0":{"CpuOptions":{"AmdSevSnp":"disabled"}}}}`,
			At:      "CpuOptions.AmdSevSnp",
		},
	},
}

// snp reports whether the request enables AMD SEV-SNP.
func snp(in *ec2.RunInstancesInput) bool {
	return in.CpuOptions.AmdSevSnp == types.AmdSevSnpSpecificationEnabled
}
