// `npm test`: everything, from a fresh clone on. `--unit` leaves out the editor, the type check and the linter.
// What is imported here uses Node's built-ins only, as it runs before anything is installed.
import { readdirSync } from 'node:fs'
import { run } from './host/processes.mjs'
import { build, install, root } from './host/project.mjs'

let everything = !process.argv.includes('--unit')
// Long enough to install VS Code over a slow line.
let limit = 20 * 60_000
let passed = 0
let failed = 0

if ((await stage('Installation', install)) && (await stage('Build', () => build('--tests')))) {
  if (everything) {
    await check('Types', ['node_modules/typescript/bin/tsc', '--noEmit'])
    await check('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'])
  }
  let flags = ['--reporter', 'dot', '--timeout', '20000', '--forbid-only', '--forbid-pending']
  await suite('Unit tests', ['node_modules/mocha/bin/mocha.js', ...flags, ...testFiles()])
  if (everything) {
    await suite('Tests in Neovim', ['test/neovim/run.mjs'])
    await suite('Tests in Emacs', ['test/emacs/run.mjs'])
    await suite('Editor tests', ['test/host/run.mjs'])
    await suite('Tasks in VS Code', ['test/host/problems.mjs'])
    await suite('The sample and merging in VS Code', ['test/host/sample.mjs'])
    await suite('Editor tests in the web host', ['test/host/run.mjs', '--web'])
    await suite('Editor tests in a virtual workspace', ['test/host/run.mjs', '--virtual'])
  }
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)

/** What the tests need before they can run: silent when it works, one failure when it does not. */
async function stage(name, work) {
  try {
    await work()
    return true
  } catch (error) {
    fail(name, error.message)
    return false
  }
}

/** A program whose exit code is the whole answer: it counts as one test. */
async function check(name, args) {
  let { code, output } = await run(process.execPath, args, { cwd: root, limit })
  if (code !== 0) return fail(name, output.trim())
  passed++
  console.log(`${name}: passed`)
}

/** Many tests, counted by what their program prints. One that ran none, or failed without counting it, is a failure. */
async function suite(name, args) {
  console.log(`\n${name}:`)
  let { code, output } = await run(process.execPath, args, { cwd: root, limit, show: true })
  let count = word => Number(new RegExp(`^ *(\\d+) ${word}\\b`, 'm').exec(output)?.[1] ?? 0)
  passed += count('passing')
  failed += count('failing')
  if (count('passing') + count('failing') === 0) fail(name, 'No test ran.')
  else if (code !== 0 && count('failing') === 0) fail(name, `It ended with code ${code}.`)
}

function fail(name, words) {
  failed++
  console.log(`${name}: failed\n${words}`)
}

// By what is in test/, as dist/ may hold tests that are no more.
function testFiles() {
  return readdirSync(`${root}/test`, { recursive: true })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.test.ts') && !name.startsWith('editor/'))
    .map(name => `dist/test/${name.replace(/ts$/, 'js')}`)
}
