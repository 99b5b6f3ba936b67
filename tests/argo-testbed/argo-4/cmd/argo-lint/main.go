// Command argo-lint is the subcommand "lint" of argo-testbed with the validation of Argo 4.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/argoproj/argo-workflows/v4/util/logging"

	"argo-testbed/argo-4/validation"
	"argo-testbed/internal/lint"
)

func main() {
	asJSON := flag.Bool("json", false, "print one JSON object per line")
	flag.Parse()
	// Argo logs what it also returns.
	log := logging.NewSlogLoggerCustom(logging.Error, logging.Text, io.Discard)
	ctx := logging.WithLogger(context.Background(), log)
	if err := lint.Run(ctx, flag.Args(), validation.New(), *asJSON); err != nil {
		fmt.Fprintln(os.Stderr, "argo-testbed:", err)
		os.Exit(1)
	}
}
