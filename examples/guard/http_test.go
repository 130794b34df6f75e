package guard_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// databases is an existing service: POST {"iops": 5000} starts a database.
func databases(client *ec2.Client) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var order struct {
			IOPS int32 `json:"iops"`
		}
		if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if err := startDatabase(r.Context(), client, order.IOPS); err != nil {
			fail(w, err)
			return
		}
		w.WriteHeader(http.StatusCreated)
	})
}

// fail answers with the report, where the guard refused: what was ordered is
// wrong. Whatever else went wrong is not the caller's fault, nor business.
func fail(w http.ResponseWriter, err error) {
	refusal, ok := errors.AsType[*validate.Error](err)
	if !ok {
		http.Error(w, "the database could not be started", http.StatusBadGateway)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusBadRequest)
	_ = json.NewEncoder(w).Encode(refusal)
}

// A wrong order is answered with all that is wrong with it, as JSON.
func Example_http() {
	srv := launchtest.New()
	defer srv.Close()
	service := databases(ec2.NewFromConfig(srv.Config(), launch.Guard))

	for _, order := range []string{`{"iops": 5000}`, `{"iops": 99}`} {
		answer := httptest.NewRecorder()
		service.ServeHTTP(answer, httptest.NewRequest("POST", "/databases", strings.NewReader(order)))
		fmt.Println(answer.Code)
		if answer.Code == http.StatusBadRequest {
			var pretty bytes.Buffer
			_ = json.Indent(&pretty, answer.Body.Bytes(), "", "  ")
			fmt.Println(pretty.String())
		}
	}
	// Output:
	// 201
	// 400
	// {
	//   "violations": [
	//     {
	//       "rule": "volume-iops-range",
	//       "severity": "error",
	//       "path": "BlockDeviceMappings[0].Ebs.Iops",
	//       "value": 99,
	//       "message": "io2 volumes take 100 to 256000 IOPS",
	//       "code": "InvalidParameterValue",
	//       "basis": "inferred",
	//       "url": "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html",
	//       "limit": "io-iops-min"
	//     }
	//   ],
	//   "edition": "2026"
	// }
}
