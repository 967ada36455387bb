import assert from 'node:assert'
import { readFileSync, statSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type { Log, Result } from 'sarif'
import { folder, provenote, removeFolders } from './command'

let hostile = 'not\u0001\u0001 <b>&amp;\u009b\ufffe]]> ever'
let files = {
  'wire.source.md':
    '---\ntitle: Ferry talks\nissued: 2031\nauthor: [I]\n---\nThe minister said the boats will sail in May.\n',
  'desk 1/é, 50%:x.note.md': `He said “the boats will not sail in May” [^wire].

<!-- provenote-ignore unknown-source -- it is in the post, 100% -->
As was said [^gone].

Then @nobody spoke.
`,
  'z.note.md': `<!-- provenote-ignore unknown-source -- ${hostile.replaceAll('>', '')} -->\n[^gone]\n\n# ${hostile}\n\n[^unknown "${hostile}"]\n`,
  'c.note.md': 'Nothing.\n'
}

async function run(format: string, ...args: string[]) {
  let ran = await provenote(folder(files), ['check', '--format', format, ...args])
  assert.equal(ran.err, '')
  assert.equal(ran.code, 1)
  return ran.out
}

describe('provenote check, in the formats of other tools', () => {
  after(removeFolders)

  it('is SARIF 2.1.0', async () => {
    let log = checkSarif(await run('sarif'))
    let [{ tool, results, columnKind }] = log.runs
    assert.equal(columnKind, 'utf16CodeUnits')
    let brief = results!.map(({ ruleId, level, locations, suppressions }) => {
      let { artifactLocation, region } = locations![0].physicalLocation!
      let { startLine, startColumn, endLine, endColumn } = region!
      let why = suppressions?.map(own => ` ${own.kind}: ${own.justification}`).join() ?? ''
      return `${decodeURIComponent(artifactLocation!.uri!)} ${startLine}:${startColumn}-${endLine}:${endColumn} ${level} ${ruleId}${why}`
    })
    assert.deepEqual(
      brief.filter(own => own.startsWith('desk')),
      [
        'desk 1/é, 50%:x.note.md 1:25-1:28 error quote-altered',
        'desk 1/é, 50%:x.note.md 6:6-6:13 warning unknown-actor',
        'desk 1/é, 50%:x.note.md 6:6-6:13 note unsourced-statement',
        'desk 1/é, 50%:x.note.md 4:15-4:19 error unknown-source inSource: it is in the post, 100%'
      ]
    )
    let altered = results!.find(own => own.ruleId === 'quote-altered')!
    assert.equal(
      altered.locations![0].physicalLocation!.artifactLocation!.uri,
      'desk%201/%C3%A9%2C%2050%25%3Ax.note.md'
    )
    assert.match(altered.partialFingerprints!['provenoteFinding/v1'], /^[0-9a-f]{16}$/)
    let [{ physicalLocation, message }] = altered.relatedLocations!
    assert.equal(physicalLocation!.artifactLocation!.uri, 'wire.source.md')
    assert.equal(physicalLocation!.region!.startLine, 6)
    assert.match(message!.text!, /^wire: “/)
    let [change] = altered.fixes![0].artifactChanges
    assert.equal(change.artifactLocation.uri, 'desk%201/%C3%A9%2C%2050%25%3Ax.note.md')
    assert.match(change.replacements[0].insertedContent!.text!, /will sail/)
    for (let { ruleId, ruleIndex } of results!) assert.equal(tool.driver.rules![ruleIndex!].id, ruleId)
    assert.match(tool.driver.rules![0].help!.markdown!, /^# /)
  })
  it('is JUnit’s XML', async () => {
    let xml = await run('junit')
    checkXml(xml)
    assert.match(
      xml,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="provenote" tests="\d+" failures="\d+" errors="0" skipped="2">\n/
    )
    assert.match(xml, /<testsuite name="desk 1\/é, 50%:x\.note\.md" tests="3" failures="1" errors="0" skipped="1">/)
    assert.match(
      xml,
      /name="quote-altered at 1:25" file="[^"]*" line="1"><failure type="error" message="The source has [^"]*">/
    )
    assert.match(xml, /name="unknown-actor at 6:6"[^>]*><system-out>warning: desk 1[^<]*nobody/)
    assert.match(xml, /name="unknown-source at 4:15"[^>]*><skipped message="suppressed: it is in the post, 100%"\/>/)
    assert.match(xml, /<testcase classname="c\.note\.md" name="nothing found"\/>/)
    // What makes the check fail has failed.
    assert.match(await run('junit', '--fail-on', 'warning'), /name="unknown-actor at 6:6"[^>]*><failure type="warning"/)
  })
  it('is annotations for GitHub', async () => {
    let lines = (await run('github')).split('\n')
    let place = 'file=desk 1/é%2C 50%25%3Ax.note.md,line=1,endLine=1,col=25,endColumn=28'
    let told = lines.find(line => line.includes('quote-altered'))!
    assert.ok(told.startsWith(`::error ${place},title=quote-altered::The source has `), told)
    assert.ok(lines.some(line => line.startsWith('::warning ') && line.includes('title=unknown-actor::')))
    assert.ok(lines.includes('desk 1/é, 50%:x.note.md:4:15 unknown-source because it is in the post, 100%'))
    assert.match(lines.at(-2)!, / errors?, .*, 2 suppressed\./)
  })
  it('lets no name, message or reason become a command of GitHub’s', async () => {
    let name = '::warning ::x.note.md'
    let note = `<!-- provenote-ignore unknown-source -- ::error::a%0A::error::b -->\nAs [^gone].\n\nSo it is [^x].\n`
    let { out } = await provenote(folder({ [name]: note }), ['check', '--format', 'github'])
    let commands = out.split(/[\r\n\u2028]/).filter(line => /^\s*(?:::|##\[)/.test(line))
    for (let line of commands) assert.match(line, /^::(?:error|warning|notice) file=%3A%3Awarning %3A%3Ax\.note\.md,/)
    assert.equal(commands.length, out.match(/title=/g)?.length)
  })
  it('is a code quality report for GitLab', async () => {
    let issues = JSON.parse(await run('gitlab'))
    let altered = issues.find((own: { check_name: string }) => own.check_name === 'quote-altered')
    let { fingerprint, description, ...rest } = altered
    assert.deepEqual(rest, {
      type: 'issue',
      check_name: 'quote-altered',
      categories: ['Style'],
      severity: 'critical',
      location: { path: 'desk 1/é, 50%:x.note.md', lines: { begin: 1, end: 1 } }
    })
    let prints = issues.map((own: { fingerprint: string }) => own.fingerprint)
    assert.equal(new Set(prints).size, prints.length)
    assert.match(fingerprint, /^[0-9a-f]{32}$/)
    assert.match(description, /^The source has/)
  })
  it('is a page for fact-checkers', async () =>
    assert.match(await run('html'), /^<!doctype html>\n[\s\S]*✗ The source says it differently[\s\S]*<\/html>\n$/))
  it('goes to a file, and the terminal shows text', async () => {
    let root = folder(files)
    let ran = await provenote(root, ['check', '--format', 'sarif', '--output', 'out.sarif'])
    assert.equal(ran.code, 1)
    assert.match(ran.out, /error quote-altered: /)
    checkSarif(readFileSync(`${root}/out.sarif`, 'utf8'))
    let mode = statSync(`${root}/out.sarif`).mode
    await provenote(root, ['check', '-o', 'out.sarif', '--color'])
    let text = readFileSync(`${root}/out.sarif`, 'utf8')
    assert.match(text, /error quote-altered: /)
    assert.doesNotMatch(text, /\u001b/)
    assert.equal(statSync(`${root}/out.sarif`).mode, mode)
    let lost = await provenote(root, ['check', '--output', 'gone/out.txt'])
    assert.deepEqual(lost, { code: 2, out: '', err: 'provenote: gone/out.txt cannot be written (ENOENT).\n' })
  })
})

let schema = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'))
let ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats(ajv as never)
let isSarif = ajv.compile(schema)

function checkSarif(text: string): Log & { runs: { results?: Result[] }[] } {
  let log = JSON.parse(text)
  isSarif(log)
  assert.deepEqual(isSarif.errors, null)
  // The schema's address changed with the final edition; all else is as it was.
  assert.equal(log.version, '2.1.0')
  return log
}

// Well-formed: every tag closed in order, every sign one that XML 1.0 has, nothing bare in texts and attributes.
function checkXml(xml: string) {
  assert.doesNotMatch(xml, /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/u)
  let open: string[] = []
  let rest = xml
    .replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, '')
    .replace(/<(\/?)(\w[\w-]*)((?: [\w-]+="[^"<]*")*)(\/?)>/g, (_, closes, name, _attributes, isEmpty) => {
      if (closes) assert.equal(open.pop(), name)
      else if (!isEmpty) open.push(name)
      return ''
    })
  assert.deepEqual(open, [])
  assert.doesNotMatch(rest, /[<>]/)
  assert.doesNotMatch(xml, /&(?!(?:amp|lt|gt|quot|#\d+);)/)
}
