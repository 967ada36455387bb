import { denialStart } from '../denial'
import type { Fix, Quotation, Span } from '../model'
import { type Captured, foldedAt, negation, type Passage, readable, verify } from '../verify'
import type { Workspace } from '../workspace'
import { run, shortChanged } from './run'

let longest = 2000

/**
 * Put the source's own words in place of a quotation's. What stands in the source is only text: on one line, without its page marks and
 * comments, whatever Markdown would take for a mark escaped, quotation marks inside made single. Undefined where the
 * result would not verify.
 */
export function takeSourceWords(
  workspace: Workspace,
  path: string,
  text: string,
  quotation: Quotation,
  like: Passage
): Fix | undefined {
  let own = workspace.captured(like.source)
  let passage = own ? withDenial(own, text, quotation, like) : like
  if (!own || passage.to - passage.from > longest) return undefined
  // Of the marks before the closing one, a comma or full stop is the writer's, and any other is kept if the source has it.
  let end = /[.,!?…]*$/.exec(quotation.words.trimEnd())?.[0] ?? ''
  // A question stays one.
  let asked = /^[?!]+/.exec(own.slice(passage.to, passage.to + 3))?.[0]
  let ends = asked && /^[.,]$/.test(end) ? [asked, ''] : end ? [end, ''] : ['']
  for (let words of plainForms(own, passage)) {
    for (let candidate of ends.map(end => words + end)) {
      // In a citation a bracket would begin another one.
      if (quotation.kind === 'relied' && /[[\]]/.test(candidate)) continue
      let verdict = run(verify(workspace, candidate, [passage.source]))
      if (verdict.kind !== 'exact' && verdict.kind !== 'folded') continue
      let { from, to } = quotation.inner
      if (text.slice(from, to) === candidate) return undefined
      return {
        title: `Take the source’s words: “${shortChanged(candidate, quotation.words)}”`,
        edits: [{ path, from, to, newText: candidate }]
      }
    }
  }
  return undefined
}

// A “not” directly before the words belongs to them, unless the writer denies them in words of their own.
function withDenial(own: Captured, text: string, quotation: Quotation, passage: Passage): Passage {
  let before = text.slice(Math.max(0, quotation.from - 80), quotation.from).replace(/^[\s\S]*[.!?:\n]\s/, '')
  let from = negation.test(before) ? undefined : denialStart(own, passage.from)
  return from === undefined ? passage : { ...passage, from }
}

/**
 * The ways in which a source's words may be written in a note as plain text: the passage as it stands; without emphasis; and, where
 * links or the like stand in it, as it was compared.
 */
export function plainForms(own: Captured, passage: Span): string[] {
  let written = readable(own.text().slice(passage.from, passage.to)).replace(/<!--[\s\S]*?-->/g, ' ')
  let folded = own.folded()
  let compared = folded.text.slice(foldedAt(folded, passage.from), foldedAt(folded, passage.to))
  // Folding has made all marks single and straight.
  let typeset = compared.replace(/(?<=^|[\s([])'/g, '‘').replaceAll("'", '’')
  return [written, written.replace(/[*_~]+/g, ''), typeset].map(asText)
}

// What Markdown or our markup would take for a mark where it stands: not the line in `a_b` or the at sign of an address.
let marks =
  /[\\`*[\]<{|]|~(?=~)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}_./])@(?=[\p{L}\p{N}])/gu

function asText(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=^|[\s([{—–-])["“”„«»]/g, '‘')
    .replace(/["“”„«»]/g, '’')
    .replace(marks, mark => `\\${mark}`)
}
