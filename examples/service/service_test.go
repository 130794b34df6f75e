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

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// launches takes requests as "aws ec2 run-instances --cli-input-json" does.
func launches(client *ec2.Client) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		request, err := launch.DecodeCLI(r.Body)
		if err != nil {
			var faults launch.DecodeErrors
			if !errors.As(err, &faults) {
				faults = launch.DecodeErrors{{Message: err.Error()}}
			}
			answer(w, http.StatusBadRequest, map[string]any{"faults": faults})
			return
		}
		if report := launch.Check(request); report.Err() != nil {
			answer(w, http.StatusBadRequest, report)
			return
		}
		launched, err := client.RunInstances(r.Context(), request)
		if err != nil { // what EC2 says of its account is not the caller's business
			answer(w, http.StatusBadGateway, map[string]string{"error": "the launch failed"})
			return
		}
		var ids []string
		for _, instance := range launched.Instances {
			ids = append(ids, *instance.InstanceId)
		}
		answer(w, http.StatusCreated, map[string]any{"instances": ids})
	})
}

func answer(w http.ResponseWriter, status int, body any) {
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
	service := launches(ec2.NewFromConfig(srv.Config()))

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
