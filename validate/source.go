package validate

import (
	"slices"
	"strings"
)

// A Source is the passage of AWS's documentation that a rule rests on: a member
// in the API reference, a page of the User Guide, or both. A rule of a house may
// rest on a page of its own. The zero Source names nothing.
type Source struct {
	Shape  string // structure in the API reference: "EbsBlockDevice"; the parameters of the action itself are "RunInstances"
	Member string // its member: "Iops"
	Guide  string // page of the EC2 User Guide, without its suffix: "hibernating-prerequisites"
	Page   string // address of a page of one's own: "https://wiki.example.com/launches"
}

const docs = "https://docs.aws.amazon.com/"

// URL returns the address of the page: one's own, or the User Guide's when there
// is one.
func (s Source) URL() string {
	switch {
	case s.Page != "":
		return s.Page
	case s.Guide != "":
		return docs + "AWSEC2/latest/UserGuide/" + s.Guide + ".html"
	case s.Shape != "":
		return docs + "AWSEC2/latest/APIReference/API_" + s.Shape + ".html"
	}
	return ""
}

// String names the passage: "EbsBlockDevice.Iops", "User Guide:
// ebs-volume-types" or the address of a page.
func (s Source) String() string {
	var name string
	if s.Shape != "" {
		name = s.Shape
		if s.Member != "" {
			name += "." + s.Member
		}
	}
	parts := []string{name}
	if s.Guide != "" {
		parts = append(parts, "User Guide: "+s.Guide)
	}
	parts = append(parts, s.Page)
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "; ")
}
