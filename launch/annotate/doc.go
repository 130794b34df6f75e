// Package annotate writes reports in the forms with which tools annotate files:
// SARIF 2.1.0 and the workflow commands of GitHub Actions, each violation with
// the line and the column of its member.
//
//	request, err := launch.DecodeCLI(bytes.NewReader(document))
//	...
//	file := annotate.Locate("web.json", document, launch.Check(request))
//	err = annotate.SARIF(os.Stdout, launch.Rules(), file)
//
// [Locate] takes the reports on other calls, too, and [Undecoded] says why a
// document cannot be read as one. As in all reports, user data is in neither form, nor is any
// other part of a document but the values that violations quote.
package annotate
