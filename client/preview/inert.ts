import type { Token } from 'markdown-it'

/**
 * A source's captured text, with nothing in it that acts: HTML is shown as it is written, a link is its words, and a picture
 * is its description. What was captured may be anybody's.
 */
export function inert(tokens: Token[], escapeHtml: (text: string) => string): Token[] {
  return tokens
    .filter(token => token.type !== 'link_open' && token.type !== 'link_close')
    .map(token => {
      if (token.type === 'html_block') return changed(token, { content: `<p>${escapeHtml(token.content)}</p>\n` })
      if (token.type === 'html_inline') return changed(token, { content: escapeHtml(token.content) })
      if (token.type === 'image') return changed(token, { type: 'text', tag: '' })
      return token.children ? changed(token, { children: inert(token.children, escapeHtml) }) : token
    })
}

/** A copy: VS Code keeps the tokens and renders them again. */
function changed(token: Token, fields: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, fields)
}
