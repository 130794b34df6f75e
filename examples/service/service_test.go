// Package service shows an HTTP service that launches what a JSON document asks
// for: read strictly, checked, and launched, or answered with all that is wrong.
package service_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// launches takes requests as "aws ec2 run-instances --cli-input-json" does. One
// with an Idempotency-Key may be sent again: it launches once.
func launches(l launcher.Launcher) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		request, err := launch.DecodeCLI(r.Body)
		if err != nil {
			faults, _ := errors.AsType[*launch.DecodeErrors](err) // none where the caller hung up
			respond(w, status(err), faults)
			return
		}
		spec, err := launch.FromInput(request).Build()
		if err != nil {
			refused, _ := errors.AsType[*validate.Error](err)
			respond(w, status(err), refused)
			return
		}
		var opts []launcher.Option
		key := r.Header.Get("Idempotency-Key")
		if len(r.Header["Idempotency-Key"]) > 0 { // of several callers: with the caller's name before it
			if key == "" {
				respond(w, http.StatusBadRequest, map[string]any{"message": "Idempotency-Key: must not be empty"})
				return
			}
			opts = append(opts, launcher.LaunchID(key))
		}
		if _, err := l.Plan(spec, key); err != nil { // what no launch can be
			respond(w, http.StatusBadRequest, map[string]any{"message": err.Error()})
			return
		}
		launched, err := l.Launch(r.Context(), spec, opts...)
		if err != nil { // what EC2 says of its account is not the caller's business; what may run is
			failed, _ := errors.AsType[*launcher.Error](err)
			respond(w, status(err), map[string]any{"outcome": failed.Outcome, "instances": launched.IDs()})
			return
		}
		respond(w, http.StatusCreated, map[string]any{"instances": launched.IDs()})
	})
}

func respond(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	_ = encoder.Encode(body)
}

// A document that is no request, a request that EC2 would refuse, and one that
// it takes: only the last is sent.
func Example() {
	srv := launchtest.New()
	defer srv.Close()
	service := launches(launcher.New(srv.Client()))

	for _, document := range []string{
		`{"ImageID": "ami-0abcdef1234567890", "MaxCount": "2"}`,
		`{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m7i.large", "MinCount": 3, "MaxCount": 2}`,
		`{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m7i.large", "MinCount": 2, "MaxCount": 2}`,
	} {
		response := httptest.NewRecorder()
		service.ServeHTTP(response, httptest.NewRequest("POST", "/launches", strings.NewReader(document)))
		fmt.Print(response.Code, " ", response.Body)
	}
	fmt.Println("requests sent:", len(srv.Requests()))
	// Output:
	// 400 {
	//   "faults": [
	//     {
	//       "path": "ImageID",
	//       "offset": 1,
	//       "line": 1,
	//       "column": 2,
	//       "message": "unknown member; did you mean \"ImageId\"?"
	//     },
	//     {
	//       "path": "MaxCount",
	//       "offset": 49,
	//       "line": 1,
	//       "column": 50,
	//       "message": "integer expected, found a string; write it without quotes"
	//     }
	//   ]
	// }
	// 400 {
	//   "violations": [
	//     {
	//       "rule": "count-conflict",
	//       "severity": "error",
	//       "path": "MinCount",
	//       "with": [
	//         "MaxCount"
	//       ],
	//       "value": 3,
	//       "message": "must not exceed MaxCount, which is 2",
	//       "code": "InvalidParameterValue",
	//       "basis": "inferred",
	//       "url": "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html"
	//     }
	//   ],
	//   "edition": "2026"
	// }
	// 201 {
	//   "instances": [
	//     "i-00000000000000001",
	//     "i-00000000000000002"
	//   ]
	// }
	// requests sent: 1
}
