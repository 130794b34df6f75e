"""Launch code as a newcomer writes it, with boto3: run, describe, wait, tag, stop,
start, terminate, and what can go wrong. The endpoint is the first argument."""

import sys

import boto3
from botocore.exceptions import ClientError

ec2 = boto3.client(
    "ec2", endpoint_url=sys.argv[1], region_name="us-east-1",
    aws_access_key_id="test", aws_secret_access_key="test",
)
REQUEST = {
    "ImageId": "ami-0abcdef1234567890", "InstanceType": "m7i.large", "MinCount": 2, "MaxCount": 2,
    "ClientToken": "boto3", "UserData": "#!/bin/sh\necho hi\n",
    "TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": "boto3"}]}],
}


def code(call, **parameters):
    """Returns the error code of a call, which must fail."""
    try:
        call(**parameters)
    except ClientError as error:
        return error.response["Error"]["Code"]
    raise AssertionError(f"{call.__name__} did not fail")


def states(ids):
    found = ec2.describe_instances(InstanceIds=ids)["Reservations"]
    return {i["State"]["Name"] for r in found for i in r["Instances"]}


def launch(tags):
    """Launches an instance and tags it; if anything fails, none is left."""
    ids = [i["InstanceId"] for i in ec2.run_instances(**{**REQUEST, "MinCount": 1, "MaxCount": 1, "ClientToken": "whole"})["Instances"]]
    try:
        ec2.get_waiter("instance_status_ok").wait(InstanceIds=ids)
        ec2.create_tags(Resources=ids, Tags=tags)
    except ClientError:
        ec2.terminate_instances(InstanceIds=ids)
        ec2.get_waiter("instance_terminated").wait(InstanceIds=ids)
        raise
    return ids


assert code(launch, tags=[{"Key": "aws:reserved", "Value": ""}]) == "InvalidParameterValue"
assert {i["State"]["Name"] for r in ec2.describe_instances()["Reservations"] for i in r["Instances"]} == {"terminated"}

launched = ec2.run_instances(**REQUEST)
ids = [i["InstanceId"] for i in launched["Instances"]]
assert len(ids) == 2
for instance in launched["Instances"]:
    assert instance["State"]["Name"] == "pending"
    assert "PublicIpAddress" not in instance and instance["PublicDnsName"] == ""

ec2.get_waiter("instance_running").wait(InstanceIds=ids)
ec2.get_waiter("instance_status_ok").wait(InstanceIds=ids)
for reservation in ec2.describe_instances(InstanceIds=ids)["Reservations"]:
    for instance in reservation["Instances"]:
        assert instance["PublicIpAddress"] and instance["PrivateIpAddress"]
        assert instance["BlockDeviceMappings"][0]["Ebs"]["VolumeId"].startswith("vol-")
        assert instance["SecurityGroups"][0]["GroupName"] == "default"

# The same token launches nothing more; with other parameters it is refused.
again = ec2.run_instances(**REQUEST)
assert [i["InstanceId"] for i in again["Instances"]] == ids
assert code(ec2.run_instances, **{**REQUEST, "InstanceType": "c7i.large"}) == "IdempotentParameterMismatch"
assert code(ec2.run_instances, **REQUEST, DryRun=True) == "DryRunOperation"

ec2.create_tags(Resources=ids, Tags=[{"Key": "Team", "Value": "red"}])
tags = ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": ids}])["Tags"]
assert sorted(t["Value"] for t in tags) == ["boto3", "boto3", "red", "red"]
ec2.delete_tags(Resources=ids, Tags=[{"Key": "Team"}])

ec2.stop_instances(InstanceIds=ids)
ec2.get_waiter("instance_stopped").wait(InstanceIds=ids)
ec2.modify_instance_attribute(InstanceId=ids[0], InstanceType={"Value": "m7i.xlarge"})
ec2.start_instances(InstanceIds=ids)
ec2.get_waiter("instance_running").wait(InstanceIds=ids)
ec2.reboot_instances(InstanceIds=ids)
assert states(ids) == {"running"}

