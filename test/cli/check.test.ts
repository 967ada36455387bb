import assert from 'node:assert'
import { folder, provenote, removeFolders } from './command'

let source =
  '---\ntitle: Ferry talks\nissued: 2031-03-12\nauthor: Ilse Brask\n---\nThe minister said the boats will sail in May.\n'
let good = 'He said “the boats will sail in May” [^wire].\n'
let altered = 'He said “the boats will not sail in May” [^wire].\n'
let uncited = '---\nstatus: draft\n---\n\nHe said “the boats will sail in May”.\n'

async function json(cwd: string, ...args: string[]) {
  let ran = await provenote(cwd, ['check', '--format', 'json', ...args])
  return { ...ran, ...JSON.parse(ran.out) }
}

// `path rule severity line:column-line:column`, a line each.
async function checkFindings(files: { [path: string]: string | Uint8Array }, expected: string[], ...args: string[]) {
  let { findings } = await json(folder(files), ...args)
  assert.deepEqual(findings.map(brief), expected)
}

function brief({ path, rule, severity, range: { start, end } }: Found): string {
  return `${path} ${rule} ${severity} ${start.line}:${start.character}-${end.line}:${end.character}`
}

interface Found {
  path: string
  rule: string
  severity: string
  range: { start: { line: number; character: number }; end: { line: number; character: number } }
}

describe('provenote check', () => {
  after(removeFolders)

  it('ends with 0 when nothing is found, in one line', async () => {
    let ran = await provenote(folder({ 'a.note.md': good, 'wire.source.md': source }), ['check'])
    assert.deepEqual(ran, { code: 0, out: '✓ 2 files checked, nothing found.\n', err: '' })
  })
  it('ends with 1 when something is found, and shows where', async () => {
    let ran = await provenote(folder({ 'a.note.md': altered, 'wire.source.md': source }), ['check'])
    assert.equal(ran.code, 1)
    assert.equal(ran.err, '')
    assert.match(ran.out, /^a\.note\.md {2}draft\n\na\.note\.md:1:\d+ error quote-altered: /)
    assert.match(ran.out, /\n 1 │ He said “the boats will not sail in May” \[\^wire\]\.\n {3}│ +\^+\n/)
    assert.match(ran.out, /in wire\.source\.md:6:19\n/)
    assert.match(ran.out, /\n1 error in 2 files\.\n$/)
  })
  it('fails on what it is told to fail on', async () => {
    let root = folder({ 'a.note.md': uncited, 'wire.source.md': source })
    assert.equal((await provenote(root, ['check'])).code, 0)
    assert.equal((await provenote(root, ['check', '--fail-on', 'warning'])).code, 1)
    assert.equal((await provenote(root, ['check', '--publish'])).code, 1)
    assert.equal((await provenote(root, ['check', '--rule', 'unsourced-quotation=error'])).code, 1)
    let off = ['--rule', 'unsourced-quotation=off', '--fail-on=information']
    assert.equal((await provenote(root, ['check', '--publish', ...off])).code, 0)
  })
  it('prints JSON with all of a finding, places in other files included', async () => {
    let ran = await json(folder({ 'notes/a.note.md': altered, 'wire.source.md': source }))
    assert.equal(ran.code, 1)
    let { findings, version, summary } = ran
    assert.deepEqual(
      { version, summary },
      {
        version: 1,
        summary: { files: 2, error: 1, warning: 0, information: 0, hint: 0, suppressed: 0 }
      }
    )
    assert.equal(findings.length, 1)
    let [{ message, related, fixes, fingerprint, ...rest }] = findings
    assert.deepEqual(rest, {
      path: 'notes/a.note.md',
      rule: 'quote-altered',
      severity: 'error',
      range: { start: { line: 0, character: 24 }, end: { line: 0, character: 27 } }
    })
    assert.equal(typeof message, 'string')
    assert.match(fingerprint, /^[0-9a-f]{16}$/)
    assert.deepEqual(
      related.map((one: Found) => [one.path, one.range]),
      [['wire.source.md', { start: { line: 5, character: 18 }, end: { line: 5, character: 44 } }]]
    )
    let [edit] = fixes[0].edits
    assert.deepEqual(Object.keys(fixes[0]), ['title', 'edits'])
    assert.deepEqual(Object.keys(edit), ['path', 'range', 'newText'])
    assert.equal(edit.path, 'notes/a.note.md')
  })
  it('tells of a file that a fix makes', async () => {
    let { findings } = await json(folder({ 'notes/a.note.md': 'As was said [^gone].\n' }))
    let made = findings[0].fixes.find((fix: { create?: object }) => fix.create).create
    assert.match(made.path, /^[^/].*gone\.source\.md$/)
    assert.equal(typeof made.text, 'string')
  })
  it('sorts by path, place and rule', async () => {
    await checkFindings({ 'b.note.md': '[^one]\n\n[^two]\n', 'B.note.md': '[^one]\n', 'a/z.note.md': '@x [^one]\n' }, [
      'B.note.md unknown-source error 0:2-0:5',
      'a/z.note.md unknown-actor warning 0:0-0:2',
      'a/z.note.md unknown-source error 0:5-0:8',
      'b.note.md unknown-source error 0:2-0:5',
      'b.note.md unknown-source error 2:2-2:5'
    ])
  })
  it('counts lines and columns as editors do', async () => {
    await checkFindings({ 'a.note.md': 'one\r\n\r\n𝒜👩‍👧 [^x]\r\n' }, ['a.note.md unknown-source error 2:10-2:11'])
    await checkFindings({ 'a.note.md': '\ufeffone\n\n[^x]\n' }, ['a.note.md unknown-source error 2:2-2:3'])
    await checkFindings({ 'a.note.md': 'Паром пошёл, сказал он [^ведомости].\n' }, [
      'a.note.md unknown-source error 0:25-0:34'
    ])
  })
  it('lists suppressions with their reason', async () => {
    let note = '<!-- provenote-ignore unknown-source -- it is in the post -->\nAs was said [^gone].\n'
    let { code, out } = await provenote(folder({ 'a.note.md': note }), ['check'])
    assert.equal(code, 0)
    assert.match(
      out,
      /Suppressed\n\na\.note\.md:2:15 unknown-source because it is in the post\n\n✓ 1 file checked, nothing found, 1 suppressed\.\n$/
    )
  })
  it('lists them in the JSON, too', async () => {
    let note = '<!-- provenote-ignore unknown-source -- it is in the post -->\nAs was said [^gone].\n'
    let { findings, suppressed } = await json(folder({ 'a.note.md': note }))
    assert.deepEqual(findings, [])
    assert.deepEqual(suppressed.map(brief), ['a.note.md unknown-source error 1:14-1:18'])
    assert.equal(suppressed[0].reason, 'it is in the post')
  })
  it('prints hints when asked to, and always in the JSON', async () => {
    let root = folder({
      'actors.yaml': 'ferry:\n  name: The ferry line\n',
      'a.note.md': '@ferry has kept its crews.\n'
    })
    let { findings } = await json(root)
    assert.deepEqual(findings.map(brief), ['a.note.md unsourced-statement hint 0:0-0:6'])
    let plain = await provenote(root, ['check'])
    assert.equal(plain.out, '✓ 2 files checked, nothing found. 1 hint not shown (--hints).\n')
    assert.match(
      (await provenote(root, ['check', '--hints'])).out,
      /hint unsourced-statement: .*\n1 hint in 2 files\.\n$/s
    )
  })
})

