package rules

// hosts is a part of examples: the member of a placement that names a group of
// Dedicated Hosts.
const hosts = `"HostResourceGroupArn":"arn:aws:resource-groups:us-west-2:111122223333:group/hosts"`
