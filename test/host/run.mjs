// Runs test/editor/*.test.ts in a real VS Code: `node test/host/run.mjs [--web | --virtual]`. Prints each test, then the counts as mocha does.
//
// The desktop VS Code is used where its download server and a display can be reached, else VS Code's server build in
// headless Chromium; PROVENOTE_HOST=desktop or =server decides otherwise. `--web` runs the extension and its tests in
// the web extension host, as vscode.dev does. `--virtual` runs test/editor/virtual there, in a workspace that is on no disk.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { bundleMemory, bundleTests } from './bundle.mjs'
import { hasDesktop, runInDesktop } from './desktop.mjs'
import { say } from './processes.mjs'
import { root } from './project.mjs'
import { runInServer } from './server-run.mjs'

let prefix = 'provenote-test '
// The server build is installed without its native modules and complains of each at length.
let noise = /spdlog|native-watchdog|bindings file|node:internal|AgentHost/

let virtual = process.argv.includes('--virtual')
let web = virtual || process.argv.includes('--web')
let passed = 0
let problems = []
let ended = false
let log = []

try {
  let workspace = virtual ? memoryWorkspace() : copyOfExample()
  let tests = await bundleTests({ web, folder: virtual ? 'test/editor/virtual' : undefined })
  let others = virtual ? [await bundleMemory()] : []
  let runIn = (await hasDesktop()) ? runInDesktop : runInServer
  say(
    `Editor tests in ${runIn === runInDesktop ? 'desktop VS Code' : 'VS Code’s server build'}${web ? ', web host' : ''}${virtual ? ', virtual workspace' : ''}`
  )
  await runIn({ tests, web, workspace, others, read })
  if (!ended) problems.push('VS Code ended before the tests did.')
  else if (passed + problems.length === 0) problems.push('No test ran.')
} catch (error) {
  problems.push(String(error.stack ?? error))
}
if (!ended) console.log(log.slice(-100).join('\n'))
for (let problem of problems) console.log(`\n${problem}`)
console.log(`\n${passed} passing\n${problems.length} failing`)
process.exit(problems.length ? 1 : 0)

// A line of VS Code's log: ours are messages, see mocha.ts; the others are shown only if the tests never ended.
function read(line) {
  let at = line.indexOf(prefix)
  if (at < 0) return noise.test(line) || log.push(line)
  let message = JSON.parse(line.slice(at + prefix.length))
  if (message.state === 'passed') {
    passed++
    console.log(`  ✓ ${message.title} (${message.milliseconds} ms)`)
  } else if (message.state === 'failed') {
    problems.push(`${message.title}\n${message.error}`)
    console.log(`  ✗ ${message.title}`)
  } else {
    ended = true
    if (message.host !== (web ? 'web' : 'node')) problems.push(`The tests ran in the wrong host, ${message.host}.`)
  }
}

// Tests may edit files, so they get a copy. The folder's last name is the same each time, as titles show it.
function copyOfExample() {
  let folder = `${mkdtempSync(`${tmpdir()}/provenote-tests-`)}/example`
  process.on('exit', () => rmSync(dirname(folder), { recursive: true, force: true }))
  cpSync(`${root}/example`, folder, { recursive: true })
  return folder
}

function memoryWorkspace() {
  let home = mkdtempSync(`${tmpdir()}/provenote-tests-`)
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
  let file = `${home}/memory.code-workspace`
  writeFileSync(file, JSON.stringify({ folders: [{ uri: 'memfs:/desk' }, { uri: 'memfs:/archive' }] }))
  return file
}
