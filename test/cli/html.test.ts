import assert from 'node:assert'
import pico from 'picocolors'
import { type CheckArguments, readArguments } from '../../server/cli/arguments'
import { check, open } from '../../server/cli/check'
import { htmlPrinter } from '../../server/cli/print/html'
import type { FileReport } from '../../server/cli/report'
import { folder, removeFolders } from './command'

let wire =
  '---\ntitle: Ferry talks\nauthor: Ilse Bransome\nissued: 2031-03-12\nreliability: B\n---\n\n<!-- p. 4 -->\nThe minister said the boats will sail in May. Nine hulls lie idle at the western pier.\n'

/** The page about these files. */
async function report(files: { [path: string]: string }): Promise<string> {
  let root = folder(files)
  let asked = readArguments(['check', '--format', 'html', root]) as CheckArguments
  let progress = { show() {}, clear() {} }
  let opened = await open(asked, root, '2031-03-14', progress)
  let style = { colors: pico.createColors(false), width: 100, shown: (path: string) => path }
  let printer = htmlPrinter({ style, hints: false, failOn: 'error', version: '1.0.0', pageOf: () => '' })
  let onFile = (file: FileReport, path: string) => printer.file(file, { workspace: opened.loaded.workspace, path })
  let out = printer.end(check(opened, { progress, hasPrints: false, hasText: true, onFile }))
  checkInert(out)
  return out
}

