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
// [Answer.Refused] is true only when EC2 itself has refused the one request that
// was answered. The SDK sends a request up to three times and shows the last
// answer alone: if an earlier answer was lost, instances may run although the
// last one was a refusal. So, a whole call was refused only if each of its
// requests was; package launcher looks at each.
//
// [Answer.Answered] says that the answer is EC2's own: the error holds an HTTP
// response with an error code in its body. The page of a proxy has none, and an
// error that was made on this side of the wire no response, even where it is a
// smithy.APIError. Nor does smithy's ErrorFault tell the two apart: the SDK never
// sets it for EC2.
//
// # Client tokens
//
// EC2 launches for a client token only once. So, a request that is sent again as
// it is keeps its token, and a request that is changed, for another zone or type,
// takes a new one and is sent only after a refusal under the old one. This is
// what "the same client token" and "a new client token" mean in
// [Meaning.Action].
package answer