# Pages.
ec2.run_instances(ImageId="ami-0abcdef1234567890", InstanceType="m7i.large", MinCount=10, MaxCount=10)
pages = list(ec2.get_paginator("describe_instances").paginate(
    Filters=[{"Name": "instance-state-name", "Values": ["pending", "running"]}], PaginationConfig={"PageSize": 5}))
everything = [i["InstanceId"] for p in pages for r in p["Reservations"] for i in r["Instances"]]
assert len(pages) == 3 and len(everything) == len(set(everything)) == 12

# Around a launch.
assert ec2.describe_images(Owners=["amazon"], Filters=[{"Name": "name", "Values": ["al2023-ami-*"]}])["Images"]
assert ec2.describe_instance_types(InstanceTypes=["m7i.large"])["InstanceTypes"][0]["VCpuInfo"]["DefaultVCpus"] == 2
assert len(ec2.describe_subnets()["Subnets"]) == 6 and ec2.describe_vpcs()["Vpcs"][0]["IsDefault"]
assert ec2.describe_volumes(Filters=[{"Name": "attachment.instance-id", "Values": ids}])["Volumes"]
template = ec2.create_launch_template(LaunchTemplateName="web", LaunchTemplateData={"InstanceType": "m7i.large"})["LaunchTemplate"]
assert ec2.describe_launch_template_versions(LaunchTemplateId=template["LaunchTemplateId"], Versions=["$Latest"])["LaunchTemplateVersions"]

# A fleet.
fleet = ec2.create_fleet(
    Type="instant", TargetCapacitySpecification={"TotalTargetCapacity": 3, "OnDemandTargetCapacity": 1, "DefaultTargetCapacityType": "spot"},
    LaunchTemplateConfigs=[{
        "LaunchTemplateSpecification": {"LaunchTemplateName": "web", "Version": "$Latest"},
        "Overrides": [{"ImageId": "ami-0abcdef1234567890", "AvailabilityZone": "us-east-1b"}],
    }])
assert [(i["Lifecycle"], i["InstanceType"], len(i["InstanceIds"])) for i in fleet["Instances"]] == [("on-demand", "m7i.large", 1), ("spot", "m7i.large", 2)]
assert fleet["Errors"] == [] and ec2.describe_fleets(FleetIds=[fleet["FleetId"]])["Fleets"][0]["ActivityStatus"] == "fulfilled"
assert not ec2.delete_fleets(FleetIds=[fleet["FleetId"]], TerminateInstances=True)["UnsuccessfulFleetDeletions"]
ec2.get_waiter("instance_terminated").wait(InstanceIds=[i for e in fleet["Instances"] for i in e["InstanceIds"]])
ec2.delete_launch_template(LaunchTemplateName="web")

# What can go wrong.
assert code(ec2.describe_instances, InstanceIds=["i-0123456789abcdef0"]) == "InvalidInstanceID.NotFound"
assert code(ec2.terminate_instances, InstanceIds=["web"]) == "InvalidInstanceID.Malformed"
assert code(ec2.describe_instances, MaxResults=4) == "InvalidParameterValue"
assert code(ec2.run_instances, ImageId="ami-0abcdef1234567890", MinCount=2, MaxCount=1) == "InvalidParameterValue"
assert code(ec2.run_instances, ImageId="ami-0abcdef1234567890", MinCount=1, MaxCount=1, Placement={"AvailabilityZone": "us-east-1z"}) == "InvalidZone.NotFound"

# The end.
ec2.terminate_instances(InstanceIds=everything)
ec2.get_waiter("instance_terminated").wait(InstanceIds=everything)
assert states(everything) == {"terminated"}
assert ec2.describe_volumes()["Volumes"] == [] and ec2.describe_network_interfaces()["NetworkInterfaces"] == []
assert code(ec2.run_instances, **REQUEST) == "IdempotentInstanceTerminated"
print("boto3", boto3.__version__, "ran its script")
