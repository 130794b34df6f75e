package template_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch/template"
)

func TestUserDataIsNotPrinted(t *testing.T) {
	const secret, other = "aHVudGVyMg==", "c3dvcmRmaXNo"
	for _, sides := range [][2]string{
		{`{"UserData":"` + secret + `"}`, `{}`},
		{`{}`, `{"UserData":"` + secret + `"}`},
		{`{"UserData":"` + secret + `"}`, `{"UserData":"not base64 but ` + other + `"}`},
		{`{"UserData":"` + secret + `"}`, `{"UserData":""}`},
	} {
		m := merge(t, sides[0], sides[1])
		h := template.Inherit(stored(t, sides[0]), stored(t, strings.ReplaceAll(sides[1], "not base64 but ", "")))
		var log strings.Builder
		slog.New(slog.NewTextHandler(&log, nil)).Info("it", "merged", m, "inherited", h)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("it", "merged", m, "value", *m, "inherited", h)
		texts := []string{log.String(), m.String(), m.GoString(), m.Check(standard(t)).String()}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			texts = append(texts, fmt.Sprintf(verb, m), fmt.Sprintf(verb, *m), fmt.Sprintf(verb, []any{m}), fmt.Sprintf(verb, h), fmt.Sprintf(verb, *h))
		}
		for _, v := range []any{m, *m, h, map[string]any{"a": m}} {
			text, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(text))
		}
		text, err := m.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range append(texts, string(text)) {
			for _, hidden := range []string{secret, other, "hunter2", "swordfish"} {
				if strings.Contains(text, hidden) {
					t.Errorf("user data in %s", text)
				}
			}
		}
	}
}

func TestMergedPrintsAsTheRequestItIs(t *testing.T) {
	m := merge(t, `{"KeyName":"team","UserData":"aGk="}`, `{"MaxCount":1,"LaunchTemplate":{"LaunchTemplateName":"web"}}`)
	const want = `{"MaxCount":1,"KeyName":"team","UserData":"[redacted 2 bytes]"}`
	text, err := json.Marshal(m)
	if got := m.String(); err != nil || got != want || string(text) != want || fmt.Sprintf("%+v", m) != want {
		t.Errorf("got %s, %s, %v", got, text, err)
	}
	var none *template.Merged
	if text, err := json.Marshal(none); err != nil || string(text) != "null" || none.String() != "{}" {
		t.Errorf("of nil: %s, %v", text, err)
	}
	if text, err := json.Marshal(new(template.Merged)); err != nil || string(text) != "null" {
		t.Errorf("of the zero Merged: %s, %v", text, err)
	}
	if err := json.Unmarshal([]byte(want), new(template.Merged)); err == nil {
		t.Error("it is read without its user data")
	}
	if err := json.Unmarshal([]byte("null"), m); err != nil || m.String() != want {
		t.Errorf("null: %v, %v", err, m)
	}
	bad := merge(t, `{}`, `{"KeyName":"a"}`).Input()
	bad.KeyName = new("\xff")
	m, err = template.Merge(nil, template.Raw(bad))
	if err != nil || !strings.Contains(m.String(), "JSON cannot hold") {
		t.Errorf("got %v, %v", m, err)
	}
}
