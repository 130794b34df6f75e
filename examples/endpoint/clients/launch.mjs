// Launch code as a newcomer writes it, with the JavaScript SDK: run, describe,
// wait, tag, stop, start, terminate, and what can go wrong. The endpoint is the
// first argument.
import assert from "node:assert/strict";
import * as ec2 from "@aws-sdk/client-ec2";

const client = new ec2.EC2Client({
  endpoint: process.argv[2],
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
});
const send = (command) => client.send(command);
const request = {
  ImageId: "ami-0abcdef1234567890",
  InstanceType: "m7i.large",
  MinCount: 2,
  MaxCount: 2,
  ClientToken: "javascript",
  UserData: Buffer.from("#!/bin/sh\necho hi\n").toString("base64"),
  TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "Name", Value: "javascript" }] }],
};

// fails has a command refused with an error code.
const fails = (name, command) => assert.rejects(send(command), { name });
const waiting = { client, maxWaitTime: 60 };

// launch launches an instance and tags it; if anything fails, none is left.
async function launch(Tags) {
  const { Instances } = await send(new ec2.RunInstancesCommand({ ...request, MinCount: 1, MaxCount: 1, ClientToken: "whole" }));
  const ids = { InstanceIds: Instances.map((i) => i.InstanceId) };
  try {
    await ec2.waitUntilInstanceStatusOk(waiting, ids);
    await send(new ec2.CreateTagsCommand({ Resources: ids.InstanceIds, Tags }));
  } catch (error) {
    await send(new ec2.TerminateInstancesCommand(ids));
    await ec2.waitUntilInstanceTerminated(waiting, ids);
    throw error;
  }
}
await assert.rejects(launch([{ Key: "aws:reserved", Value: "" }]), { name: "InvalidParameterValue" });
const left = await send(new ec2.DescribeInstancesCommand({}));
assert.deepEqual(left.Reservations.flatMap((r) => r.Instances.map((i) => i.State.Name)), ["terminated"]);

const launched = await send(new ec2.RunInstancesCommand(request));
const InstanceIds = launched.Instances.map((i) => i.InstanceId);
assert.equal(InstanceIds.length, 2);
for (const i of launched.Instances) {
  assert.equal(i.State.Name, "pending");
  assert.equal(i.PublicIpAddress, undefined);
}

await ec2.waitUntilInstanceRunning(waiting, { InstanceIds });
await ec2.waitUntilInstanceStatusOk(waiting, { InstanceIds });
const described = await send(new ec2.DescribeInstancesCommand({ InstanceIds }));
for (const i of described.Reservations.flatMap((r) => r.Instances)) {
  assert.ok(i.PublicIpAddress && i.PrivateIpAddress);
  assert.match(i.BlockDeviceMappings[0].Ebs.VolumeId, /^vol-/);
  assert.ok(i.LaunchTime instanceof Date);
}

// The same token launches nothing more; with other parameters it is refused.
const again = await send(new ec2.RunInstancesCommand(request));
assert.deepEqual(again.Instances.map((i) => i.InstanceId), InstanceIds);
await fails("IdempotentParameterMismatch", new ec2.RunInstancesCommand({ ...request, InstanceType: "c7i.large" }));
await fails("DryRunOperation", new ec2.RunInstancesCommand({ ...request, DryRun: true }));

await send(new ec2.CreateTagsCommand({ Resources: InstanceIds, Tags: [{ Key: "Team", Value: "red" }] }));
const tags = await send(new ec2.DescribeTagsCommand({ Filters: [{ Name: "resource-id", Values: InstanceIds }] }));
assert.deepEqual(tags.Tags.map((t) => t.Value).sort(), ["javascript", "javascript", "red", "red"]);

await send(new ec2.StopInstancesCommand({ InstanceIds }));
await ec2.waitUntilInstanceStopped(waiting, { InstanceIds });
await send(new ec2.StartInstancesCommand({ InstanceIds }));
await ec2.waitUntilInstanceRunning(waiting, { InstanceIds });

// Pages.
await send(new ec2.RunInstancesCommand({ ...request, MinCount: 10, MaxCount: 10, ClientToken: "more" }));
const Filters = [{ Name: "instance-state-name", Values: ["pending", "running"] }];
const sizes = [];
for await (const page of ec2.paginateDescribeInstances({ client, pageSize: 5 }, { Filters })) {
  sizes.push(page.Reservations.flatMap((r) => r.Instances).length);
}
assert.deepEqual(sizes, [5, 5, 2]);

// A fleet.
await send(new ec2.CreateLaunchTemplateCommand({ LaunchTemplateName: "web", LaunchTemplateData: { ImageId: request.ImageId } }));
const fleet = await send(new ec2.CreateFleetCommand({
  Type: "instant",
  TargetCapacitySpecification: { TotalTargetCapacity: 2, DefaultTargetCapacityType: "spot" },
  LaunchTemplateConfigs: [{
    LaunchTemplateSpecification: { LaunchTemplateName: "web", Version: "$Latest" },
    Overrides: [{ InstanceType: "m7i.large", AvailabilityZone: "us-east-1b" }],
  }],
}));
assert.deepEqual(fleet.Instances.map((i) => [i.Lifecycle, i.InstanceType, i.InstanceIds.length]), [["spot", "m7i.large", 2]]);
await send(new ec2.DeleteFleetsCommand({ FleetIds: [fleet.FleetId], TerminateInstances: true }));
await ec2.waitUntilInstanceTerminated(waiting, { InstanceIds: fleet.Instances[0].InstanceIds });

// What can go wrong.
await fails("InvalidInstanceID.NotFound", new ec2.DescribeInstancesCommand({ InstanceIds: ["i-0123456789abcdef0"] }));
await fails("InvalidInstanceID.Malformed", new ec2.TerminateInstancesCommand({ InstanceIds: ["web"] }));
await fails("InvalidParameterValue", new ec2.DescribeInstancesCommand({ MaxResults: 4 }));
await fails("MissingParameter", new ec2.RunInstancesCommand({ MinCount: 1, MaxCount: 1 }));

// The end.
await send(new ec2.TerminateInstancesCommand({ InstanceIds }));
await ec2.waitUntilInstanceTerminated(waiting, { InstanceIds });
await fails("IdempotentInstanceTerminated", new ec2.RunInstancesCommand(request));
console.log("the JavaScript SDK ran its script");
