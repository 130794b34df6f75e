package launch

// KeyName sets the key pair to log in with. Without one, only the AMI's own
// ways in are left. See the rule key-name-format.
func (b Builder) KeyName(name string) Builder {
	b.in.KeyName = new(name)
	return b
}
