// Package cloud is what stands behind the endpoint: one account in one Region,
// with what has been launched in it and what it was given. It takes requests as
// forms and gives answers as the SDK's output structs.
package cloud
