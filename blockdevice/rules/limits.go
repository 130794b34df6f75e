package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var volumeTypeNames = &validate.Values{
	ID:      "volume-type",
	Summary: "types of an EBS volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"standard", "io1", "io2", "gp2", "gp3", "sc1", "st1"}},
	},
}

var volumeSizeMin = &validate.Limit{
	ID:      "volume-size-min",
	Summary: "smallest gp2, gp3 or standard volume in GiB",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1}},
}

var ioSizeMin = &validate.Limit{
	ID:      "io-size-min",
	Summary: "smallest io1 or io2 volume in GiB",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 4}},
}

var hddSizeMin = &validate.Limit{
	ID:      "hdd-size-min",
	Summary: "smallest st1 or sc1 volume in GiB",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 125}},
}

var gp2SizeMax = &validate.Limit{
	ID:      "gp2-size-max",
	Summary: "largest gp2 volume in GiB",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 16_384}},
}

var gp3SizeMax = &validate.Limit{
	ID:      "gp3-size-max",
	Summary: "largest gp3 volume in GiB",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 16_384}, {Since: validate.Autumn2026, N: 65_536}},
}

var io1SizeMax = &validate.Limit{
	ID:      "io1-size-max",
	Summary: "largest io1 volume in GiB",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 16_384}},
}

var io2SizeMax = &validate.Limit{
	ID:      "io2-size-max",
	Summary: "largest io2 volume in GiB",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 16_384}, {Since: validate.Autumn2026, N: 65_536}},
}

var hddSizeMax = &validate.Limit{
	ID:      "hdd-size-max",
	Summary: "largest st1 or sc1 volume in GiB",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 16_384}},
}

var standardSizeMax = &validate.Limit{
	ID:      "standard-size-max",
	Summary: "largest standard volume in GiB",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1024}},
}

var mbrSizeMax = &validate.Limit{
	ID:      "mbr-size-max",
	Summary: "most GiB that an MBR partition table can address",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize", Guide: "volume_constraints"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 2047}},
}

var ephemeralMax = &validate.Limit{
	ID:      "ephemeral-max",
	Summary: "highest number of an instance store volume",
	Source: validate.Source{Shape: "BlockDeviceMapping", Member: "VirtualName",
		Guide: "block-device-mapping-concepts"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 23}},
}

var linuxVolumesAdvised = &validate.Limit{
	ID:      "linux-volumes-advised",
	Summary: "most volumes with which every Linux instance boots",
	Source:  validate.Source{Shape: "RunInstances", Member: "BlockDeviceMappings", Guide: "volume_limits"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 40}},
}

var gp3IOPSMin = &validate.Limit{
	ID:      "gp3-iops-min",
	Summary: "fewest IOPS of a gp3 volume, and their default",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 3000}},
}

var ioIOPSMin = &validate.Limit{
	ID:      "io-iops-min",
	Summary: "fewest IOPS of an io1 or io2 volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 100}},
}

var gp3IOPSMax = &validate.Limit{
	ID:      "gp3-iops-max",
	Summary: "most IOPS of a gp3 volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 16_000}, {Since: validate.Autumn2026, N: 80_000}},
}

var io1IOPSMax = &validate.Limit{
	ID:      "io1-iops-max",
	Summary: "most IOPS of an io1 volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 64_000}},
}

var io2IOPSMax = &validate.Limit{
	ID:      "io2-iops-max",
	Summary: "most IOPS of an io2 volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 64_000}, {Since: validate.Autumn2026, N: 256_000}},
}

var xenIOPSMax = &validate.Limit{
	ID:      "xen-iops-max",
	Summary: "most IOPS of a volume at an instance type that is not built on the Nitro System",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "provisioned-iops"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 64_000}},
}

var xenIOPSReached = &validate.Limit{
	ID:      "xen-iops-reached",
	Summary: "most IOPS that an instance type not built on the Nitro System reaches",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 32_000}},
}

var gp3IOPSRatio = &validate.Limit{
	ID:      "gp3-iops-ratio",
	Summary: "most IOPS for each GiB of a gp3 volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "general-purpose"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 500}},
}

var io1IOPSRatio = &validate.Limit{
	ID:      "io1-iops-ratio",
	Summary: "most IOPS for each GiB of an io1 volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "provisioned-iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 50}},
}

var io2ReencryptedSizeMax = &validate.Limit{
	ID:      "io2-reencrypted-size-max",
	Summary: "largest encrypted io2 volume of an unencrypted snapshot in GiB",
	Source:  validate.Source{Guide: "provisioned-iops"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 16_384}},
}

var io2ReencryptedIOPSMax = &validate.Limit{
	ID:      "io2-reencrypted-iops-max",
	Summary: "most IOPS of an encrypted io2 volume of an unencrypted snapshot",
	Source:  validate.Source{Guide: "provisioned-iops"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 64_000}},
}

var io2IOPSRatio = &validate.Limit{
	ID:      "io2-iops-ratio",
	Summary: "most IOPS for each GiB of an io2 volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "provisioned-iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1000}},
}

var io2PlainIOPSRatio = &validate.Limit{
	ID:      "io2-plain-iops-ratio",
	Summary: "most IOPS for each GiB of an io2 volume that is not Block Express",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "provisioned-iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 500}},
}

var gp3ThroughputMin = &validate.Limit{
	ID:      "gp3-throughput-min",
	Summary: "lowest throughput of a gp3 volume in MiB/s, and its default",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Throughput"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 125}},
}

var gp3ThroughputMax = &validate.Limit{
	ID:      "gp3-throughput-max",
	Summary: "highest throughput of a gp3 volume in MiB/s",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Throughput"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1000}, {Since: validate.Autumn2026, N: 2000}},
}

var gp3ThroughputRatio = &validate.Limit{
	ID:      "gp3-throughput-ratio",
	Summary: "fewest IOPS for each MiB/s of a gp3 volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Throughput", Guide: "general-purpose"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 4}},
}

var initializationRateMin = &validate.Limit{
	ID:      "initialization-rate-min",
	Summary: "lowest rate of volume initialization in MiB/s",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeInitializationRate"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 100}},
}

var initializationRateMax = &validate.Limit{
	ID:      "initialization-rate-max",
	Summary: "highest rate of volume initialization in MiB/s",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeInitializationRate"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 300}},
}
