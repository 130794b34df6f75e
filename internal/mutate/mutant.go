package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
)

// A mutant is a file in which a few bytes are others.
type mutant struct {
	file   string
	line   int
	column int // in bytes
	from   int // offsets of the bytes that it replaces
	to     int
	was    string
	become string

	declared bool // it stands outside of functions
}

func (m mutant) String() string {
	return fmt.Sprintf("%s:%d:%d: %q becomes %q", m.file, m.line, m.column, m.was, m.become)
}

// source returns the file of a mutant.
func (m mutant) source() ([]byte, error) {
	text, err := os.ReadFile(m.file)
	if err != nil {
		return nil, err
	}
	return append(append(text[:m.from:m.from], m.become...), text[m.to:]...), nil
}

// opposite has what an operator becomes: a neighbour, which a test of the very
// limit tells from it, or its contrary.
var opposite = map[token.Token]string{
	token.LSS: "<=", token.LEQ: "<", token.GTR: ">=", token.GEQ: ">", token.EQL: "!=", token.NEQ: "==",
	token.LAND: "||", token.LOR: "&&", token.ADD: "-", token.SUB: "+", token.MUL: "/", token.QUO: "*",
}

// mutantsOf lists the mutants of a file.
func mutantsOf(file string) (all []mutant, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, file, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var function token.Pos // the end of the last one that began
	replace := func(from, to token.Pos, become string) {
		at, end := set.Position(from), set.Position(to).Offset
		all = append(all, mutant{file, at.Line, at.Column, at.Offset, end, string(text[at.Offset:end]), become, from >= function})
	}
	negate := func(cond ast.Expr) {
		start, end := set.Position(cond.Pos()).Offset, set.Position(cond.End()).Offset
		replace(cond.Pos(), cond.End(), "!("+string(text[start:end])+")")
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			function = n.End()
		case *ast.FuncLit:
			function = max(function, n.End())
		case *ast.BinaryExpr:
			if become, ok := opposite[n.Op]; ok {
				replace(n.OpPos, n.OpPos+token.Pos(len(n.Op.String())), become)
			}
		case *ast.IfStmt:
			negate(n.Cond)
		case *ast.BasicLit:
			if i, err := strconv.Atoi(n.Value); err == nil {
				replace(n.Pos(), n.End(), strconv.Itoa(i+1))
			}
		case *ast.Ident:
			if n.Name == "true" || n.Name == "false" {
				replace(n.Pos(), n.End(), strconv.FormatBool(n.Name == "false"))
			}
		case *ast.ExprStmt:
			replace(n.Pos(), n.End(), "_ = 0")
		case *ast.BranchStmt:
			if n.Label == nil && n.Tok == token.CONTINUE {
				replace(n.Pos(), n.End(), "break")
			}
		}
		return true
	})
	return all, nil
}
