import { type ClaimToCheck, reliabilities } from '../../../core'
import { dateWords, sourceTitle } from '../../../features/words/describe'
import { aboutSource, type Sheet } from './claim'
import { text } from './text'

/** The sources a note cites, by key, each with what its record says and the claims that cite it. */
export function sourcesTable({ note, workspace, prefix }: Sheet, claims: ClaimToCheck[]): string {
  let citing = new Map<string, number[]>()
  for (let [index, { rests }] of claims.entries()) {
    for (let key of new Set(rests.map(rest => note.citations[rest.citation].key)))
      citing.set(key, [...(citing.get(key) ?? []), index + 1])
  }
  let rows = [...citing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, numbers]) => {
      let source = workspace.source(key)
      let links = numbers.map(number => `<a href="#${prefix}${number}">${number}</a>`).join(', ')
      if (!source) return row(key, '<span class="bad">No source has this key.</span>', '', links)
      let lines = [
        `<b>${text(sourceTitle(source))}</b>`,
        aboutSource(source),
        source.url && `<span class="address">${text(source.url)}</span>`,
        source.accessed && `Accessed ${text(dateWords(source.accessed))}`,
        source.tlp && text(source.tlp),
        source.origin && `Rests on ${text(source.origin)}`
      ]
      return row(key, lines.filter(Boolean).join('<br>'), rated(source.reliability, source.reliabilityNote), links)
    })
  if (rows.length === 0) return ''
  return `<h4>Sources</h4>
<table>
<thead><tr><th scope="col">Key</th><th scope="col">Source</th><th scope="col">Reliability</th><th scope="col">Claims</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function row(key: string, about: string, rating: string, links: string): string {
  return `<tr><th scope="row"><code>${text(key)}</code></th><td>${about}</td><td>${rating}</td><td>${links}</td></tr>`
}

function rated(reliability = '', note: string | undefined): string {
  let grade = Object.hasOwn(reliabilities, reliability) ? reliabilities[reliability as keyof typeof reliabilities] : ''
  let letter = [reliability && text(reliability), grade.toLowerCase().replace('.', '')].filter(Boolean).join(', ')
  return [letter && `<b>${letter}</b>`, note && text(note)].filter(Boolean).join('<br>') || 'Not rated'
}
