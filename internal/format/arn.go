package format

import "strings"

// maxARN is the length of the longest Amazon Resource Name: IAM's and KMS's
// references say so, and others take shorter ones.
const maxARN = 2048

// ARN splits an Amazon Resource Name of the given service into account and
// resource. The account has 12 digits, as in the names of all that a launch can
// refer to.
func ARN(service, s string) (account, resource string, ok bool) {
	account, resource, ok = splitARN(service, s)
	if !ok || len(account) != 12 || TrimLeft(account, Digit) != "" {
		return "", "", false
	}
	return account, resource, true
}

// splitARN is [ARN] for names with any account, or none. The partition is aws or
// begins with aws-. The Region may be blank, since IAM leaves it so.
func splitARN(service, s string) (account, resource string, ok bool) {
	if len(s) > maxARN || !Printable(s) {
		return "", "", false
	}
	scheme, rest, _ := strings.Cut(s, ":")
	partition, rest, _ := strings.Cut(rest, ":")
	named, rest, _ := strings.Cut(rest, ":")
	region, rest, _ := strings.Cut(rest, ":")
	account, resource, _ = strings.Cut(rest, ":")
	if scheme != "arn" || !isPartition(partition) || named != service || TrimLeft(region, word) != "" ||
		resource == "" {
		return "", "", false
	}
	return account, resource, true
}

// GroupARN reports whether s is the ARN of a resource group, by the pattern of
// the Resource Groups reference.
func GroupARN(s string) bool {
	_, resource, ok := ARN("resource-groups", s)
	name, isGroup := strings.CutPrefix(resource, "group/")
	return ok && isGroup && isGroupName(name)
}

// isGroupName reports whether a text is the name of a resource group: 1 to 300
// characters, or 1 to 150, a slash, and an ID.
func isGroupName(text string) bool {
	name, id, hasID := strings.Cut(text, "/")
	longest := 300
	if hasID {
		longest = 150
	}
	return name != "" && len(name) <= longest && MadeOf(name, "_.-") && (!hasID || isGroupID(id))
}

func isGroupID(s string) bool { return len(s) == 26 && TrimLeft(s, lowerOrDigit) == "" }

func lowerOrDigit(c byte) bool { return Lower(c) || Digit(c) }

// IAMName returns the last part of what an ARN names, behind the kind of
// resource and its path; empty where it is no name that IAM gives.
func IAMName(kind, resource string) string {
	path, isKind := strings.CutPrefix(resource, kind+"/")
	name := path[strings.LastIndexByte(path, '/')+1:]
	if !isKind || !MadeOf(name, "_+=,.@-") {
		return ""
	}
	return name
}

// StepsUp reports whether a part of a path between slashes is . or .., which a
// program that resolves the path does not take for a name.
func StepsUp(path string) bool {
	for part := range strings.SplitSeq(path, "/") {
		if part == "." || part == ".." {
			return true
		}
	}
	return false
}

func isPartition(s string) bool {
	rest, ok := strings.CutPrefix(s, "aws")
	return ok && TrimLeft(rest, word) == "" && (rest == "" || rest[0] == '-')
}

// word reports whether a name of a partition or Region may have a character.
func word(c byte) bool { return lowerOrDigit(c) || c == '-' }
