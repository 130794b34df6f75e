package annotate

// These are the objects of SARIF 2.1.0, with the properties that are written.
type (
	log struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}
	run struct {
		Tool struct {
			Driver driver `json:"driver"`
		} `json:"tool"`
		ColumnKind  string       `json:"columnKind"`
		Invocations []invocation `json:"invocations"`
		Results     []result     `json:"results"`
	}
	driver struct {
		Name  string       `json:"name"`
		URI   string       `json:"informationUri"`
		Rules []descriptor `json:"rules"`
	}
	descriptor struct {
		ID      string   `json:"id"`
		Summary *message `json:"shortDescription,omitempty"`
		URL     string   `json:"helpUri,omitempty"`
		Default struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
	invocation struct {
		Successful bool           `json:"executionSuccessful"`
		Notes      []notification `json:"toolExecutionNotifications,omitempty"`
	}
	notification struct {
		Level     string     `json:"level"`
		Message   message    `json:"message"`
		Locations []location `json:"locations,omitempty"`
	}
	result struct {
		Rule       string     `json:"ruleId"`
		Index      int        `json:"ruleIndex"`
		Level      string     `json:"level"`
		Message    message    `json:"message"`
		Locations  []location `json:"locations,omitempty"`
		Related    []location `json:"relatedLocations,omitempty"`
		Properties properties `json:"properties,omitzero"`
	}
	properties struct {
		Code   string   `json:"code,omitempty"`
		Limit  string   `json:"limit,omitempty"`
		Values string   `json:"values,omitempty"`
		Facts  []string `json:"facts,omitempty"`
	}
	message struct {
		Text string `json:"text"`
	}
	location struct {
		ID       *int      `json:"id,omitempty"`
		Physical *physical `json:"physicalLocation,omitempty"`
		Logical  []logical `json:"logicalLocations,omitempty"`
		Message  *message  `json:"message,omitempty"`
	}
	physical struct {
		Artifact artifact `json:"artifactLocation"`
		Region   *region  `json:"region,omitempty"`
	}
	artifact struct {
		URI string `json:"uri"`
	}
	region struct {
		Line      int `json:"startLine"`
		Column    int `json:"startColumn,omitempty"`
		EndLine   int `json:"endLine,omitempty"`
		EndColumn int `json:"endColumn,omitempty"`
	}
	logical struct {
		Name string `json:"fullyQualifiedName"`
		Kind string `json:"kind"`
	}
)
