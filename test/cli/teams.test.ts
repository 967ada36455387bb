import assert from 'node:assert'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { parse } from 'yaml'
import { cli, folder, provenote, removeFolders } from './command'

let good = 'He said “the boats will sail in May” [^wire].\n'
let bad = 'He said “the boats will not sail in May” [^wire].\n'
let files = {
  'sources/wire.source.md':
    '---\ntitle: Ferry talks\nauthor: Strait Wire\nissued: 2031-03-12\n---\n\nThe minister said the boats will sail in May.\n',
  'a.note.md': good,
  'README.md': '[^nothing]\n'
}

/** A git repository with these files committed. */
function repository(own: { [path: string]: string } = files): string {
  let root = folder(own)
  git(root, 'init', '--quiet')
  commit(root, {}, 'First')
  return root
}

function git(root: string, ...args: string[]): string {
  let settings = ['-c', 'user.name=Desk', '-c', 'user.email=desk@strait.example', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...settings, ...args], { cwd: root, encoding: 'utf8' })
}

function stage(root: string, changed: { [path: string]: string }) {
  for (let [path, text] of Object.entries(changed)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  git(root, 'add', '--all')
}

function commit(root: string, changed: { [path: string]: string }, subject: string) {
  stage(root, changed)
  git(root, 'commit', '--quiet', '--no-verify', '--message', subject)
}

// What npm puts on the path when the package is installed.
function installed(): string {
  let bin = folder({ provenote: `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n` })
  chmodSync(join(bin, 'provenote'), 0o755)
  return bin
}

function shell(root: string, script: string, env: { [name: string]: string } = {}, args: string[] = []) {
  let ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script, 'bash', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '', ...env }
  })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

