package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var countBatch = &validate.Limit{
	ID:      "count-batch",
	Summary: "instances that AWS's example of a large launch asks for in one request",
	Source:  validate.Source{Shape: "RunInstances"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 100}},
}

var countSpotMax = &validate.Limit{
	ID:      "count-spot-max",
	Summary: "Spot Instances that one request can ask for",
	Source:  validate.Source{Shape: "RunInstances", Member: "MaxCount"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 3000}},
}

var userDataMax = &validate.Limit{
	ID:      "user-data-max",
	Summary: "user data in bytes, before it is encoded in base64",
	Source:  validate.Source{Shape: "RunInstances", Member: "UserData", Guide: "user-data"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 16 << 10}},
}

var autoRecoveryStates = &validate.Values{
	ID:      "auto-recovery",
	Summary: "what happens when the hardware fails",
	Source:  validate.Source{Shape: "InstanceMaintenanceOptionsRequest", Member: "AutoRecovery"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"disabled", "default"}}},
	AnyCase: true,
}

var shutdownBehaviors = &validate.Values{
	ID:      "shutdown-behavior",
	Summary: "what happens when the instance is shut down from within",
	Source:  validate.Source{Shape: "RunInstances", Member: "InstanceInitiatedShutdownBehavior"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"stop", "terminate"}}},
}

var elasticGPUMax = &validate.Limit{
	ID:      "elastic-gpu-max",
	Summary: "most Elastic Graphics accelerators of one instance",
	Source:  validate.Source{Shape: "RunInstances", Member: "ElasticGpuSpecification"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1}},
}

var elasticInferenceTypes = &validate.Values{
	ID:      "elastic-inference-type",
	Summary: "types of Elastic Inference accelerators",
	Source:  validate.Source{Shape: "ElasticInferenceAccelerator", Member: "Type"},
	Sets: []validate.ValueSet{{
		Since:  validate.Spring2023,
		Values: []string{"eia1.medium", "eia1.large", "eia1.xlarge", "eia2.medium", "eia2.large", "eia2.xlarge"},
	}},
}

var tokenMax = &validate.Limit{
	ID:      "token-max",
	Summary: "most characters of a client token",
	Source:  validate.Source{Shape: "RunInstances", Member: "ClientToken"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 64}},
}

var keyNameMax = &validate.Limit{
	ID:      "key-name-max",
	Summary: "most characters of the name of a key pair that EC2 creates",
	Source:  validate.Source{Shape: "CreateKeyPair", Member: "KeyName"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 255}},
}
