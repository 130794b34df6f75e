package launchtest

import (
	"encoding/xml"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// The documents below are EC2's answers, as far as the server fills them; element names are those of the API reference.

type errorXML struct {
	XMLName   xml.Name `xml:"Response"`
	Code      string   `xml:"Errors>Error>Code"`
	Message   string   `xml:"Errors>Error>Message"`
	RequestID string   `xml:"RequestID"`
}

type runInstancesXML struct {
	XMLName   xml.Name `xml:"http://ec2.amazonaws.com/doc/2016-11-15/ RunInstancesResponse"`
	RequestID string   `xml:"requestId"`
	reservationXML
}

type describeInstancesXML struct {
	XMLName      xml.Name         `xml:"http://ec2.amazonaws.com/doc/2016-11-15/ DescribeInstancesResponse"`
	RequestID    string           `xml:"requestId"`
	Reservations []reservationXML `xml:"reservationSet>item"`
	NextToken    string           `xml:"nextToken,omitempty"`
}

type terminateInstancesXML struct {
	XMLName   xml.Name         `xml:"http://ec2.amazonaws.com/doc/2016-11-15/ TerminateInstancesResponse"`
	RequestID string           `xml:"requestId"`
	Changes   []stateChangeXML `xml:"instancesSet>item"`
}

type stateChangeXML struct {
	InstanceID string   `xml:"instanceId"`
	Current    stateXML `xml:"currentState"`
	Previous   stateXML `xml:"previousState"`
}

type stateXML struct {
	Code int32                   `xml:"code"`
	Name types.InstanceStateName `xml:"name"`
}

type reservationXML struct {
	ReservationID string        `xml:"reservationId"`
	OwnerID       string        `xml:"ownerId"`
	Instances     []instanceXML `xml:"instancesSet>item"`
}

type instanceXML struct {
	InstanceID         string                      `xml:"instanceId"`
	ImageID            string                      `xml:"imageId,omitempty"`
	State              stateXML                    `xml:"instanceState"`
	Reason             *reasonXML                  `xml:"stateReason"`
	PrivateDNSName     string                      `xml:"privateDnsName,omitempty"`
	KeyName            string                      `xml:"keyName,omitempty"`
	LaunchIndex        int                         `xml:"amiLaunchIndex"`
	Type               types.InstanceType          `xml:"instanceType,omitempty"`
	LaunchTime         string                      `xml:"launchTime"`
	Placement          placementXML                `xml:"placement"`
	Monitoring         types.MonitoringState       `xml:"monitoring>state"`
	SubnetID           string                      `xml:"subnetId,omitempty"`
	VPCID              string                      `xml:"vpcId,omitempty"`
	PrivateIP          string                      `xml:"privateIpAddress,omitempty"`
	PublicIP           string                      `xml:"ipAddress,omitempty"`
	IPv6               string                      `xml:"ipv6Address,omitempty"`
	Lifecycle          types.InstanceLifecycleType `xml:"instanceLifecycle,omitempty"`
	ClientToken        string                      `xml:"clientToken,omitempty"`
	EBSOptimized       bool                        `xml:"ebsOptimized"`
	IAMInstanceProfile *profileXML                 `xml:"iamInstanceProfile"`
	Groups             []groupXML                  `xml:"groupSet>item"`
	Interfaces         []interfaceXML              `xml:"networkInterfaceSet>item"`
	Tags               []tagXML                    `xml:"tagSet>item"`
}

type profileXML struct {
	ARN string `xml:"arn"`
}

type reasonXML struct {
	Code    string `xml:"code"`
	Message string `xml:"message"`
}

type placementXML struct {
	Zone            string        `xml:"availabilityZone"`
	ZoneID          string        `xml:"availabilityZoneId,omitempty"`
	Affinity        string        `xml:"affinity,omitempty"`
	GroupID         string        `xml:"groupId,omitempty"`
	GroupName       string        `xml:"groupName,omitempty"`
	PartitionNumber *int32        `xml:"partitionNumber"`
	HostID          string        `xml:"hostId,omitempty"`
	Tenancy         types.Tenancy `xml:"tenancy"`
}

type interfaceXML struct {
	ID          string          `xml:"networkInterfaceId"`
	Type        string          `xml:"interfaceType"`
	Description string          `xml:"description,omitempty"`
	SubnetID    string          `xml:"subnetId"`
	VPCID       string          `xml:"vpcId"`
	PrivateIP   string          `xml:"privateIpAddress,omitempty"`
	PrivateIPs  []addressXML    `xml:"privateIpAddressesSet>item"`
	IPv6s       []ipv6XML       `xml:"ipv6AddressesSet>item"`
	Association *associationXML `xml:"association"`
	Groups      []groupXML      `xml:"groupSet>item"`
	Attachment  attachmentXML   `xml:"attachment"`
}

type addressXML struct {
	Address string `xml:"privateIpAddress"`
	Primary bool   `xml:"primary"`
}

type ipv6XML struct {
	Address string `xml:"ipv6Address"`
	Primary bool   `xml:"isPrimaryIpv6"`
}

type associationXML struct {
	PublicIP string `xml:"publicIp"`
}

type attachmentXML struct {
	ID                  string                 `xml:"attachmentId"`
	DeviceIndex         int32                  `xml:"deviceIndex"`
	NetworkCardIndex    int32                  `xml:"networkCardIndex"`
	DeleteOnTermination bool                   `xml:"deleteOnTermination"`
	Status              types.AttachmentStatus `xml:"status"`
}

type groupXML struct {
	ID   string `xml:"groupId,omitempty"`
	Name string `xml:"groupName,omitempty"`
}

type tagXML struct {
	Key   string `xml:"key"`
	Value string `xml:"value"`
}

type describeInstanceStatusXML struct {
	XMLName   xml.Name    `xml:"DescribeInstanceStatusResponse"`
	RequestID string      `xml:"requestId"`
	Statuses  []statusXML `xml:"instanceStatusSet>item"`
}

type statusXML struct {
	InstanceID string              `xml:"instanceId"`
	Zone       string              `xml:"availabilityZone"`
	State      stateXML            `xml:"instanceState"`
	System     types.SummaryStatus `xml:"systemStatus>status"`
	Instance   types.SummaryStatus `xml:"instanceStatus>status"`
}

// writeXML answers with a document.
func writeXML(w http.ResponseWriter, status int, document any) {
	body, err := xml.Marshal(document)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/xml;charset=UTF-8")
	w.WriteHeader(status)
	w.Write(append([]byte(xml.Header), body...))
}
