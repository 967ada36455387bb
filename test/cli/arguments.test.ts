import assert from 'node:assert'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotRun, readArguments } from '../../server/cli/arguments'
import { cli, folder, provenote, removeFolders } from './command'

function checkRefused(args: string[], expected: string) {
  assert.throws(
    () => readArguments(args),
    error => error instanceof CannotRun && assert.equal(error.message, expected) === undefined
  )
}

async function checkPathRefused(args: string[], expected: string) {
  let ran = await provenote(folder({ 'a.note.md': '', 'b.txt': '' }), ['check', ...args])
  assert.deepEqual(ran, { code: 2, out: '', err: `provenote: ${expected}\n` })
}

describe('provenote, its arguments', () => {
  after(removeFolders)

  it('refuses what it does not know, and guesses what was meant', () => {
    checkRefused(['check', '--fromat', 'json'], 'There is no option `--fromat`; did you mean `--format`?')
    checkRefused(['check', '-x'], 'There is no option `-x`.')
    checkRefused(
      ['check', '--format', 'jsn'],
      '`--format` is one of `text`, `json`, `sarif`, `junit`, `github`, `gitlab`, `html`, not `jsn`.'
    )
    checkRefused(['check', '--fail-on', 'hint'], '`--fail-on` is one of `error`, `warning`, `information`, not `hint`.')
    checkRefused(
      ['check', '--profile', 'icd-203'],
      '`--profile` is one of `icd203`, `phia`, `newsroom`, `none`, not `icd-203`; did you mean `icd203`?'
    )
    checkRefused(
      ['check', '--rule', 'unknown-acter=off'],
      'There is no rule `unknown-acter`; did you mean `unknown-actor`?'
    )
    checkRefused(
      ['check', '--rule', 'unknown-actor'],
      '`--rule` is written ID=SEVERITY, for example `unsourced-figure=off`.'
    )
    checkRefused(
      ['check', '--rule', 'unknown-actor=err'],
      '`--rule unknown-actor` is one of `error`, `warning`, `information`, `hint`, `off`, not `err`.'
    )
    checkRefused(['check', '--rule'], '`--rule` needs a value.')
    checkRefused(['check', '--format', '--publish'], '`--format` needs a value.')
    checkRefused(['check', '--publish=yes'], '`--publish` takes no value.')
    checkRefused(['chekc'], 'There is no command `chekc`; did you mean `provenote check`?')
    checkRefused(['a.note.md'], 'There is no command `a.note.md`; did you mean `provenote check a.note.md`?')
    checkRefused(['explian', 'syntax'], 'There is no command `explian`; did you mean `provenote explain`?')
    checkRefused(['explain'], '`provenote explain` needs a rule; `provenote rules` lists them.')
    checkRefused(['explain', 'syntx'], 'There is no rule `syntx`; did you mean `syntax`?')
    checkRefused(['explain', 'syntax', 'no-gap'], '`provenote explain` has no use for `no-gap`.')
    checkRefused(['rules', 'syntax'], '`provenote rules` has no use for `syntax`.')
    checkRefused(['rules', '--publish'], '`provenote rules` has no option `--publish`.')
    checkRefused(['rules', '--format', 'sarif'], '`--format` is one of `text`, `json`, not `sarif`.')
    checkRefused(['constructor'], 'There is no command `constructor`; did you mean `provenote check constructor`?')
    checkRefused([], 'Nothing to do. `provenote check` checks this folder; `provenote --help` says more.')
  })
  it('refuses paths that are not there or not its own', async () => {
    await checkPathRefused(['gone'], 'There is no file or folder gone')
    await checkPathRefused(['a.note.md', 'a\u001b[31m'], 'There is no file or folder a␛[31m')
    await checkPathRefused(['b.txt'], 'b.txt is not a file that Provenote reads, such as `brief.note.md`.')
  })
  it('tells its version and what it does', async () => {
    let { version } = JSON.parse(readFileSync(join(cli, '../../package.json'), 'utf8'))
    let root = folder({})
    assert.deepEqual(await provenote(root, ['--version']), { code: 0, out: `${version}\n`, err: '' })
    for (let args of [['--help'], ['-h'], ['help'], ['check', '--help', '--format', 'text']]) {
      let { code, out } = await provenote(root, args)
      assert.equal(code, 0)
      assert.match(out, /^provenote check \[PATH…\]/)
      for (let line of out.split('\n')) assert.ok(line.length <= 120, line)
    }
  })
  it('colours as asked', async () => {
    let root = folder({ 'a.note.md': '[^x]\n' })
    let isColoured = async (args: string[], env = {}) =>
      (await provenote(root, ['check', ...args], env)).out.includes('\u001b[')
    assert.equal(await isColoured([]), false)
    assert.equal(await isColoured([], { FORCE_COLOR: '1' }), true)
    assert.equal(await isColoured(['--color']), true)
    assert.equal(await isColoured(['--no-color'], { FORCE_COLOR: '1' }), false)
    assert.equal(await isColoured([], { FORCE_COLOR: '1', NO_COLOR: '1' }), false)
    assert.equal(await isColoured(['--color', '--format', 'json']), false)
  })
  it('ends quietly when its reader stops reading', async () => {
    let root = folder({ 'a.note.md': '[^x]\n\n'.repeat(5000) })
    for (let format of ['text', 'json']) {
      let child = spawn(process.execPath, [cli, 'check', '--format', format], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe']
      })
      let err = ''
      child.stderr.on('data', text => {
        err += text
      })
      child.stdout.once('data', () => child.stdout.destroy())
      let code = await new Promise(done => child.on('close', done))
      assert.deepEqual({ code, err }, { code: 1, err: '' })
    }
  })
})
