package main

import (
	"io"
	"strings"
)

// usage says how clients find the endpoint. Any credentials do.
const usage = `EC2 for tests at {url}, playing {region}. Any credentials do:

  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION={region}

AWS CLI         aws --endpoint-url {url} ec2 describe-instances
boto3           boto3.client("ec2", endpoint_url="{url}", region_name="{region}")
JavaScript SDK  new EC2Client({ endpoint: "{url}", region: "{region}" })
Terraform       provider "aws" {
                  region                      = "{region}"
                  skip_credentials_validation = true
                  skip_metadata_api_check     = true
                  skip_requesting_account_id  = true
                  endpoints { ec2 = "{url}" }
                }
Any of them     export AWS_ENDPOINT_URL_EC2={url}

`

// printUsage prints how clients find the endpoint.
func printUsage(out io.Writer, url, region string) error {
	_, err := strings.NewReplacer("{url}", url, "{region}", region).WriteString(out, usage)
	return err
}
