import { type ClaimToCheck, claimsToCheck, firstIndex, type Note, type Workspace } from '../../../core'
import { dateWords } from '../../../features/words/describe'
import { offsetAt, positionAt } from '../../lines'
import type { FileReport, Reported, Summary } from '../../report'
import type { Printer, Printing } from '../printer'
import { counted } from '../text'
import { claimRows, type Found, findingsList } from './claim'
import { sourcesTable } from './sources'
import { style } from './style'
import { text } from './text'
import { marksOf } from './words'

/**
 * A page for whoever checks facts: each claim of each note beside the source it cites, the passage there and the verdict, to be ticked
 * off, on a screen or on paper. One file, which loads nothing and runs nothing: no script, no image, no link but within itself.
 */
export function htmlPrinter({ style: { shown }, version }: Printing): Printer {
  let notes: string[] = []
  let others: string[] = []
  let total = 0
  let shownPath = (report: FileReport) => text(shown(report.path))
  return {
    file(report, { workspace, path }) {
      let note = workspace.files.get(path)?.note ? workspace.parse(path, report.lines.text) : undefined
      let claims = note ? toEnd(claimsToCheck(workspace, note)) : []
      if (note && claims.length > 0) {
        total += claims.length
        notes.push(sheetOf(workspace, report, note, claims, shownPath(report), `n${notes.length + 1}-`))
      } else {
        let list = findingsList(report)
        if (list) others.push(`<h4>${shownPath(report)}</h4>${list}`)
      }
    },
    end: summary => page(summary, notes, others, total, version)
  }
}

function page(summary: Summary, notes: string[], others: string[], total: number, version: string): string {
  let rest = others.length ? `<section aria-label="Other files"><h2>Other files</h2>${others.join('\n')}</section>` : ''
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Claims to check</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Claims to check</h1>
<p class="soft">${counted(total, 'claim')} in ${counted(notes.length, 'note')}; ${sums(summary)}. A tick says that you have checked it yourself: the verdicts compare words, and never say that a claim is true. Print the page, or save it as PDF, to keep your ticks. Provenote ${text(version)}.</p>
</header>
<main>
${notes.join('\n') || '<p>There is no claim to check.</p>'}
${rest}
</main>
<p class="done" data-of=" of ${counted(total, 'claim')} ticked"></p>
</body>
</html>
`
}

function sums({ error, warning, information, suppressed, known }: Summary): string {
  let parts = [counted(error, 'error'), counted(warning, 'warning'), counted(information, 'for information')]
  if (suppressed) parts.push(`${suppressed} suppressed`)
  if (known) parts.push(`${known} in the baseline`)
  return parts.join(', ')
}

function sheetOf(
  workspace: Workspace,
  report: FileReport,
  note: Note,
  claims: ClaimToCheck[],
  path: string,
  prefix: string
): string {
  let { lines } = report
  let sheet = { workspace, note, text: lines.text, prefix, marks: marksOf(workspace, note, lines.text) }
  let found = sorted(report, claims)
  let rows: string[] = []
  let section: number | undefined = -1
  for (let [index, claim] of claims.entries()) {
    if (claim.section !== section) {
      section = claim.section
      if (section !== undefined) rows.push(heading(note.blocks[section].text))
    }
    let line = positionAt(lines, claim.from).line + 1
    rows.push(claimRows(sheet, claim, index + 1, line, found[index]))
  }
  let rest = findingsList(found[claims.length])
  let { asOf, date, status, profile } = note.frontMatter ?? {}
  let about = [path, status, profile, asOf ? `as of ${dateWords(asOf)}` : date && dateWords(date)].filter(Boolean)
  let name = text(report.title ?? report.path)
  return `<section aria-label="${name}">
<h2>${name}</h2>
<p class="soft">${[path, ...about.slice(1).map(words => text(words!))].join(' · ')}</p>
${overview(claims, report, prefix)}
<table>
<thead><tr><th scope="col">Claim</th><th scope="col">What the note says</th><th scope="col">Source</th><th scope="col">What the source says</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${rest && `<h4>Not about one claim</h4>${rest}`}
${sourcesTable(sheet, claims)}
</section>`
}

let heading = (words: string) =>
  `<tr class="section"><th colspan="4" scope="colgroup"><h3>${text(words.replace(/^[\s>]*#+\s*|\s*#*\s*$|\{[^{}]*\}\s*$/g, ''))}</h3></th></tr>`

// How many quotations stand, and where those are that do not.
function overview(claims: ClaimToCheck[], { findings }: FileReport, prefix: string): string {
  let kinds = new Map<string, number[]>()
  for (let [index, { rests }] of claims.entries()) {
    let seen = new Map(rests.flatMap(rest => rest.quotations.map(own => [own.index, own.verdict?.kind] as const)))
    for (let kind of seen.values()) {
      let name = names[kind ?? 'unchecked']
      kinds.set(name, [...(kinds.get(name) ?? []), index + 1])
    }
  }
  let told = [...kinds].map(([name, where]) => {
    let links = [...new Set(where)].map(number => `<a href="#${prefix}${number}">${number}</a>`).join(', ')
    return `<li>${counted(where.length, 'quotation')} ${name}${name === names.exact ? '' : `: ${links}`}</li>`
  })
  return `<ul class="sums"><li>${counted(claims.length, 'claim')}</li>${told.join('')}<li>${counted(findings.length, 'finding')}</li></ul>`
}

let names: { [kind: string]: string } = {
  exact: 'as in the source',
  folded: 'as in the source',
  edited: 'as in the source',
  altered: 'altered',
  elsewhere: 'from another source',
  absent: 'not found',
  unchecked: 'not compared'
}

// What was found in each claim, and last what is about none.
function sorted({ lines, findings, suppressed, known }: FileReport, claims: ClaimToCheck[]): Found[] {
  let found = Array.from({ length: claims.length + 1 }, (): Found => ({ findings: [], suppressed: [], known: [] }))
  let of = (own: Reported) => {
    let from = offsetAt(lines, own.range.start)
    let index = firstIndex(claims.length, i => claims[i].from > from) - 1
    return found[claims[index]?.to > from ? index : claims.length]
  }
  for (let own of findings) of(own).findings.push(own)
  for (let own of suppressed) of(own).suppressed.push(own)
  for (let own of known) of(own).known.push(own)
  return found
}

function toEnd<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}