describe('provenote check, what it reads', () => {
  after(removeFolders)

  it('reads a single file in its workspace, and reports it alone', async () => {
    let files = {
      'provenote.yaml': 'rules:\n  unsourced-quotation: error\n',
      'wire.source.md': source,
      'notes/a.note.md': good,
      'notes/b.note.md': altered
    }
    let root = folder(files)
    assert.equal((await json(root, 'notes/a.note.md')).code, 0)
    let { findings, summary } = await json(`${root}/notes`, 'b.note.md')
    assert.deepEqual(findings.map(brief), ['notes/b.note.md quote-altered error 0:24-0:27'])
    assert.equal(summary.files, 1)
    let { out } = await provenote(`${root}/notes`, ['check', 'b.note.md'])
    assert.match(out, /^b\.note\.md {2}/)
    assert.match(out, /in \.\.\/wire\.source\.md:6:19\n/)
  })
  it('finds the workspace by .git where there is no provenote.yaml, else takes the folder', async () => {
    let root = folder({ '.git/HEAD': '', 'wire.source.md': source, 'notes/a.note.md': good })
    assert.equal((await json(root, 'notes/a.note.md')).code, 0)
    let other = folder({ 'wire.source.md': source, 'a.note.md': good })
    assert.equal((await json(other, 'a.note.md')).code, 0)
  })
  it('reads several folders as one workspace, paths from the folder above them', async () => {
    let root = folder({ 'one/a.note.md': altered, 'two/wire.source.md': source })
    let { findings } = await json(root, 'one', 'two/', './one')
    assert.deepEqual(findings.map(brief), ['one/a.note.md quote-altered error 0:24-0:27'])
  })
  it('does not read what .gitignore leaves out, unless it is named', async () => {
    let files = {
      '.git/HEAD': '',
      '.gitignore': 'old/\n',
      'old/a.note.md': '[^x]\n',
      'node_modules/b.note.md': '[^x]\n',
      'c.note.md': ''
    }
    let root = folder(files)
    let { findings, summary } = await json(root)
    assert.deepEqual([findings, summary.files], [[], 1])
    assert.deepEqual((await json(root, 'old/a.note.md')).findings.map(brief), [
      'old/a.note.md unknown-source error 0:2-0:3'
    ])
  })
  it('says of a path outside that it is outside, and does not follow it', async () => {
    let files = { 'in/a.source.md': '---\ntitle: A\noriginal: ../../secret.pdf\n---\n\nWords.\n' }
    await checkFindings(files, ['a.source.md invalid-record warning 2:10-2:26'], 'in')
  })
  it('says that there is nothing to check', async () => {
    assert.deepEqual(await provenote(folder({ 'README.md': '[^x]\n' }), ['check']), {
      code: 0,
      out: 'There is no note, source or actor to check.\n',
      err: ''
    })
  })
})

