// Asks HashiCorp's own formatter, which is that of `terraform fmt`, about HCL files. It prints the names of those that it
// would change, one a line; with -w it writes what it makes of them and prints nothing. scripts/hcl-format.ts runs it.
package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/hashicorp/hcl/v2/hclwrite"
)

func main() {
	names := os.Args[1:]
	rewrites := len(names) > 0 && names[0] == "-w"
	if rewrites {
		names = names[1:]
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		formatted := hclwrite.Format(text)
		if bytes.Equal(text, formatted) {
			continue
		}
		if !rewrites {
			fmt.Println(name)
			continue
		}
		if err := os.WriteFile(name, formatted, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
	}
}
