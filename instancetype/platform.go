package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// HypervisorNone is the hypervisor of bare metal, for which EC2 states none.
const HypervisorNone types.InstanceTypeHypervisor = "none"

// Hypervisor is "nitro", "xen" or [HypervisorNone]; "" when unknown.
func (i Info) Hypervisor() types.InstanceTypeHypervisor {
	return types.InstanceTypeHypervisor(i.choice(FactHypervisor))
}

// Nitro says whether the type is built on the Nitro System: it runs the Nitro
// hypervisor, or is bare metal, all of which stands on Nitro.
func (i Info) Nitro() Answer {
	switch i.Hypervisor() {
	case "":
		return Unknown
	case types.InstanceTypeHypervisorNitro, HypervisorNone:
		return Yes
	default:
		return No
	}
}

// BareMetal says whether the type is a whole machine without a hypervisor.
func (i Info) BareMetal() Answer { return i.answer(FactBareMetal) }

// BootMode says whether the type boots images of the mode "legacy-bios" or
// "uefi". An image's "uefi-preferred" boots on either and is no mode of a type:
// for it the answer is [Unknown].
func (i Info) BootMode(m types.BootModeType) Answer { return i.member(FactBootModes, string(m)) }

// BootModes lists the boot modes; nil when they are not known.
func (i Info) BootModes() []types.BootModeType {
	return listOf[types.BootModeType](i, FactBootModes)
}

// RootDevice says whether the root device may be of the kind "ebs" or
// "instance-store".
func (i Info) RootDevice(d types.RootDeviceType) Answer {
	return i.member(FactRootDevices, string(d))
}

// RootDevices lists the kinds of root device; nil when they are not known.
func (i Info) RootDevices() []types.RootDeviceType {
	return listOf[types.RootDeviceType](i, FactRootDevices)
}

// Virtualization says whether the type runs images of the virtualization type
// "hvm" or "paravirtual".
func (i Info) Virtualization(v types.VirtualizationType) Answer {
	return i.member(FactVirtualizations, string(v))
}

// Virtualizations lists the virtualization types; nil when they are not known.
func (i Info) Virtualizations() []types.VirtualizationType {
	return listOf[types.VirtualizationType](i, FactVirtualizations)
}

// NitroTPM says whether instances may have a NitroTPM.
func (i Info) NitroTPM() Answer { return i.answer(FactNitroTPM) }

// PHC says whether instances see a PTP hardware clock.
func (i Info) PHC() Answer { return i.answer(FactPHC) }

// Hibernation says whether HibernationOptions.Configured may be true.
func (i Info) Hibernation() Answer { return i.answer(FactHibernation) }

// Enclaves says whether EnclaveOptions.Enabled may be true.
func (i Info) Enclaves() Answer { return i.answer(FactEnclaves) }
