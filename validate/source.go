package validate

// A Source is the passage of AWS's documentation that a rule rests on: a member
// in the API reference, a page of the User Guide, or both. The zero Source
// names nothing.
type Source struct {
	Shape  string // structure in the API reference: "EbsBlockDevice"; the parameters of the action itself are "RunInstances"
	Member string // its member: "Iops"
	Guide  string // page of the EC2 User Guide, without its suffix: "hibernating-prerequisites"
}

const docs = "https://docs.aws.amazon.com/"

// URL returns the address of the page: the User Guide's when there is one.
func (s Source) URL() string {
	switch {
	case s.Guide != "":
		return docs + "AWSEC2/latest/UserGuide/" + s.Guide + ".html"
	case s.Shape != "":
		return docs + "AWSEC2/latest/APIReference/API_" + s.Shape + ".html"
	}
	return ""
}

// String names the passage: "EbsBlockDevice.Iops" or "User Guide:
// ebs-volume-types".
func (s Source) String() string {
	var name string
	if s.Shape != "" {
		name = s.Shape
		if s.Member != "" {
			name += "." + s.Member
		}
	}
	if s.Guide == "" {
		return name
	}
	if name != "" {
		name += "; "
	}
	return name + "User Guide: " + s.Guide
}
