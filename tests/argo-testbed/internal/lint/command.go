package lint

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"argo-testbed/internal/installation"
	"argo-testbed/internal/manifest"
)

// Run checks the objects of files and folders, prints a line for each, and fails unless at least one was checked and
// none has an error.
func Run(ctx context.Context, paths []string, argo Argo, asJSON bool) error {
	crds, err := installation.Path(installation.CRDs)
	if err != nil {
		return err
	}
	documents, err := manifest.Read(paths)
	if err != nil {
		return err
	}
	results := Lint(ctx, documents, argo, crds)
	if err := printResults(results, asJSON); err != nil {
		return err
	}
	return verdict(results)
}

func printResults(results []Result, asJSON bool) error {
	encoder := json.NewEncoder(os.Stdout)
	for _, r := range results {
		if asJSON {
			if err := encoder.Encode(r); err != nil {
				return err
			}
			continue
		}
		fmt.Printf("%s: %s: %s\n", r.File, title(r), describe(r))
	}
	return nil
}

func title(r Result) string {
	if r.Kind == "" {
		return fmt.Sprintf("document %d", r.Document)
	}
	return r.Kind + "/" + r.Name
}

func describe(r Result) string {
	switch {
	case r.Skipped:
		return "skipped, not Argo's"
	case len(r.Errors) > 0:
		return strings.Join(r.Errors, "; ")
	}
	return "ok"
}

func verdict(results []Result) error {
	checked, bad := 0, 0
	for _, r := range results {
		if !r.Skipped {
			checked++
		}
		if len(r.Errors) > 0 {
			bad++
		}
	}
	switch {
	case checked == 0:
		return errors.New("there was nothing to lint")
	case bad > 0:
		return fmt.Errorf("%d of %d objects have errors", bad, checked)
	}
	return nil
}
