import type { NamesResult } from '../../server/lsp/protocol'
import type { Endnote } from './rewrite'

type Escape = (text: string) => string

/** A name, if the key is known. Keys are a writer's: `constructor` is one as good as another. */
export function nameOf(names: { [key: string]: string }, key: string) {
  return Object.hasOwn(names, key) ? names[key] : undefined
}

/** The list at the end of the note. Whatever comes from a source is shown as text, never as markup or a link. */
export function endnoteList(endnotes: Endnote[], names: NamesResult, escapeHtml: Escape) {
  if (!endnotes.length) return ''
  let entries = endnotes.map(each => `<li id="provenote-note-${each.number}">${entry(each, names, escapeHtml)}</li>\n`)
  return `<section class="provenote-notes">\n<ol>\n${entries.join('')}</ol>\n</section>\n`
}

function entry({ key, locator, speaker, words }: Endnote, names: NamesResult, escapeHtml: Escape) {
  let source = nameOf(names.sources, key)
  let html = source ? escapeHtml(source) : `<span class="provenote-unknown">${escapeHtml(key)}</span>`
  if (locator) html += `, ${escapeHtml(locator)}`
  if (speaker) html += `, ${escapeHtml(nameOf(names.actors, speaker) ?? `@${speaker}`)}`
  if (words) html += `<span class="provenote-words">“${escapeHtml(words)}”</span>`
  return html
}
