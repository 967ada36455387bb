import { checkNote, checkScopes } from './tokens'

let actor = 'entity.name.type.actor: @arven'
let inside: { [where: string]: string } = {
  'a heading': '## On @arven {#a}',
  'a list item': '* a @arven',
  'the second line of a list item': '- a\n  b @arven',
  'a nested item': '1. a\n   - b @arven',
  'a block quote': '> > a @arven',
  'a table': '| a | b |\n|---|---|\n| c | @arven |',
  'bold and italics': '**a *@arven* b**',
  'a link’s words': '[see @arven](https://strait.example)',
  'the line after a heading': '# A\n@arven',
  'the line after a comment': '<!-- a -->\n@arven',
  'an inline element': 'a <b>@arven</b>',
  'a footnote': '[^1]: By @arven.'
}
let outside: { [where: string]: string } = {
  'front matter': '---\ntitle: @arven "a" [^b]\n---\n',
  'a code span': 'a `@arven "b" [^c]` d',
  'a fenced block': '```\n@arven\n```',
  'a fenced block of a language': '```js\nlet a = "@arven" // [^b]\n```',
  'an indented block': 'a\n\n    @arven "b"',
  'a comment': 'a <!-- @arven "b" --> c',
  'a comment of many lines': '<!--\n@arven\n\n"b" [^c]\n-->',
  'an HTML block': '<div class="@arven">\n@arven "b"\n</div>',
  'an attribute of an element': 'a <b title="@arven">c</b>',
  'a link’s address and title': '[a](https://strait.example/@arven "@arven b") <https://strait.example/@arven>',
  'a link’s definition': '[a]: https://strait.example/@arven "b @arven"',
  'an address written out': 'a https://strait.example/@arven?b=[c www.strait.example/@arven',
  'an escape': 'a \\@arven \\[^b] \\"c d\\"'
}

describe('the grammar of notes', () => {
  for (let [where, text] of Object.entries(inside))
    it(`looks into ${where}`, () => checkNote(text.replace(' {#a}', ''), actor))
  for (let [where, text] of Object.entries(outside)) it(`leaves alone ${where}`, () => checkNote(text, ''))

  let markdown: { [what: string]: [text: string, scopes: string] } = {
    'front matter as YAML': [
      '---\n<|>title: A\n---\n',
      'meta.embedded.block.frontmatter string.unquoted.plain.out.yaml entity.name.tag.yaml'
    ],
    'bold in a paragraph of two lines': ['a\n**<|>b**', 'meta.paragraph.markdown markup.bold.markdown'],
    'bold in a quotation': [
      '“a **<|>b**”',
      'meta.paragraph.markdown string.quoted.double.provenote markup.bold.markdown'
    ],
    'a heading under a line': ['Title\n<|>===', 'meta.paragraph.markdown markup.heading.setext.1.markdown'],
    'a heading after a paragraph': [
      'a\n# <|>B',
      'markup.heading.markdown heading.1.markdown entity.name.section.markdown'
    ],
    'a list after a paragraph': [
      'a\n<|>- b',
      'markup.list.unnumbered.markdown punctuation.definition.list.begin.markdown'
    ],
    'a block quote after a paragraph': [
      'a\n<|>> b',
      'markup.quote.markdown punctuation.definition.quote.begin.markdown'
    ],
    'a rule': ['a\n\n<|>* * *', 'meta.separator.markdown'],
    'a year at the start of a line': ['in\n<|>2031. Then', 'meta.paragraph.markdown'],
    'a fence after a paragraph': ['a\n```\n<|>b\n```', 'markup.fenced_code.block.markdown'],
    'an embedded language': [
      '```js\n<|>let a\n```',
      'markup.fenced_code.block.markdown meta.embedded.block.javascript meta.var.expr.js storage.type.js'
    ],
    'a link in brackets': [
      '[<|>a](b)',
      'meta.paragraph.markdown meta.link.inline.markdown string.other.link.title.markdown'
    ]
  }
  for (let [what, [text, scopes]] of Object.entries(markdown))
    it(`keeps Markdown’s ${what}`, () => checkScopes(text, scopes))
})
