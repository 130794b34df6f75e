package rules

// Parts of examples: members of a request.
const (
	target = `"CapacityReservationSpecification":{"CapacityReservationTarget":{` +
		`"CapacityReservationId":"cr-0123456789abcdef0"}}`
	group = `"CapacityReservationSpecification":{"CapacityReservationTarget":{` +
		`"CapacityReservationResourceGroupArn":"arn:aws:resource-groups:us-west-2:111122223333:group/reserved"}}`
)
