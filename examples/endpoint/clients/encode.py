"""Reads RunInstances requests as lines of JSON and writes what botocore sends
for each: {"form": ..., "request": ...}. The request is there where this version
of botocore lacks a member of it, which is then left out."""

import json
import sys

import boto3
from botocore import handlers
from botocore.awsrequest import AWSResponse

ANSWER = b'<RunInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"/>'


class Raw:
    def stream(self, **_):
        yield ANSWER


def known(value, shape):
    """Leaves out of a value what the shape does not have."""
    if shape.type_name == "structure":
        return {k: known(v, shape.members[k]) for k, v in value.items() if k in shape.members}
    if shape.type_name == "list":
        return [known(v, shape.member) for v in value]
    return value


def main():
    client = boto3.client(
        "ec2", region_name="us-east-1", endpoint_url="http://127.0.0.1:1",
        aws_access_key_id="test", aws_secret_access_key="test",
    )
    sent = []

    def capture(request, **_):
        sent.append(request.body)
        return AWSResponse(request.url, 200, {}, Raw())

    # The user data is in base64 already.
    client.meta.events.unregister("before-parameter-build.ec2.RunInstances", handlers.base64_encode_user_data)
    client.meta.events.register("before-send.ec2.RunInstances", capture)
    shape = client.meta.service_model.operation_model("RunInstances").input_shape
    for line in sys.stdin:
        asked = json.loads(line)
        request = known(asked, shape)
        out = {} if request == asked else {"request": request}
        client.run_instances(**request)
        body = sent.pop()
        out["form"] = body.decode() if isinstance(body, bytes) else body
        print(json.dumps(out), flush=True)


main()
