package format

import "testing"

func TestWhatIsMisplacedIsNamedWithItsMember(t *testing.T) {
	const account = "us-east-1:111122223333:"
	for _, tt := range []struct{ s, want string }{
		{"subnet-0123456789abcdef0", "; this is the ID of a subnet, which goes in SubnetId"},
		{"sg-12345678", "; this is the ID of a security group, which goes in SecurityGroupIds"},
		{"vpc-12345678", "; this is the ID of a VPC"},
		{"i-12345678", "; this is the ID of an instance"},
		{"arn:aws:ec2:" + account + "subnet/subnet-0123456789abcdef0",
			"; this is the ARN of a subnet, whose ID goes in SubnetId"},
		{"arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0", "; this is the ARN of an AMI, whose ID goes in ImageId"},
		{"arn:aws:ec2:" + account + "vpc/vpc-12345678", "; this is the ARN of a VPC"},
		{"arn:aws-cn:kms:" + account + "alias/data",
			"; this is the ARN of a KMS key, which goes in BlockDeviceMappings[].Ebs.KmsKeyId"},
		{"arn:aws:iam::111122223333:instance-profile/path/web",
			"; this is the ARN of an instance profile, which goes in IamInstanceProfile.Arn"},
		{"arn:aws:iam::111122223333:role/web", "; this is the ARN of an IAM role"},

		{"subnet_0123456789abcdef0", ""},
		{"sg-short", ""},
		{"thing-12345678", ""},
		{"arn:aws:s3:::bucket", ""},
		{"arn:aws:ec2:" + account + "subnet", ""},
		{"arn:aws", ""},
		{"-12345678", ""},
		{"", ""},
	} {
		if got := Elsewhere(tt.s); got != tt.want {
			t.Errorf("Elsewhere(%q) = %q, want %q", tt.s, got, tt.want)
		}
		kind, member, ok := Misplaced(tt.s)
		if ok != (tt.want != "") || ok != (kind != "") || !ok && member != "" {
			t.Errorf("Misplaced(%q) = %q, %q, %t", tt.s, kind, member, ok)
		}
	}
}

func TestEachFormIsListedOnce(t *testing.T) {
	for _, table := range [][]resource{ids[:], arns[:]} {
		for i := range table {
			if find(table, table[i].form) != &table[i] {
				t.Errorf("%s is listed twice", table[i].form)
			}
		}
	}
}
