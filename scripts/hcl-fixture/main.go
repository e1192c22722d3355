// Writes what HashiCorp's own parser makes of HCL files, for the tests of src/hcl:
//
//	cd scripts/hcl-fixture && go run . ../../test/hcl/cases/*.tf > ../../test/hcl/expected.jsonll
//
// Offsets are in UTF-16 units. A line of the output is a file: its name, whether it was read without an error, and
// all attributes, entries of objects and blocks as [path, start of the name, start and end of the value].
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

type fact struct {
	Path  string  `json:"path"`
	Name  int     `json:"name"`
	Start int     `json:"start"`
	End   int     `json:"end"`
	Value *string `json:"value,omitempty"`
}

type file struct {
	Name  string `json:"name"`
	Clean bool   `json:"clean"`
	Facts []fact `json:"facts"`
}

// reader turns byte offsets of one text into UTF-16 offsets.
type reader struct {
	offsets []int
	facts   []fact
}

func newReader(text []byte) *reader {
	offsets := make([]int, len(text)+1)
	units := 0
	for at := 0; at < len(text); {
		r, width := utf8.DecodeRune(text[at:])
		for inside := 0; inside < width; inside++ {
			offsets[at+inside] = units
		}
		units += len(utf16.Encode([]rune{r}))
		at += width
	}
	offsets[len(text)] = units
	return &reader{offsets: offsets, facts: []fact{}}
}

func (r *reader) add(path string, name, value hcl.Range, literal *string) {
	r.facts = append(r.facts, fact{path, r.offsets[name.Start.Byte], r.offsets[value.Start.Byte], r.offsets[value.End.Byte], literal})
}

func (r *reader) body(path string, body *hclsyntax.Body) {
	names := make([]string, 0, len(body.Attributes))
	for name := range body.Attributes {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		attribute := body.Attributes[name]
		r.add(path+"/"+name, attribute.NameRange, attribute.Expr.Range(), literal(attribute.Expr))
		r.expression(path+"/"+name, attribute.Expr)
	}
	for index, block := range body.Blocks {
		inner := fmt.Sprintf("%s/%s", path, block.Type)
		for _, label := range block.Labels {
			inner += "." + label
		}
		inner = fmt.Sprintf("%s[%d]", inner, index)
		r.add(inner, block.TypeRange, hcl.RangeBetween(block.OpenBraceRange, block.CloseBraceRange), nil)
		r.body(inner, block.Body)
	}
}

func (r *reader) expression(path string, expression hclsyntax.Expression) {
	switch value := expression.(type) {
	case *hclsyntax.ObjectConsExpr:
		for index, item := range value.Items {
			inner := fmt.Sprintf("%s{%d}", path, index)
			r.add(inner, item.KeyExpr.Range(), item.ValueExpr.Range(), literal(item.ValueExpr))
			r.expression(inner, item.ValueExpr)
		}
	case *hclsyntax.TupleConsExpr:
		for index, item := range value.Exprs {
			inner := fmt.Sprintf("%s[%d]", path, index)
			r.add(inner, item.Range(), item.Range(), literal(item))
			r.expression(inner, item)
		}
	case *hclsyntax.FunctionCallExpr:
		for index, item := range value.Args {
			inner := fmt.Sprintf("%s(%d)", path, index)
			r.add(inner, item.Range(), item.Range(), literal(item))
			r.expression(inner, item)
		}
	}
}

// literal is what a text without insertions says.
func literal(expression hclsyntax.Expression) *string {
	template, isTemplate := expression.(*hclsyntax.TemplateExpr)
	if !isTemplate {
		return nil
	}
	text := ""
	for _, part := range template.Parts {
		piece, isLiteral := part.(*hclsyntax.LiteralValueExpr)
		if !isLiteral || piece.Val.Type() != cty.String {
			return nil
		}
		text += piece.Val.AsString()
	}
	return &text
}

func main() {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	for _, path := range os.Args[1:] {
		text, err := os.ReadFile(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		parsed, diagnostics := hclsyntax.ParseConfig(text, path, hcl.InitialPos)
		result := file{Name: filepath.Base(path), Clean: !diagnostics.HasErrors(), Facts: []fact{}}
		if os.Getenv("PATHS") != "" {
			result.Name = path
		}
		if result.Clean {
			reader := newReader(text)
			reader.body("", parsed.Body.(*hclsyntax.Body))
			result.Facts = reader.facts
		}
		if err := encoder.Encode(result); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
