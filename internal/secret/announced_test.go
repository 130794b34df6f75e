package secret

import "testing"

func TestAnnounced(t *testing.T) {
	for key, want := range map[string]bool{
		"password": true, "DB_PASSWORD": true, "app/token": true, "ApiKey": true, "credentials-2": true,
		"": false, "owner": false, "secretary": false, "tokens": false, "zpassword": false, "ZTOKEN": false, "Name": false,
	} {
		if got := Announced(key); got != want {
			t.Errorf("Announced(%q) = %t, want %t", key, got, want)
		}
	}
}
