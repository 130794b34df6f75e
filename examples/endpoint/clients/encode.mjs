// Reads RunInstances requests as lines of JSON and writes what the JavaScript SDK
// sends for each: {"form": ...}.
import { createInterface } from "node:readline";
import { EC2Client, RunInstancesCommand } from "@aws-sdk/client-ec2";

class Captured extends Error {}

const client = new EC2Client({
  region: "us-east-1",
  endpoint: "http://127.0.0.1:1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
  maxAttempts: 1,
  requestHandler: {
    handle: (request) => {
      throw Object.assign(new Captured(), { body: request.body });
    },
  },
});

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const spot = request.InstanceMarketOptions?.SpotOptions;
  if (spot?.ValidUntil) spot.ValidUntil = new Date(spot.ValidUntil);
  try {
    await client.send(new RunInstancesCommand(request));
  } catch (error) {
    if (!(error instanceof Captured)) throw error;
    console.log(JSON.stringify({ form: error.body }));
  }
}