/** The rows of the first table, a line each: what is read of it, cells parted by ` | `, headings and tags left out. */
async function checkClaims(note: string, expected: string[]) {
  let page = await report({ 'a.note.md': note, 'wire.source.md': wire })
  let [body] = /<tbody>[\s\S]*?<\/tbody>/.exec(page) ?? ['']
  let rows = body.match(/<tr(?: id="[^"]*")?>[\s\S]*?<\/tr>/g) ?? []
  let read = (row: string) =>
    row
      .replace(/<\/t[hd]>\s*<t[hd]/g, ' | <td')
      .replace(/<(?:br|p|\/p|\/?blockquote|footer|small|ul|li)(?: [^>]*)?>/g, ' ')
      .replace(/<mark[^>]*>/g, '[')
      .replace(/<\/mark>/g, ']')
      .replace(/<del>([^<]*)<\/del>/g, '-$1-')
      .replace(/<ins>([^<]*)<\/ins>/g, '+$1+')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  assert.deepEqual(rows.map(read), expected)
}

// No element, attribute or address but the page's own; nothing that loads, runs or leads away.
function checkInert(page: string) {
  let allowed =
    /^(?:html|head|meta|title|style|body|header|main|section|footer|h[1-4]|p|ul|li|a|table|thead|tbody|tr|th|td|label|input|span|small|b|br|code|sup|mark|blockquote|ins|del|q)$/
  let attributes =
    /^(?:lang|dir|charset|http-equiv|content|name|class|id|scope|colspan|rowspan|type|aria-label|href|data-of)$/
  let rest = page
    .replace(/^<!doctype html>/, '')
    .replace(/<style>[\s\S]*?<\/style>/, style => {
      assert.doesNotMatch(style.slice(7, -8), /url\(|@import|</)
      return ''
    })
    .replace(/<\/?([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g, (_, name: string, given: string) => {
      assert.match(name, allowed)
      for (let [, attribute, value] of given.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
        assert.match(attribute, attributes)
        if (attribute === 'href') assert.match(value, /^#n\d+-\d+$/)
      }
      return ''
    })
  assert.doesNotMatch(rest, /[<>]/)
  assert.doesNotMatch(rest, /(?![\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
  assert.match(
    page,
    /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/
  )
}

let source = 'Ferry talks Ilse Bransome · 12 March 2031 Reliability B wire'

describe('the report for fact-checkers', () => {
  after(removeFolders)

  it('shows each claim beside its source, the passage there and the verdict', () =>
    checkClaims('He said “the boats will sail in May” [^wire, p. 4]. All was well.\n', [
      `Claim 1 | He said [“the boats will sail in May”] [wire]. line 1 | ${source} Cited: p. 4 | The minister said [the boats will sail in May]. p. 4 ✓ The source holds these words, character by character.`
    ]))
  it('shows what differs', () =>
    checkClaims('He said “the boats will not sail in May” [^wire].\n', [
      `Claim 1 | He said [“the boats will not sail in May”] [wire]. line 1 error The source has “will sail”, the note “will not sail”. quote-altered | ${source} | The minister said [the boats will sail in May]. p. 4 ✗ The source says it differently: the boats will -not- sail in May`
    ]))
  it('offers the nearest passage of the source where nothing is quoted, as no verdict', () =>
    checkClaims('Nine hulls are idle [^wire].\n', [
      `Claim 1 | Nine hulls are idle [wire]. line 1 | ${source} | Nine hulls lie idle at the western pier. p. 4 ? Nothing is quoted. This passage is the nearest to the claim; whether it supports it is for you to say. It shares: Nine, hulls, idle.`
    ]))
  it('shows statements with their items, one row a source', () =>
    checkClaims(
      '# Key judgements\n\nJudgement: The boats sail. {#kj1}\n- For: so it is said [^wire][^gone].\n- If wrong: nobody sails.\n',
      [
        'Claim 1 | Key Judgement The boats sail. line 3 | Rests on the items under it.',
        `Claim 2 | For so it is said [wire] [gone]. line 4 error No source has the key gone. unknown-source | ${source} | The minister said the boats will sail in May. Nine hulls lie idle at the western pier. p. 4 ? Nothing is quoted, and no passage is near to the claim. This is how the text begins.`,
        'gone No source has this key. |',
        'Claim 3 | If wrong nobody sails. line 5 | The writer’s own; no source is asked for.'
      ]
    ))
  it('shows block quotes whole, and quotations from no source', () =>
    checkClaims(
      '> The minister said *the boats*\n> will sail in May. Nine hulls lie idle. [^wire]\n\nThey said “nothing at all will come of it”.\n',
      [
        `Claim 1 | [The minister said the boats will sail in May. Nine hulls lie idle. [wire]] line 1 | ${source} | [The minister said the boats will sail in May. Nine hulls lie idle] at the western pier. p. 4 ✓ The source holds these words; only typography differs: Markdown’s marks, the stop at the end.`,
        'Claim 2 | They said [“nothing at all will come of it”]. line 4 warning These words are quoted from no source. unsourced-quotation | Quoted from no source.'
      ]
    ))
  it('lists suppressions with their reason, what is known, and what is about no claim', async () => {
    let page = await report({
      'a.note.md':
        '---\nstatus: fnal\n---\n\n<!-- provenote-ignore unknown-source -- it is in the post -->\nAs was said [^gone].\n',
      'actors.yaml': 'a: {name: A, wikidataId: x}\n'
    })
    assert.match(
      page,
      /<li class="let"><b>error<\/b> No source has the key <code>gone<\/code>\. <code>unknown-source<\/code> – suppressed: it is in the post<\/li>/
    )
    assert.match(
      page,
      /<h4>Not about one claim<\/h4><ul class="findings"><li class="warning"><b>warning<\/b> .*<code>syntax<\/code>/
    )
    assert.match(page, /<h2>Other files<\/h2><h4>actors\.yaml<\/h4><ul class="findings">/)
  })
  it('keeps hostile text text', async () => {
    let evil = `<script>alert(1)</script><img src=x onerror=alert(1)>"' onclick="x" </td></table></style> javascript:alert(1) \u202egnp\u001b[31m &lt; {{x}}`
    let yaml = JSON.stringify(evil)
    let page = await report({
      'evil.source.md': `---\ntitle: ${yaml}\nauthor: [${yaml}]\npublisher: ${yaml}\nURL: "javascript:alert(1)//<b>"\nreliability-note: ${yaml}\nspeakers: {"<b>Eve</b>": eve}\n---\n\n<!-- p. <b>4 -->\n<b>Eve</b>: The boats ${evil} will sail in May. Ten <b>hulls</b> lie idle ${evil}.\n`,
      'actors.yaml': `eve: {name: ${yaml}}\n`,
      'a <b>&".note.md': `---\ntitle: ${yaml}\nprofile: ${yaml}\n---\n\n# ${evil}\n\n@eve said “the boats ${evil} will sail in June” [^evil, p. 4, @eve]. [${evil}](@eve) has ten hulls idle [^evil][^<b>].\n\n<!-- provenote-ignore unknown-source -- ${evil} -->\nSo [^gone].\n`
    })
    assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
    assert.match(page, /javascript:alert\(1\)\/\/&lt;b&gt;/)
    assert.match(page, /a &lt;b&gt;&amp;&quot;\.note\.md/)
  })
  it('says in which language a passage is', async () => {
    let page = await report({
      'a.note.md': 'He said “лодки пойдут в мае” [^a] and “nothing more than that” [^b].\n',
      'a.source.md': '---\ntitle: A\nlanguage: ru\n---\n\nлодки пойдут в мае\n',
      'b.source.md': '---\ntitle: B\nlanguage: x" onclick="y\n---\n\nnothing more than that\n'
    })
    assert.match(page, /<blockquote dir="auto" lang="ru"><mark class="good">лодки/)
    assert.match(page, /<blockquote dir="auto"><mark class="good">nothing/)
  })
  it('says that there is nothing to check', async () =>
    assert.match(await report({ 'a.note.md': 'Nothing.\n' }), /<main>\n<p>There is no claim to check\.<\/p>/))
})
