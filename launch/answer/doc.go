// Package answer is a dictionary of what EC2's answers mean. It turns an error
// of the SDK's EC2 client into a class, and says whether instances may exist,
// whether sending the request again may help, whether another zone or instance
// type may, and what the caller should do:
//
//	_, err := client.RunInstances(ctx, input)
//	switch a := answer.Of(err); a.Class {
//	case answer.Capacity:
//		// a.OtherZone, a.OtherType: what may be changed
//	case answer.Quota, answer.Auth, answer.InvalidRequest:
//		return fmt.Errorf("%s: %w", a.Action, err)
//	}
//
// It knows no request and sends none, so it reads the errors of any code that
// calls EC2. [Of] reads an error, [OfCode] an error code that stands elsewhere,
// such as in the answer to CreateFleet, and [OfReason] the code of an instance's
// StateReason. [All] and [Reasons] list the dictionary.
//
// # Whether instances may run
//
// [Answer.Refused] is true only when EC2 itself has refused the request that was
// answered. It speaks of that one request. The SDK sends a request several times
// and shows the last answer, so an error of a whole call is a refusal of the
// whole call only if nothing was sent before. [Answer.Answered] explains how the
// package tells EC2's answers from others': by the HTTP response in the error
// and a code in its body. A smithy.APIError alone proves nothing, since code on
// this side of the wire makes such errors too; smithy's ErrorFault is not asked,
// since the SDK never sets it for EC2.
//
// # Client tokens
//
// A request that is sent again as it is takes the same client token: EC2
// launches for a token only once. A request that is changed takes a new one, and
// may be sent only after a refusal. Actions speak of tokens in this sense.
package answer
