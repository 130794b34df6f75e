package blockdevice

import "github.com/ec2launch/ec2launch/validate"

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

var io2IOPSRatio = &validate.Limit{
	ID:      "io2-iops-ratio",
	Summary: "most IOPS for each GiB of an io2 volume",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "provisioned-iops"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 500}, {Since: validate.Autumn2026, N: 1000}},
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