describe('provenote check, what nobody hoped for', () => {
  after(removeFolders)

  it('names files that are not UTF-8 or too large, and goes on', async () => {
    let files = {
      'provenote.yaml': 'files:\n  maxSize: 2000\n',
      'a.note.md': '[^x]\n',
      'big.note.md': `${'word '.repeat(500)}\n`,
      'latin.note.md': Buffer.from('Gr\xfc\xdfe\n', 'latin1'),
      'wide.source.md': Buffer.from('\ufeffwords\n', 'utf16le')
    }
    let { code, err, findings, summary } = await json(folder(files))
    assert.equal(code, 1)
    assert.deepEqual(findings.map(brief), [
      'a.note.md unknown-source error 0:2-0:3',
      'big.note.md unread-file error 0:0-0:0',
      'latin.note.md unread-file error 0:0-0:0',
      'wide.source.md unread-file error 0:0-0:0'
    ])
    assert.equal(summary.files, 2)
    assert.deepEqual(
      err.split('\n').map((line: string) => line.slice(0, 26)),
      ['provenote: big.note.md: Th', 'provenote: latin.note.md: ', 'provenote: wide.source.md:', '']
    )
    let text = await provenote(folder(files), ['check'])
    assert.match(text.out, /\nlatin\.note\.md:1:1 error unread-file: [^\n]*UTF-8\n\n/)
    let alone = await provenote(folder({ 'a.note.md': Buffer.from('Gr\xfc\xdfe', 'latin1') }), ['check'])
    assert.match(alone.out, /\n1 error in 0 files\.\n$/)
  })
  it('sends nothing to the terminal that steers it', async () => {
    let steering = '\u001b]0;x\u0007\u001b[2J\u009b31m\u202e'
    let files = {
      'actors.yaml': `"evil${steering}": {name: ${steering}, schema: "\\e[31m"}\n`,
      'a.note.md': `# x${steering}\n\nHe said “the ${steering} boats sail soon” [^wire, “${steering}”] @evil${steering} [^${steering}].\n`,
      'wire.source.md': `---\ntitle: ${steering}\n---\n\nThe ${steering} boats will never sail soon.\n`
    }
    let root = folder(files)
    let text = await provenote(root, ['check', '--hints'])
    let { out, err } = await json(root)
    assert.match(text.out, /␛\[2J/)
    for (let sent of [text.out, text.err, out, err]) assert.doesNotMatch(sent, /(?!\n)[\p{Cc}\u202e]/u)
  })
  it('is done at once with a YAML bomb', async () => {
    let bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]\n`).join('')}`
    let files = { 'actors.yaml': bomb, 'provenote.yaml': bomb, 'a.note.md': `---\n${bomb}---\n\n[^x]\n` }
    let begun = Date.now()
    let { findings } = await json(folder(files))
    assert.ok(Date.now() - begun < 5000)
    assert.ok(findings.some((found: Found) => brief(found) === 'a.note.md unknown-source error 12:2-12:3'))
  })
  it('takes an empty file and a file of one line break', async () => {
    await checkFindings({ 'a.note.md': '', 'b.note.md': '\n', 'c.source.md': '', 'actors.yaml': '', 'x.bib': '' }, [])
  })
  it('checks a note of 5 MB', async () => {
    let line = 'He said “the boats will sail in May” [^wire], and @nobody heard it.\n'
    let files = { 'a.note.md': line.repeat(5_000_000 / line.length), 'wire.source.md': source }
    let begun = Date.now()
    let ran = await provenote(folder(files), ['check', '--rule', 'unknown-actor=off'])
    assert.equal(ran.code, 0)
    assert.ok(Date.now() - begun < 15_000)
  })
})
