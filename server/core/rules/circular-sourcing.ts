import { short } from '../fixes/run'
import type { Citation } from '../model'
import { originOf } from '../origin'
import { copiedText } from '../shared-text'
import type { Workspace } from '../workspace'
import type { Flag, Rule } from './rule'

/** Several sources behind one sentence or statement, and one origin behind the sources: they count as one. */
export let rule: Rule = {
  id: 'circular-sourcing',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 206; AJP-2.1',
  *note({ note, workspace, path }) {
    let groups = new Map<string, Citation[]>()
    for (let citation of note.citations) {
      let { statement, footnote } = note.blocks[citation.block]
      if (footnote !== undefined) continue
      let own = statement === undefined ? undefined : note.statements[statement]
      // The items for and against something are weighed together, each of the others alone.
      let id =
        own === undefined
          ? `s${citation.sentence}`
          : own.label === 'For' && own.parent !== undefined
            ? `f${own.parent}`
            : `i${statement}`
      let group = groups.get(id)
      if (group) group.push(citation)
      else groups.set(id, [citation])
    }
    for (let citations of groups.values()) {
      if (citations.length < 2) continue
      let first = new Map<string, Citation>()
      for (let citation of citations) {
        let { key, keySpan } = citation
        if (!workspace.source(key)) continue
        let origin = originOf(workspace, key)
        let earlier = first.get(origin)
        if (!earlier) first.set(origin, citation)
        else if (earlier.key !== key) {
          let why =
            origin === key || origin === earlier.key
              ? `${key === origin ? earlier.key : key} rests on ${origin}`
              : `both rest on ${origin}`
          yield {
            from: keySpan.from,
            to: keySpan.to,
            inferred: true,
            message: `${key} and ${earlier.key} have one origin and count as one source: ${why}.`,
            related: [
              { path, from: earlier.keySpan.from, to: earlier.keySpan.to, message: `${earlier.key} is cited here.` }
            ]
          }
        }
      }
      yield* sameTexts(workspace, [...first.values()])
    }
  }
}

let mostCompared = 8

// Of sources whose records give different origins: those that one could have copied from the other.
function* sameTexts(workspace: Workspace, citations: Citation[]): Iterable<Flag> {
  let compared = citations.slice(0, mostCompared).flatMap(({ key, keySpan }) => {
    let own = workspace.captured(key)
    return own ? [{ key, keySpan, own }] : []
  })
  for (let [index, { key, keySpan, own }] of compared.entries()) {
    for (let earlier of compared.slice(0, index)) {
      let shared = copiedText(workspace, own, earlier.own)
      if (!shared) continue
      let { length } = shared.passages
      let said = `${shared.words + shared.quoted} words in ${length === 1 ? 'one passage' : `${length} passages`}`
      yield {
        ...keySpan,
        inferred: true,
        message: `${key} and ${earlier.key} share ${said} and may have one origin: “${short(shared.passages[0].words, 80)}”.`,
        related: shared.passages
          .slice(0, 3)
          .map(({ from, to, words }) => ({ path: own.source.path, from, to, message: `Both: “${short(words, 120)}”` }))
      }
      break
    }
  }
}
