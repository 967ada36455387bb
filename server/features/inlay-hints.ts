import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types'
import { likelihoodIn, overlaps, type Source, type Workspace } from '../core'
import { toOffset, toPosition } from './convert'
import { dateWords, sourceLine } from './words/describe'
import { plain } from './words/escape'

/**
 * What stands behind words of an open note without being written there: after a citation the source's short name, date and reliability;
 * after a likelihood term its band in per cent. Each as the options say. Labels are plain text, whatever a source is called.
 */
export function inlayHint(workspace: Workspace, path: string, range: Range): InlayHint[] | undefined {
  let text = workspace.texts.get(path)
  let note = workspace.note(path)
  if (text === undefined || !note) return undefined
  let lines = workspace.lines(path)
  let { hints } = workspace.optionsFor(path)
  let within = { from: toOffset(text, lines, range.start), to: toOffset(text, lines, range.end) }
  let found: InlayHint[] = []
  let add = (at: number, label: string, data: HintData) =>
    found.push({ position: toPosition(lines, at), label, kind: InlayHintKind.Type, paddingLeft: true, data })
  if (hints.citations)
    for (let { key, ...span } of note.citations) {
      let source = overlaps(span, within) ? workspace.source(key) : undefined
      if (source) add(span.to, shortName(source), { source: key })
    }
  if (hints.likelihood)
    for (let { term, scale, ...span } of likelihoodIn(workspace, path, note))
      if (overlaps(span, within)) add(span.to, term.band, { term: term.term, standard: scale.standard })
  return found
}

/** What a hint is about; the client sends it back when somebody rests on it. */
interface HintData {
  source?: string
  term?: string
  standard?: string
}

/** The words shown when somebody rests on a hint: the source in full, or whose band it is. */
export function inlayHintResolve(workspace: Workspace, hint: InlayHint): InlayHint {
  let { source: key, term, standard } = (hint.data ?? {}) as HintData
  let source = key === undefined ? undefined : workspace.source(key)
  if (source) {
    let { reliability, reliabilityNote } = source
    let why = reliability && `Reliability ${reliability}${reliabilityNote ? `: ${reliabilityNote}` : ''}`
    return {
      ...hint,
      tooltip: [sourceLine(source), why]
        .filter(Boolean)
        .map(words => plain(words!))
        .join('\n')
    }
  }
  return term === undefined ? hint : { ...hint, tooltip: `“${term}” in ${standard}` }
}

let longest = 32

// Where it appeared, else who wrote it, else its title: as a reader would call it.
function shortName({ containerTitle, publisher, author, title, key, issued, eventDate, reliability }: Source): string {
  let name = plain(containerTitle ?? author[0] ?? publisher ?? title ?? key)
  if (name.length > longest) name = `${name.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
  let date = issued ?? eventDate
  return [name, date && plain(dateWords(date)), reliability].filter(Boolean).join(' · ')
}
