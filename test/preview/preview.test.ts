import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import markdownIt from 'markdown-it'
import { notePreview } from '../../client/preview'

let names = {
  actors: { arven: 'Ilse Arven', mehra: 'D. Mehra <b>' },
  sources: {
    wire: 'Strait Wire, “Ferry talks”, 12 March 2031',
    web: '<img src=x onerror=a()> [a](https://strait.example)'
  }
}

function render(text: string, path: string) {
  // As VS Code sets it up: HTML passes, addresses become links.
  let md = notePreview(() => names)(markdownIt({ html: true, linkify: true }))
  return md.renderer.render(md.parse(text, {}), md.options, { currentDocument: { path } })
}

/** Notes in, HTML out; the endnotes' frame is written short, as `--- ` before each. */
function check(text: string, expected: string, path = '/folder/a.note.md') {
  let html = render(text, path)
    .replace(/<section class="provenote-notes">\n<ol>\n/, '')
    .replace(/<\/ol>\n<\/section>\n/, '')
    .replace(/<li id="provenote-note-(\d+)">(.*)<\/li>/g, '--- $1 $2')
    .replace(/ class="provenote-(\w+)"/g, ' $1')
  assert.equal(html.trim(), expected.trim().replace(/^ +/gm, ''))
}

let arven = '<span mention title="@arven">Ilse Arven</span>'

describe('the preview shows', () => {
  it('a mention as its name', () => check("@arven's boat", `<p>${arven}'s boat</p>`))
  it('an unknown mention as it is written', () =>
    check('@nobody', '<p><span mention title="@nobody">@nobody</span></p>'))
  it('a key like one of JavaScript’s own', () =>
    check('@constructor', '<p><span mention title="@constructor">@constructor</span></p>'))
  it('other words, with their Markdown', () =>
    check('[the *minister*](@arven) said', '<p><span mention title="@arven">the <em>minister</em></span> said</p>'))
  it('a mention in bold', () => check('**@arven**s', `<p><strong>${arven}</strong>s</p>`))

  it('a citation as a number, and what it cites at the end', () =>
    check(
      'It fell.[^wire, p. 4, @arven, "down 40"]',
      `<p>It fell.<sup citation><a href="#provenote-note-1" title="wire">1</a></sup></p>
       --- 1 Strait Wire, “Ferry talks”, 12 March 2031, p. 4, Ilse Arven<span words>“down 40”</span>`
    ))
  it('the same citation under the same number', () =>
    check(
      'A [^wire]. B [^x]. C [^wire].',
      `<p>A<sup citation><a href="#provenote-note-1" title="wire">1</a></sup>. B<sup citation><a href="#provenote-note-2" title="x">2</a></sup>. C<sup citation><a href="#provenote-note-1" title="wire">1</a></sup>.</p>
       --- 1 Strait Wire, “Ferry talks”, 12 March 2031
       --- 2 <span unknown>x</span>`
    ))
  it('nothing for an ordinary footnote', () =>
    check('A [^1].\n\n[^1]: See the annex.', '<p>A [^1].</p>\n<p>[^1]: See the annex.</p>'))

  it('labels, each on a line of its own', () =>
    check(
      'Judgement: a\n**Gap:** b',
      '<p><span label>Judgement</span>: a<br>\n<strong><span label>Gap</span>:</strong> b</p>'
    ))
  it('labels of evidence', () =>
    check(
      'Judgement: a\n- For: b',
      '<p><span label>Judgement</span>: a</p>\n<ul>\n<li><span label>For</span>: b</li>\n</ul>'
    ))
  it('attributes as nothing but a place to link to', () =>
    check('Gap: a {#g1 common}\n\n## B {.x}', '<p><span label>Gap</span>: a <a id="g1"></a></p>\n<h2>B </h2>'))
  it('no front matter', () => check('---\ntitle: A\n---\n\n@arven', `<p>${arven}</p>`))
  it('no suppressions', () => {
    let html = render('<!-- provenote-ignore unsourced-fact -- why -->\nA', '/a.note.md')
    assert.equal(html.replace(/<!--.*?-->/, '').trim(), '<p>A</p>')
  })
  it('code as it is', () => check('`@arven [^wire]`', '<p><code>@arven [^wire]</code></p>'))
  it('dossiers as notes', () => check('@arven', `<p>${arven}</p>`, '/a.actor.md'))
  it('other Markdown as ever', () =>
    check('@arven [^wire] {#a}\n\nGap: a', '<p>@arven [^wire] {#a}</p>\n<p>Gap: a</p>', '/README.md'))
  it('lines under their own numbers', () => {
    let md = notePreview(() => names)(markdownIt({ html: true }))
    let seen: unknown
    md.renderer.rules.heading_open = (tokens, i) => `${(seen = tokens[i].map)}`
    md.renderer.render(md.parse('---\na: b\n---\n\nA [^wire,\np. 4] b\n\n# C', {}), md.options, {
      currentDocument: { path: '/a.note.md' }
    })
    assert.deepEqual(seen, [7, 8])
  })
})

describe('the preview escapes', () => {
  it('names and descriptions', () =>
    check(
      '@mehra [^web]',
      `<p><span mention title="@mehra">D. Mehra &lt;b&gt;</span><sup citation><a href="#provenote-note-1" title="web">1</a></sup></p>
       --- 1 &lt;img src=x onerror=a()&gt; [a](https://strait.example)`
    ))
  it('words relied on', () =>
    check(
      '[^wire, "<script>a()</script> https://strait.example"]',
      `<p><sup citation><a href="#provenote-note-1" title="wire">1</a></sup></p>
       --- 1 Strait Wire, “Ferry talks”, 12 March 2031<span words>“&lt;script&gt;a()&lt;/script&gt; https://strait.example”</span>`
    ))
  it('placeholders that were in the text already', () =>
    check('@arven {\ue0000\ue001', `<p>${arven} {\ufffd0\ufffd</p>`))
  it('everything that acts in a source', () =>
    check(
      '<script>a()</script>\n\nA <b onclick="a()">b</b> [c](https://strait.example) ![d](https://strait.example/d.png) https://strait.example',
      '<p>&lt;script&gt;a()&lt;/script&gt;\n</p>\n<p>A &lt;b onclick=&quot;a()&quot;&gt;b&lt;/b&gt; c d https://strait.example</p>',
      '/a.source.md'
    ))
})

describe('the colours of the preview', () => {
  // Others, such as those of badges and code, are meant for a background of their own, and are not seen without it in some themes.
  it('are those of text on the page', () => {
    let used = [...readFileSync('media/preview.css', 'utf8').matchAll(/--vscode-([\w-]+)/g)].map(found => found[1])
    assert.deepEqual([...new Set(used)].sort(), [
      'descriptionForeground',
      'textLink-foreground',
      'textSeparator-foreground'
    ])
  })
})
