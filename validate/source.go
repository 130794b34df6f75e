package validate

import (
	"net/url"
	"strings"
)

// A Source is the passage that a rule rests on: a member in AWS's API
// reference, a page of its User Guide, or both; for a rule of a house, a page
// of its own, beside these or alone. The zero Source names nothing.
type Source struct {
	Shape  string // structure in the API reference: "EbsBlockDevice"; the parameters of the action itself are "RunInstances"
	Member string // its member: "Iops"
	Guide  string // page of the EC2 User Guide, without its suffix: "hibernating-prerequisites"
	Page   string // address of a page of one's own: "https://wiki.example.com/launches#encryption"
}

const docs = "https://docs.aws.amazon.com/"

// URL returns the address of the page: Page, else the User Guide's, else the
// API reference's.
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
// ebs-volume-types" or "https://wiki.example.com/launches".
func (s Source) String() string {
	var names []string
	if s.Shape != "" {
		names = append(names, strings.TrimSuffix(s.Shape+"."+s.Member, "."))
	}
	if s.Guide != "" {
		names = append(names, "User Guide: "+s.Guide)
	}
	if s.Page != "" {
		names = append(names, s.Page)
	}
	return strings.Join(names, "; ")
}

// pageFault says what is wrong with Page, if anything is.
func (s Source) pageFault() string {
	if s.Page == "" {
		return ""
	}
	u, err := url.Parse(s.Page)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return "the Page of its Source must be an address such as https://wiki.example.com/launches"
	}
	return ""
}
