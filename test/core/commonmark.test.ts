import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import MarkdownIt from 'markdown-it'
import { parseNote } from '../../server/core/parse'
import { random } from '../random'

// Nothing is found inside code, addresses, escapes, comments and HTML: mentions are sown into CommonMark's own examples
// and into documents made of its marks, and are looked for in what a CommonMark implementation shows as text.

let markdown = new MarkdownIt('commonmark').disable('text_join')
let key = /(?<![\p{L}\p{N}\p{M}_./@\\])@([\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*)/gu

/** The mentions in the text that `markdown-it` shows. Between two pieces of text stands what cannot be part of a key. */
function shown(text: string): string[] {
  let keys: string[] = []
  for (let block of markdown.parse(text, {})) {
    if (block.type !== 'inline') continue
    keys.push(...keysIn(block.children ?? []))
  }
  return keys.sort()
}

type Token = NonNullable<ReturnType<typeof markdown.parse>[0]['children']>[0]

function keysIn(tokens: Token[]): string[] {
  let keys: string[] = []
  let run = ''
  let address = false
  for (let token of tokens) {
    // An address in angle brackets is shown, but is no text.
    if (token.markup === 'autolink') address = token.type === 'link_open'
    if (address) continue
    let href = token.type === 'link_open' ? `${token.attrGet('href')}` : ''
    if (/^@[\w-]+$/.test(href)) keys.push(href.slice(1))
    if (token.type === 'text') run += token.content
    // An escaped `@` is text, and begins nothing.
    else if (token.type === 'text_special')
      run += token.info === 'escape' && token.content !== '@' ? `\0${token.content}` : '\0'
    else if (/^(em|strong)_/.test(token.type)) run += token.markup
    else run += '\0'
    if (token.type === 'image') keys.push(...keysIn(token.children ?? []))
  }
  for (let found of run.matchAll(key)) keys.push(found[1].replace(/_+$/, ''))
  return keys
}

function hrefs(tokens: Token[]): string[] {
  return tokens.flatMap(token => [
    ...(token.type === 'link_open' ? [`${token.attrGet('href')}`] : []),
    ...hrefs(token.children ?? [])
  ])
}

function checkSame(text: string) {
  let found = parseNote(text).mentions.map(mention => mention.key.replace(/_+$/, ''))
  assert.deepEqual(found.sort(), shown(text), JSON.stringify(text))
}

// What is read otherwise on purpose: front matter, GitHub's footnotes and bare addresses; only an inline link makes a
// mention; and an indented line after a definition, which markdown-it takes for code, cmark for the paragraph's next line; and what stands after an
// unclosed `<!--` or `<?`, where markdown-it no longer knows the other.
let isOurs = (text: string) =>
  /(?<![\s\S])---|\[\^|:\/\/|www\.|\]:\s*<?@|\]:.*\n[> ]*(?: {4}|\t)|<[!?][\s\S]*<[!?]|\(\s*&#64;/.test(text)

let marks = [
  ...'` `` ``` ~~~ \\ < > <!-- --> [ ] ( ) ]( ![ [a]( <b> </b> <i <div> </div> <x@y.z> <a:b> * ** _ # - + 1. > | === --- ? "'.split(
    ' '
  ),
  ...[
    '@k1',
    '@k2',
    '@k3',
    ' @k4 ',
    'word',
    'a_b',
    ' ',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '\n- ',
    '\n> ',
    '\n1. ',
    '\n\n    ',
    '[r]: /u\n\n',
    '[r]',
    '&amp;',
    '&#64;k5',
    '<?',
    '?>',
    '<p title="',
    '">'
  ]
]

describe('a CommonMark implementation', () => {
  it('agrees where there is text, on the examples of its specification', () => {
    let pick = random(1)
    let count = 0
    for (let example of examples()) {
      for (let round = 0; round < 12; round++) {
        let text = sow(example, pick)
        if (isOurs(text)) continue
        checkSame(text)
        count++
      }
    }
    assert(count > 6000, `${count} examples`)
  })
  it('agrees which labels make links', () => {
    let pick = random(3)
    let labels = [
      ...marks.filter(mark => !mark.includes('@')),
      '[r]: /u\n\n',
      '[r]: /u\n\n',
      '[r]',
      '[r]',
      '[R][]',
      '[a][r]',
      '[r][q]',
      '![r]',
      '[r]: /v\n'
    ]
    let count = 0
    for (let round = 0; round < 8000; round++) {
      let text = Array.from({ length: 2 + pick(12) }, () => labels[pick(labels.length)]).join('')
      // White space in brackets is no label to the specification, and one to markdown-it.
      if (isOurs(text) || /\[\s+\]/.test(text)) continue
      let found = parseNote(text).links.filter(({ label }) => label)
      let expected = hrefs(markdown.parse(text, {})).filter(href => href === '/u' || href === '/v')
      assert.deepEqual(found.map(({ destination }) => destination).sort(), expected.sort(), JSON.stringify(text))
      count += expected.length
    }
    assert(count > 400, `${count} links`)
  })
  it('agrees where there is text, on documents made of its marks', () => {
    let pick = random(2)
    for (let round = 0; round < 8000; round++) {
      let length = 2 + pick(14)
      let text = Array.from({ length }, () => marks[pick(marks.length)]).join('')
      if (!isOurs(text)) checkSame(text)
    }
  })
})

function examples(): string[] {
  let specification = readFileSync('node_modules/commonmark-spec/spec.txt', 'utf8')
  return [...specification.matchAll(/^`{32} example\n([\s\S]*?)\n?\.\n/gm)].map(found => found[1].replaceAll('→', '\t'))
}

// Put mentions in place of some words, and beside others.
function sow(example: string, pick: (below: number) => number): string {
  let n = 0
  return example.replace(/[A-Za-z]+/g, word => {
    let dice = pick(6)
    return dice === 0 ? `@k${n++}` : dice === 1 ? `${word} @k${n++}` : word
  })
}
