import type { MarkdownIt, Token } from 'markdown-it'
import type { NamesResult } from '../../server/lsp/protocol'
import { endnoteList } from './endnotes'
import { inert } from './inert'
import { addItems } from './items'
import { type Rewritten, rewrite } from './rewrite'

/**
 * A markdown-it plugin for VS Code's own Markdown preview. VS Code parses before it says which document it shows, and shows
 * other Markdown with the same parser. So nothing is changed while a document is parsed, only its text is remembered; when
 * it is rendered and turns out to be a note, the note is rewritten and parsed again, and rendered instead.
 */
export function notePreview(names: () => NamesResult) {
  return (md: MarkdownIt) => {
    let sources = new WeakMap<Token[], string>()
    let notes = new WeakMap<Token[], Rewritten & { tokens: Token[] }>()
    let plain = md.renderer.render

    md.core.ruler.push('provenote', state => {
      sources.set(state.tokens, state.src)
    })
    addItems(md, names)

    md.renderer.render = function (tokens, options, env) {
      let { path = '' } = (env?.currentDocument ?? {}) as { path?: string }
      let source = sources.get(tokens)
      if (/\.source\.md$/.test(path)) return plain.call(this, inert(tokens, md.utils.escapeHtml), options, env)
      if (source === undefined || !/\.(note|actor)\.md$/.test(path)) return plain.call(this, tokens, options, env)
      let note = notes.get(tokens)
      if (!note) {
        let rewritten = rewrite(source)
        note = { ...rewritten, tokens: md.parse(rewritten.text, { ...env, provenote: rewritten.items }) }
        notes.set(tokens, note)
      }
      let html = plain.call(this, note.tokens, options, env)
      return html + endnoteList(note.endnotes, names(), md.utils.escapeHtml)
    }
    return md
  }
}
