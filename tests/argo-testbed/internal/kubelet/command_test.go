package kubelet

import "testing"

func TestExpand(t *testing.T) {
	values := map[string]string{"A": "$(B)", "B": "b", "C D": "named"}
	for text, want := range map[string]string{
		"":            "",
		"$":           "$",
		"$$":          "$",
		"$$$":         "$$",
		"$(B)$(B)":    "bb",
		"$(A)":        "$(B)",
		"$$(B)":       "$(B)",
		"$$$(B)":      "$b",
		"$(C D)":      "named",
		"$(x $$ y)":   "$(x $$ y)",
		"$(x $(B) y)": "$(x $(B) y)",
		"$(B":         "$(B",
		"$($$":        "$($",
		"$1 ${B}":     "$1 ${B}",
		"$é":          "$Ã\xa9",
		"$$é":         "$é",
	} {
		if got := expand(text, values); got != want {
			t.Errorf("expand(%q) = %q, want %q", text, got, want)
		}
	}
}
