import assert from 'node:assert'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { folder, provenote, removeFolders } from './command'

let flawed = 'As they said [^gone].\n\nThen @nobody spoke [^lost].\n'

async function run(root: string, ...args: string[]) {
  let ran = await provenote(root, ['check', '--baseline', 'known.json', ...args])
  return `${ran.code} ${ran.err}${ran.out.trimEnd().split('\n').at(-1)}`
}

describe('a baseline', () => {
  after(removeFolders)

  it('leaves out what is known, through edits elsewhere, and shows what is new', async () => {
    let root = folder({ 'a.note.md': flawed })
    assert.equal(
      await run(root, '--update-baseline'),
      '0 provenote: known.json holds 3 findings now: 3 added, 0 dropped.\n✓ 1 file checked, nothing found, 3 known.'
    )
    assert.equal(await run(root), '0 ✓ 1 file checked, nothing found, 3 known.')
    writeFileSync(
      `${root}/a.note.md`,
      `# New\n\n1. One\n2. Two\n\n- Then @nobody spoke\n  [^lost].\n\nAs they said [^gone].\n`
    )
    assert.equal(await run(root), '0 ✓ 1 file checked, nothing found, 3 known.')
    writeFileSync(`${root}/a.note.md`, `${flawed}\nAs she said [^gone].\n`)
    assert.equal(await run(root), '1 1 error in 1 file, 3 known.')
    // The same sentence once more is one more finding.
    writeFileSync(`${root}/a.note.md`, `${flawed}\n${flawed}`)
    assert.equal(await run(root), '1 2 errors, 1 warning in 1 file, 3 known.')
  })
  it('tells what was fixed, and drops it when it is updated', async () => {
    let root = folder({ 'a.note.md': flawed, 'b.note.md': flawed })
    await run(root, '--update-baseline')
    writeFileSync(`${root}/a.note.md`, 'As they said [^gone].\n')
    assert.equal(
      await run(root),
      '0 ✓ 2 files checked, nothing found, 4 known. 2 of the baseline no more found (--update-baseline).'
    )
    rmSync(`${root}/b.note.md`)
    assert.equal(
      await run(root),
      '0 ✓ 1 file checked, nothing found, 1 known. 5 of the baseline no more found (--update-baseline).'
    )
    assert.match(await run(root, '--update-baseline'), /known\.json holds 1 finding now: 0 added, 5 dropped\./)
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(`${root}/known.json`, 'utf8')).findings), ['a.note.md'])
  })
  it('keeps what it says of files that were not asked for', async () => {
    let root = folder({ 'a.note.md': flawed, 'b.note.md': flawed })
    await run(root, '--update-baseline')
    let before = readFileSync(`${root}/known.json`, 'utf8')
    assert.equal(await run(root, 'a.note.md'), '0 ✓ 1 file checked, nothing found, 3 known.')
    await run(root, '--update-baseline', 'a.note.md')
    assert.equal(readFileSync(`${root}/known.json`, 'utf8'), before)
  })
  it('is the same from any folder', async () => {
    let root = folder({ 'provenote.yaml': '', 'desk/a.note.md': flawed })
    await run(root, '--update-baseline')
    let ran = await provenote(`${root}/desk`, ['check', '--baseline', '../known.json'])
    assert.equal(ran.out, '✓ 1 file checked, nothing found, 3 known.\n')
  })
  it('is written the same whatever the order of the text, a finding a line, and leaves no other file', async () => {
    let root = folder({ 'b.note.md': flawed, 'é “x”.note.md': 'As\u202e they said [^gone].\n' })
    await run(root, '--update-baseline')
    let before = readFileSync(`${root}/known.json`, 'utf8')
    writeFileSync(`${root}/b.note.md`, flawed.split('\n\n').reverse().join('\n\n'))
    await run(root, '--update-baseline')
    assert.equal(readFileSync(`${root}/known.json`, 'utf8'), before)
    assert.deepEqual(
      before.match(/^ {3}\{"rule":"[a-z-]+","message":".*","fingerprint":"[0-9a-f]{16}"\},?$/gm)?.length,
      4
    )
    assert.deepEqual(readdirSync(root).sort(), ['b.note.md', 'known.json', 'é “x”.note.md'])
  })
  it('never knows a file that could not be read', async () => {
    let root = folder({ 'a.note.md': Buffer.from('Gr\xfc\xdfe\n', 'latin1') })
    assert.match(await run(root, '--update-baseline'), /^1 .*1 error in 0 files, 0 known\.$/s)
  })
  it('marks what is known in SARIF and JUnit, and leaves it out of the others', async () => {
    let root = folder({ 'a.note.md': flawed })
    await run(root, '--update-baseline')
    writeFileSync(`${root}/a.note.md`, `${flawed}\nAs she said [^gone].\n`)
    let as = async (format: string) =>
      (await provenote(root, ['check', '--baseline', 'known.json', '--format', format])).out
    let { results } = JSON.parse(await as('sarif')).runs[0]
    let brief = results.map((own: { baselineState: string; suppressions?: { kind: string }[] }) => [
      own.baselineState,
      own.suppressions?.[0].kind
    ])
    assert.deepEqual(brief, [['new', undefined], ...Array(3).fill(['unchanged', 'external'])])
    assert.equal((await as('junit')).match(/<skipped message="in the baseline: /g)?.length, 3)
    assert.equal((await as('github')).match(/^::/gm)?.length, 1)
    assert.equal(JSON.parse(await as('gitlab')).length, 1)
    let { summary, findings } = JSON.parse(await as('json'))
    assert.deepEqual([summary.known, summary.fixed, summary.error, findings.length], [3, 0, 1, 1])
  })
  it('is refused when it is missing or none', async () => {
    let root = folder({
      'a.note.md': '',
      'x.json': '{',
      'y.json': '{"version": 2}',
      'z.json': '{"version":1,"findings":{"a":3}}'
    })
    let refused = async (...args: string[]) => (await provenote(root, ['check', ...args])).err
    assert.equal(
      await refused('--baseline', 'gone.json'),
      'provenote: There is no baseline gone.json; with `--update-baseline` it is written.\n'
    )
    let flawed = '<!-- provenote-ignore syntax -- old -->\nAll was well.\n'
    writeFileSync(`${root}/a.note.md`, flawed)
    assert.match(await refused('--fix', '--baseline', 'gone.json'), /There is no baseline/)
    assert.equal(readFileSync(`${root}/a.note.md`, 'utf8'), flawed)
    assert.match(
      await refused('--baseline', 'x.json'),
      /x\.json is no baseline: it is not what `--update-baseline` writes/
    )
    assert.match(await refused('--baseline', 'y.json'), /y\.json is no baseline of this version/)
    assert.match(await refused('--baseline', 'z.json'), /z\.json is no baseline: /)
    assert.match(await refused('--update-baseline'), /`--update-baseline` needs `--baseline FILE`/)
  })
})
