package installation

import (
	"os"
	"path/filepath"
	"testing"
)

func TestVersionsHaveFolders(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	own := filepath.Dir(self)
	for version, folder := range map[string]string{"": own, "3": own, "4": filepath.Join(own, "v4")} {
		t.Setenv(VersionVariable, version)
		for name, folder := range map[string]string{Controller: folder, CRDs: folder, Etcd: own, Sandbox: own} {
			path := filepath.Join(folder, name)
			if _, err := Path(name); err == nil {
				t.Errorf("%s is not installed", path)
			}
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			if found, err := Path(name); err != nil || found != path {
				t.Errorf("version %q: %s is %q, %v", version, name, found, err)
			}
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestOtherVersionsAreRefused(t *testing.T) {
	for _, version := range []string{"5", "v4", "4.0.5", " "} {
		t.Setenv(VersionVariable, version)
		if found, err := Version(); err == nil {
			t.Errorf("%q is %q", version, found)
		}
		if path, err := Path(Controller); err == nil {
			t.Errorf("%q has %s", version, path)
		}
	}
}
