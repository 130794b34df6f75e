package blockdevice

import "github.com/ec2launch/ec2launch/validate"

var volumeTypes = &validate.Values{
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
	Source:  validate.Source{Shape: "BlockDeviceMapping", Member: "VirtualName", Guide: "block-device-mapping-concepts"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 23}},
}

var linuxVolumesAdvised = &validate.Limit{
	ID:      "linux-volumes-advised",
	Summary: "most volumes with which every Linux instance boots",
	Source:  validate.Source{Shape: "RunInstances", Member: "BlockDeviceMappings", Guide: "volume_limits"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 40}},
}
