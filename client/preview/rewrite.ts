import { type Citation, type Note, parseNote } from '../../server/core'

/** What the preview shows in the place of some markup. */
export type Item =
  | { type: 'mention'; key: string }
  /** `[words](@key)`: the words stay Markdown; `close` is the index of the item that stands after them. */
  | { type: 'words'; key: string; close: number }
  | { type: 'close' }
  | { type: 'citation'; endnote: Endnote }
  | { type: 'label'; label: string }
  | { type: 'attributes'; id?: string }

/** What is said once at the end of the note, however often it is cited. */
export interface Endnote {
  number: number
  key: string
  locator?: string
  speaker?: string
  words?: string
}

export interface Rewritten {
  text: string
  items: Item[]
  endnotes: Endnote[]
}

/** A placeholder begins like markup, so that emphasis around it works, and holds characters that no one writes. */
export let opening = '{\ue000'
export let closing = '\ue001'

/**
 * The note as plain Markdown, a placeholder standing for everything that is Provenote's. The language's own parser decides
 * what that is, so the preview never sees a mention where the checks see none. Lines keep their numbers: the preview
 * scrolls with the editor by them.
 */
export function rewrite(source: string): Rewritten {
  let text = source.replace(/[\ue000\ue001]/g, '\ufffd')
  let note = parseNote(text)
  let items: Item[] = []
  let endnotes = new Map<string, Endnote>()
  let edits: { from: number; to: number; newText: string }[] = []
  let put = (from: number, to: number, item: Item) => {
    let newText = `${opening}${items.push(item) - 1}${lines(text, from, to)}${closing}`
    edits.push({ from, to, newText })
  }

  for (let { from, to, key, words } of note.mentions) {
    if (words === undefined) put(from, to, { type: 'mention', key })
    else {
      put(from, from + 1, { type: 'words', key, close: items.length + 1 })
      put(from + 1 + words.length, to, { type: 'close' })
    }
  }
  for (let citation of note.citations) {
    let from = citation.from - blankBefore(text, citation.from)
    put(from, citation.to, { type: 'citation', endnote: endnoteOf(citation, note, text, endnotes) })
  }
  for (let { labelSpan } of note.statements) {
    put(labelSpan.from, labelSpan.to, { type: 'label', label: text.slice(labelSpan.from, labelSpan.to) })
  }
  for (let { from, to, id } of note.attributes) put(from, to, { type: 'attributes', id: id?.value })
  if (note.frontMatter) {
    let { from, to } = note.frontMatter
    edits.push({ from, to, newText: lines(text, from, to) })
  }
  return { text: apply(text, edits), items, endnotes: [...endnotes.values()] }
}

/** The blanks before a citation: its number stands at the word. Where a line begins with it, they are Markdown's. */
function blankBefore(text: string, at: number) {
  let line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  let blank = line.length - line.trimEnd().length
  return /^[\s>]*(?:[-*+]|\d{1,9}[.)])?$/.test(line.trimEnd()) ? 0 : blank
}

function endnoteOf(citation: Citation, note: Note, text: string, known: Map<string, Endnote>): Endnote {
  let { key, locator, speaker, words } = citation
  let endnote: Endnote = {
    number: known.size + 1,
    key,
    locator: locator && text.slice(locator.from, locator.to),
    speaker: speaker?.key,
    words: words === undefined ? undefined : note.quotations[words].words
  }
  let sameness = JSON.stringify({ ...endnote, number: 0 })
  let before = known.get(sameness)
  if (!before) known.set(sameness, endnote)
  return before ?? endnote
}

function apply(text: string, edits: { from: number; to: number; newText: string }[]) {
  let result = ''
  let at = 0
  for (let { from, to, newText } of edits.sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) continue
    result += text.slice(at, from) + newText
    at = to
  }
  return result + text.slice(at)
}

function lines(text: string, from: number, to: number) {
  return '\n'.repeat(text.slice(from, to).split('\n').length - 1)
}
