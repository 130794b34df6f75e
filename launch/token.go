package launch

// ClientToken sets the token that makes the launch idempotent: EC2 answers a
// request with a token that it has seen by the instances it launched then. At
// most 64 printable ASCII characters, case-sensitive: see the rules
// token-length and token-format. Within one Region the token is bound to the
// zone where Placement or the subnet names one.
//
// Without a token of one's own, the launcher of package launcher makes a new
// one for each launch, and two launches of one Spec are two launches.
func (b Builder) ClientToken(token string) Builder {
	b.in.ClientToken = new(token)
	return b
}

// DryRun sets whether EC2 only checks permissions instead of launching. The
// default is false. It is for requests that the SDK's own client sends. Package
// launcher launches no Spec that asks for it; its DryRun takes any Spec.
func (b Builder) DryRun(on bool) Builder {
	b.in.DryRun = new(on)
	return b
}
