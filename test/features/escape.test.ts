import assert from 'node:assert'
import fc from 'fast-check'
import markdownIt from 'markdown-it'
import { escaped, plain } from '../../server/features/words/escape'

// At its most permissive: HTML passes, bare addresses become links, tables and struck words are known.
let md = markdownIt({ html: true, linkify: true })

/** Rendered anywhere in a card, the escaped words are those words, and nothing else. */
function check(words: string) {
  let shown = plain(words)
  if (shown === '') return
  for (let [before, after] of [
    ['', ''],
    ['> ', ''],
    ['**Title**  \n', ''],
    ['> ', '  \n> — where'],
    ['| a |\n|---|\n', '']
  ]) {
    let html = md.render(before + escaped(words) + after)
    let text = html
      .replace(/^(<blockquote>\n|<p>|<strong>Title<\/strong><br>\n|<table>\n<thead>\n.*?<td>)*/s, '')
      .replace(/(<br>\n— where)?<\/p>\n(<\/blockquote>\n)?$/, '')
      .replace(/<\/td>\n<\/tr>\n<\/tbody>\n<\/table>\n$/, '')
    assert.equal(entities(text), shown, `${JSON.stringify(words)} after ${JSON.stringify(before)}:\n${html}`)
  }
}

let entities = (html: string) =>
  html.replace(/&(lt|gt|amp|quot);/g, (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name as 'lt'])

let nasty = [
  '[x](command:workbench.action.quit)',
  '![x](http://strait.example/a.png)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<!-- hidden --> shown',
  '<https://strait.example>',
  'https://strait.example/a?b=c#d',
  'HTTPS://STRAIT.EXAMPLE',
  'ftp://strait.example',
  'www.strait.example',
  'www.strait.com and strait.com/a',
  'write to desk@strait.example now',
  'mailto:desk@strait.example',
  'command:workbench.action.quit',
  '`code` and ``more``',
  '**bold** _italics_ ~~struck~~ ==marked==',
  '# heading',
  '> quoted',
  '- item',
  '+ item',
  '1. item',
  '2) item',
  '| a | b |\n|---|---|\n| c | d |',
  'a\n---\nb',
  'a\n===\nb',
  '---',
  '```js\nx\n```',
  '    indented',
  '$(alert) $(sync~spin)',
  '&lt;b&gt; &amp; &#64; &copy;',
  '[^wire] [ref]: https://strait.example',
  '[x][y] [x]',
  'H^2^ and H~2~O, $x$ and $$y$$',
  'back\\slash \\*not\\* \\<b\\>',
  'line one  \nline two\\\nline three',
  ':smile: @arven {#id} {.class}',
  '\u202egnp.exe \u200bzero \u0000null',
  '<a href="javascript:alert(1)">x</a>',
  '“plain” – words… 50% & more'
]

describe('words from sources and records, in Markdown', () => {
  for (let words of nasty) it(`shows as it is: ${JSON.stringify(words)}`, () => check(words))

  it('shows as it is, whatever is put together', () => {
    let piece = fc.oneof(
      fc.constantFrom(...nasty, ...'[]()<>!`*_~#-+.:/@&$|\\"\'{}^= \n'),
      fc.string({ unit: 'binary' })
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => check(pieces.join(''))),
      { seed: 20310314, numRuns: 300 }
    )
  })
})