describe('the hook for pre-commit', () => {
  after(removeFolders)
  let [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'))

  /** As pre-commit runs it: the entry, the arguments of the project's configuration, and the staged files that match. */
  function commitHook(root: string, ...args: string[]) {
    let staged = git(root, 'diff', '--staged', '--name-only', '--no-ext-diff', '-z', '--diff-filter=ACMRTUXB')
    let names = staged.split('\0').filter(name => name && new RegExp(hook.files).test(name))
    if (names.length === 0) return { code: 0, out: '', err: '' }
    let path = installed() + delimiter + process.env.PATH
    return shell(root, `exec ${hook.entry} "$@"`, { PATH: path }, [...args, ...names])
  }

  it('is run by the package’s own command', () => {
    let { bin } = JSON.parse(readFileSync('package.json', 'utf8'))
    assert.equal(hook.language, 'node')
    assert.equal(resolve(bin[hook.entry.split(' ')[0]]), resolve(cli))
  })
  it('checks the staged notes, in their workspace', () => {
    let root = repository()
    stage(root, { 'desk/b c.note.md': good, 'notes.md': '[^x]\n' })
    assert.deepEqual(commitHook(root), { code: 0, out: '✓ 1 file checked, nothing found.\n', err: '' })
    stage(root, { 'desk/b c.note.md': bad })
    let { code, out } = commitHook(root)
    assert.equal(code, 1)
    assert.match(out, /^desk\/b c\.note\.md:1:25 error quote-altered: /m)
  })
  it('has nothing to do with other files', () => {
    let root = repository()
    stage(root, { 'notes.md': '[^x]\n', 'a.yaml': 'a: b\n', 'my-actors.yaml': 'a: b\n' })
    assert.deepEqual(commitHook(root), { code: 0, out: '', err: '' })
  })
  it('takes every kind of file that the check reads', () => {
    let taken = ['a.note.md', 'x/a.source.md', 'a.actor.md', 'actors.yaml', 'x/sources.yaml', 'b.actors.yaml']
    for (let name of [...taken, 'x.bib', 'a.csl.json', 'provenote.yaml', 'x/provenote.yaml'])
      assert.match(name, new RegExp(hook.files))
    for (let name of ['a.md', 'xprovenote.yaml', 'a.json', 'actors.yml', 'a.note.mdx'])
      assert.doesNotMatch(name, new RegExp(hook.files))
  })
  it('lets a commit pass with what is known, over several commits', () => {
    let root = repository({ ...files, 'a.note.md': `${bad}\nAs they said [^gone].\n` })
    let known = ['--baseline', 'known.json']
    let update = () => shell(root, `'${process.execPath}' '${cli}' check . --baseline known.json --update-baseline`)
    assert.equal(update().code, 0)
    commit(root, {}, 'Begin with a baseline')
    // An edit elsewhere in the note.
    stage(root, { 'a.note.md': `# New\n\nGap: nothing.\n\n${bad}\nAs they said [^gone].\n` })
    assert.deepEqual(commitHook(root, ...known).out, '✓ 1 file checked, nothing found, 2 known.\n')
    commit(root, {}, 'Add a paragraph')
    // One more finding, in another note.
    stage(root, { 'b.note.md': 'As they said [^gone].\n' })
    assert.equal(commitHook(root, ...known).code, 1)
    stage(root, { 'b.note.md': good })
    assert.equal(commitHook(root, ...known).code, 0)
    commit(root, {}, 'Add a note')
    // One finding is mended: the baseline loses that line and no other.
    stage(root, { 'a.note.md': `# New\n\nGap: nothing.\n\n${good}\nAs they said [^gone].\n` })
    assert.match(commitHook(root, ...known).out, /nothing found, 1 known\. 1 of the baseline no more found/)
    assert.match(update().err, /known\.json holds 1 finding now: 0 added, 1 dropped\./)
    commit(root, {}, 'Mend a quotation')
    let changes = git(root, 'show', '--format=', '--unified=0', 'known.json')
      .split('\n')
      .filter(line => /^[+-] /.test(line))
    assert.deepEqual(
      changes.map(line => /^([+-]).*"rule":"([a-z-]+)"/.exec(line)?.slice(1)),
      [['-', 'quote-altered']]
    )
    assert.deepEqual(git(root, 'status', '--porcelain'), '')
  })
})

describe('the GitHub action', () => {
  after(removeFolders)
  let action = parse(readFileSync('action.yml', 'utf8'))

  /** Runs the steps one after another in a checkout, as a runner does. */
  function run(root: string, inputs: { [name: string]: string } = {}) {
    for (let name of Object.keys(inputs)) assert.ok(name in action.inputs, name)
    let filled = (text: string) =>
      text.replace(/\$\{\{ ?([\w.-]+) ?\}\}/g, (_, name: string) => {
        if (name === 'github.action_path') return resolve('.')
        let input = name.replace(/^inputs\./, '')
        assert.ok(input in action.inputs, name)
        return inputs[input] ?? action.inputs[input].default
      })
    let all = { code: 0 as number | null, out: '', err: '' }
    for (let step of action.runs.steps) {
      assert.equal(step.shell, 'bash')
      // What stands in the script itself could be more than a value.
      assert.doesNotMatch(step.run, /\$\{\{/)
      let env = Object.fromEntries(
        Object.entries((step.env ?? {}) as { [name: string]: string }).map(([name, value]) => [name, filled(value)])
      )
      let ran = shell(filled(step['working-directory'] ?? root), step.run, env)
      all = { code: ran.code, out: all.out + ran.out, err: all.err + ran.err }
      if (ran.code !== 0) break
    }
    return all
  }

  it('passes in a clean repository', () => {
    assert.deepEqual(run(repository()), { code: 0, out: '✓ 2 files checked, nothing found.\n', err: '' })
  })
  it('annotates what is wrong, and fails', () => {
    let { code, out } = run(repository({ ...files, 'a.note.md': bad }))
    assert.equal(code, 1)
    assert.match(
      out,
      /^::error file=a\.note\.md,line=1,endLine=1,col=25,endColumn=28,title=quote-altered::The source has /
    )
  })
  it('takes its inputs as values, whatever is in them', () => {
    let root = repository({ ...files, 'desk "$(touch x)"/b.note.md': 'He said “all will be well again”.\n' })
    let inputs = { paths: 'a.note.md\ndesk "$(touch x)"\n', 'fail-on': 'warning' }
    let { code, out } = run(root, inputs)
    assert.equal(code, 1)
    assert.match(out, /^::warning file=desk "\$\(touch x\)"\/b\.note\.md,/)
    assert.equal(git(root, 'status', '--porcelain'), '')
    assert.equal(run(root, { paths: 'a.note.md' }).code, 0)
    assert.match(run(root, { paths: '--fix' }).err, /There is no file or folder --fix/)
    assert.match(run(root, { profile: 'x; touch y' }).err, /`--profile` is one of/)
  })
  it('keeps what was found where it is told to, and finds the same in a fresh checkout', () => {
    let all = { ...files, 'a.note.md': bad }
    let [root, kept] = [repository(all), folder({})]
    let cold = run(root)
    for (let time of [1, 2]) assert.deepEqual(run(root, { cache: join(kept, 'x') }), cold, `time ${time}`)
    assert.deepEqual(readdirSync(join(kept, 'x')).sort(), ['.gitignore', 'files', 'found', 'summaries'])
    // Every file has another time, and its hash decides.
    git(root, 'rm', '-rq', '.')
    git(root, 'checkout', '-q', 'HEAD', '.')
    assert.deepEqual(run(root, { cache: join(kept, 'x') }), cold)
    assert.equal(git(root, 'status', '--porcelain'), '')
    assert.ok(!existsSync(join(root, '.provenote')))
  })
  it('publishes, under a profile, against a baseline, and writes SARIF', () => {
    let root = repository({ ...files, 'b.note.md': 'He said “all will be well again”.\n' })
    assert.equal(run(root).code, 0)
    assert.equal(run(root, { publish: 'true', profile: 'newsroom' }).code, 1)
    shell(root, `'${process.execPath}' '${cli}' check --publish --baseline known.json --update-baseline`)
    let { code, out } = run(root, { publish: 'true', baseline: 'known.json', sarif: 'out.sarif' })
    assert.equal(code, 0)
    assert.equal(out, '✓ 3 files checked, nothing found, 1 known.\n')
    let [{ results }] = JSON.parse(readFileSync(`${root}/out.sarif`, 'utf8')).runs
    assert.deepEqual(
      results.map((own: { baselineState: string }) => own.baselineState),
      ['unchanged']
    )
  })
})

describe('the problem matcher', () => {
  after(removeFolders)
  let [{ pattern }] = JSON.parse(readFileSync('package.json', 'utf8')).contributes.problemMatchers

  it('reads every finding that the check prints, and nothing else', async () => {
    let root = folder({
      ...files,
      'desk 1/b.note.md': `${bad}\nHe said “all will be well again” in 2031.\n\n@nobody: 4:5 error x: y\n`,
      'latin.note.md': Buffer.from('Gr\xfc\xdfe\n', 'latin1')
    })
    for (let args of [['--hints'], ['--hints', '--color']]) {
      let { out } = await provenote(root, ['check', ...args])
      let lines = stripVTControlCharacters(out).split('\n')
      let { findings } = JSON.parse((await provenote(root, ['check', '--format', 'json'])).out)
      assert.ok(findings.length >= 3)
      let read = lines.flatMap(line => {
        let found = new RegExp(pattern.regexp).exec(line)
        return found
          ? [
              {
                file: found[pattern.file],
                line: +found[pattern.line],
                column: +found[pattern.column],
                severity: found[pattern.severity],
                code: found[pattern.code],
                message: found[pattern.message]
              }
            ]
          : []
      })
      // VS Code knows `info`, not `information`.
      let short: { [severity: string]: string } = { information: 'info' }
      assert.deepEqual(
        read,
        findings.map(
          (own: {
            path: string
            range: { start: { line: number; character: number } }
            severity: string
            rule: string
            message: string
          }) => ({
            file: own.path,
            line: own.range.start.line + 1,
            column: own.range.start.character + 1,
            severity: short[own.severity] ?? own.severity,
            code: own.rule,
            message: own.message
          })
        )
      )
    }
  })
})
