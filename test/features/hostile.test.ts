import assert from 'node:assert'
import fc from 'fast-check'
import markdownIt from 'markdown-it'
import type { MarkupContent } from 'vscode-languageserver-types'
import { hover } from '../../server/features/hover'
import { type Format, markdown, plaintext, trusted } from '../../server/features/words/format'
import { done, world } from './support'

// At its most permissive: HTML passes, bare addresses become links, any address is allowed.
let md = markdownIt({ html: true, linkify: true })
md.validateLink = () => true

let hostile = [
  '[x](command:workbench.action.quit)',
  '](command:provenote.goToCitedPassage?%5B%5D)',
  '[y](command:provenote.copyCitedPassage?%5B%7B%7D%5D)',
  '![x](https://strait.example/a.png)',
  '<img src=x onerror=alert(1)>',
  '<span style="color:var(--vscode-errorForeground);">x</span>',
  '</span><a href="command:x">x</a>',
  '<https://strait.example>',
  'https://strait.example/a?b=c#d www.strait.example desk@strait.example',
  '$(alert) $(sync~spin)',
  '$x$ and $$y$$',
  '| a | b |\n|---|---|\n| c | d |',
  '`code` ``` ~~~',
  '&lt;b&gt; &#91;x&#93;&#40;command:x&#41;',
  '\u202egnp.exe \u2066x\u2069',
  'w'.repeat(400),
  'one\n\ntwo\r\nthree',
  '---',
  '# heading',
  '> quoted',
  '[ref]: https://strait.example',
  '<!-- p. 2 -->',
  '**bold _italic ~~struck',
  '"]} \\"'
]

/** A note that quotes from a source of the words; the pointer rests on the citation, or on the quotation. */
function cards(title: string, before: string, after: string, quoted: string, speaker: string) {
  let yaml = JSON.stringify
  let source = `---\ntitle: ${yaml(title)}\nauthor: [${yaml(title)}]\nreliability: B\nreliability-note: ${yaml(after)}\nspeakers: {${yaml(speaker)}: t}\n---\n${before}\n\nThe talks ${before} were over at last ${after} said Tolén.\n\n${after}\n`
  let files = `\n=== /actors.yaml\nt:\n  schema: Person\n  name: ${yaml(title)}\n=== /a.source.md\n${source.replace(/^===/gm, '')}`
  return [`“${quoted}<|>” [^a].`, `“${quoted}” [^a<|>].`, `“${quoted}” [^a, @t<|>].`].map(note => note + files)
}

/** Opened and closed links, images and HTML of a card, and the text it shows. */
function rendered(card: string) {
  let acting: string[] = []
  let text = ''
  for (let token of md.parse(card, {}).flatMap(token => [token, ...(token.children ?? [])])) {
    if (token.type === 'link_open') acting.push(`link ${token.attrGet('href')}`)
    if (/^(image|html_block)$/.test(token.type)) acting.push(`${token.type} ${token.content}`)
    if (token.type === 'html_inline') acting.push(token.content)
    if (/^(text|code_inline|fence|code_block)$/.test(token.type)) text += token.content
    if (/^(fence|code|table|heading|bullet|ordered)/.test(token.type)) acting.push(token.type)
  }
  return { acting, text }
}

// Position and key of what the card is about, percent-encoded: letters, digits and percent signs only.
let ours = [
  /^link command:provenote\.(?:goToCitedPassage|copyCitedPassage)\?[A-Za-z0-9%]+$/,
  /^<span style="color:var\(--vscode-(?:input-placeholderForeground|charts-green|gitDecoration-addedResourceForeground|errorForeground|editorWarning-foreground)\);">$/,
  /^<\/span>$/
]

function check(note: string, format: Format) {
  let { workspace, path, offset } = world(note)
  let found = done(hover(workspace, path, offset, format))
  if (!found) return
  let { kind, value } = found.contents as MarkupContent
  assert.equal(kind, format.kind)
  assert.doesNotMatch(value, /[\u202a-\u202e\u2066-\u2069]/)
  if (kind === 'plaintext') return assert.doesNotMatch(value, /command:provenote\.\w+\?%5B%7B%22uri/)
  let { acting, text } = rendered(value)
  let foreign = acting.filter(own => !ours.some(pattern => pattern.test(own)))
  assert.deepEqual(format.command ? foreign : acting, [], value)
  let links = acting.filter(own => own.startsWith('link'))
  for (let [index, label] of ['Open', 'Copy'].entries()) if (links[index]) assert.ok(text.includes(`${label} `))
  assert.ok(links.length <= 2, value)
  for (let link of links) {
    // What VS Code makes of it, which decodes a command's query once or twice.
    let query = decodeURIComponent(link.slice(link.indexOf('?') + 1))
    for (let json of [query, decodeURIComponent(query)]) {
      let [place, ...more] = JSON.parse(json)
      assert.deepEqual([more, Object.keys(place), place.uri], [[], ['uri', 'position', 'source'], 'file:///a.note.md'])
    }
  }
}

describe('hostile words on the card of a quotation', () => {
  let quotations = [
    'were over at last',
    'were never over at last',
    'nothing like that anywhere',
    'The talks [...] at last'
  ]
  for (let words of hostile)
    it(`do nothing: ${JSON.stringify(words.slice(0, 60))}`, () => {
      for (let quoted of [...quotations, words.replace(/[\n\r]+/g, ' ')])
        for (let note of cards(words, words, words, quoted, words.slice(0, 60)))
          for (let format of [markdown, trusted, plaintext]) check(note, format)
    })

  it('do nothing, whatever is put together', () => {
    let piece = fc.oneof(
      fc.constantFrom(...hostile, ...'[]()<>!`*_~#-+.:/@&$|\\"\'{}^= \n'),
      fc.string({ unit: 'binary', maxLength: 12 })
    )
    let words = fc.array(piece, { maxLength: 5 }).map(pieces => pieces.join('').replace(/<\||\|>/g, ''))
    fc.assert(
      fc.property(words, words, words, fc.constantFrom(...quotations), (title, before, after, quoted) => {
        for (let note of cards(title, before, after, quoted, 'Tolén'))
          for (let format of [markdown, trusted]) check(note, format)
      }),
      { seed: 20310314, numRuns: 25 }
    )
  })

  it('are cut where they are long, so that the card stays short', () => {
    let long = 'word '.repeat(2000)
    for (let note of cards('A title', long, long, 'were over at last', 'Tolén')) {
      let { workspace, path, offset } = world(note)
      let { value } = done(hover(workspace, path, offset, trusted))!.contents as MarkupContent
      if (note.includes('@t<|>')) continue
      assert.ok(value.length < 2500, `${value.length} characters`)
      assert.match(value, /\[Open passage\].*\[Copy passage\]/)
    }
  })
})
