import type { MarkdownIt, StateInline } from 'markdown-it'
import type { NamesResult } from '../../server/lsp/protocol'
import { nameOf } from './endnotes'
import { closing, type Item, opening } from './rewrite'

/** Reads the placeholders of a rewritten note, and shows the items they stand for. Does nothing in other Markdown. */
export function addItems(md: MarkdownIt, names: () => NamesResult) {
  let { escapeHtml } = md.utils
  md.inline.ruler.before('escape', 'provenote', readItem)

  md.renderer.rules.provenote = (tokens, i) => {
    let item = tokens[i].meta as unknown as Item
    switch (item.type) {
      case 'mention':
        return `${mentionStart(item.key)}${escapeHtml(nameOf(names().actors, item.key) ?? `@${item.key}`)}</span>`
      case 'words':
        return mentionStart(item.key)
      case 'close':
        return '</span>'
      case 'citation': {
        let { number, key } = item.endnote
        return `<sup class="provenote-citation"><a href="#provenote-note-${number}" title="${escapeHtml(key)}">${number}</a></sup>`
      }
      case 'label':
        return `<span class="provenote-label">${escapeHtml(item.label)}</span>`
      case 'attributes':
        return item.id ? `<a id="${escapeHtml(item.id)}"></a>` : ''
    }
  }
  let mentionStart = (key: string) => `<span class="provenote-mention" title="${escapeHtml(`@${key}`)}">`
}

function readItem(state: StateInline, silent: boolean) {
  let items = state.env?.provenote as Item[] | undefined
  if (!items || !state.src.startsWith(opening, state.pos)) return false
  let end = state.src.indexOf(closing, state.pos) + 1
  let item = items[Number.parseInt(state.src.slice(state.pos + opening.length, end), 10)]
  if (!item || end > state.posMax) return false
  if (item.type === 'words') return readWords(state, silent, item, end)
  if (!silent) push(state, item)
  state.pos = end
  return true
}

/** As markdown-it reads a link's words: whatever stands between is inline Markdown of its own. */
function readWords(state: StateInline, silent: boolean, item: Item & { type: 'words' }, from: number) {
  let to = state.src.indexOf(`${opening}${item.close}`, from)
  if (to < 0 || to > state.posMax) return false
  let end = state.src.indexOf(closing, to) + 1
  if (!silent) {
    let { posMax } = state
    push(state, item)
    state.pos = from
    state.posMax = to
    state.md.inline.tokenize(state)
    state.posMax = posMax
    push(state, { type: 'close' })
  }
  state.pos = end
  return true
}

function push(state: StateInline, item: Item) {
  if (item.type === 'label') beginLine(state)
  let token = state.push('provenote', '', 0)
  token.meta = item
  // What a heading's anchor is made of.
  if (item.type === 'mention') {
    let text = new state.Token('text', '', 0)
    text.content = item.key
    token.children = [text]
  }
}

/** In the language a label begins a paragraph; for Markdown it may stand in the middle of one. */
function beginLine(state: StateInline) {
  let last = state.tokens.length - 1
  while (state.tokens[last]?.type === 'text' && /^[*_]*$/.test(state.tokens[last].content)) last--
  if (!state.pending && state.tokens[last]?.type === 'softbreak') state.tokens[last].type = 'hardbreak'
}
