package launch

import "encoding/base64"

// UserData sets what the instance can read from its metadata, up to 16 KiB (see
// the rule user-data-length): a script, a cloud-config document, or any other
// bytes. The library encodes it in base64, once; data that is encoded already
// is encoded again.
//
// User data may hold secrets. It is never printed, see [Spec].
func (b Builder) UserData(data []byte) Builder {
	b.hide(new(base64.StdEncoding.EncodeToString(data)))
	return b
}

// UserDataText is [Builder.UserData] of a text.
func (b Builder) UserDataText(text string) Builder { return b.UserData([]byte(text)) }

// RevealUserData returns the user data as it was given to the builder; ok is
// false when there is none, or when it came by [FromInput] and is not base64.
func (s Spec) RevealUserData() (data []byte, ok bool) {
	if s.request == nil || s.request.userData == nil {
		return nil, false
	}
	data, err := base64.StdEncoding.DecodeString(*s.request.userData())
	return data, err == nil
}
