#!/usr/bin/env bash
# Launch code as a newcomer writes it, with the AWS CLI: run, describe, wait, tag,
# stop, start, terminate, and what can go wrong. The endpoint is the first
# argument; AWS may name the command.
set -euo pipefail
endpoint=$1 aws=${AWS:-aws}
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=us-east-1
export AWS_EC2_METADATA_DISABLED=true AWS_PAGER='' AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null

ec2() { "$aws" --endpoint-url "$endpoint" ec2 "$@"; }
run() { ec2 run-instances --image-id ami-0abcdef1234567890 --instance-type m7i.large "$@"; }

# equal compares what a command printed with what it should have.
equal() {
	if [ "$1" != "$2" ]; then
		printf 'got  %s\nwant %s\n' "$1" "$2" >&2
		exit 1
	fi
}

# fails has a command refused with an error code.
fails() {
	local code=$1 said
	shift
	if said=$("$@" 2>&1) || [[ $said != *"($code)"* ]]; then
		printf 'want %s from %s, got:\n%s\n' "$code" "$*" "$said" >&2
		exit 1
	fi
}

# launch launches an instance and tags it; if anything fails, none is left.
launch() {
	local id
	id=$(run --query 'Instances[].InstanceId' --output text)
	ec2 wait instance-status-ok --instance-ids "$id" && ec2 create-tags --resources "$id" --tags "$1" && return
	ec2 terminate-instances --instance-ids "$id" >/dev/null
	ec2 wait instance-terminated --instance-ids "$id"
	return 1
}

fails InvalidParameterValue launch Key=aws:reserved,Value=
equal "$(ec2 describe-instances --query 'Reservations[].Instances[].State.Name' --output text)" terminated

ids=$(run --count 2 --client-token cli --user-data 'echo hi' --query 'Instances[].InstanceId' --output text)
read -r first second <<<"$ids"
ec2 wait instance-running --instance-ids $ids
ec2 wait instance-status-ok --instance-ids $ids
equal "$(run --count 2 --client-token cli --user-data 'echo hi' --query 'Instances[].InstanceId' --output text)" "$ids"
fails IdempotentParameterMismatch run --count 1 --client-token cli --user-data 'echo hi'
fails DryRunOperation run --dry-run
ec2 create-tags --resources $ids --tags Key=Team,Value=red
equal "$(ec2 describe-instances --filters Name=tag:Team,Values=red --query 'Reservations[].Instances[].[InstanceId]' --output text | paste -sd ' ')" "$first $second"
ec2 stop-instances --instance-ids $ids >/dev/null
ec2 wait instance-stopped --instance-ids $ids
ec2 start-instances --instance-ids $ids >/dev/null
run --count 10 >/dev/null
equal "$(ec2 describe-instances --page-size 5 --filters Name=instance-state-name,Values=pending,running --query 'length(Reservations[].Instances[])')" 12
ec2 create-launch-template --launch-template-name web --launch-template-data ImageId=ami-0abcdef1234567890 >/dev/null
equal "$(ec2 create-fleet --type instant --target-capacity-specification TotalTargetCapacity=2,DefaultTargetCapacityType=on-demand \
	--launch-template-configs '{"LaunchTemplateSpecification":{"LaunchTemplateName":"web","Version":"$Latest"},"Overrides":[{"InstanceType":"m7i.large"}]}' \
	--query 'Instances[].[Lifecycle,length(InstanceIds)]' --output text)" "$(printf 'on-demand\t2')"
fails InvalidInstanceID.NotFound ec2 describe-instances --instance-ids i-0123456789abcdef0
fails InvalidInstanceID.Malformed ec2 terminate-instances --instance-ids web
ec2 terminate-instances --instance-ids $ids >/dev/null
ec2 wait instance-terminated --instance-ids $ids
"$aws" --version | sed 's/ .*/ ran its script/'
