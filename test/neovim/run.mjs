// Drives a real Neovim, set up as docs/editors/neovim.md says, through tests.lua. Prints each test, then the counts as mocha does.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter } from 'node:path'
import { run } from '../host/processes.mjs'
import { root } from '../host/project.mjs'
import { neovim } from './install.mjs'

let home = mkdtempSync(`${tmpdir()}/provenote-neovim-`)
process.on('exit', () => rmSync(home, { recursive: true, force: true }))

let results = []
try {
  let program = await neovim()
  results = await drive(program)
} catch (error) {
  results = [{ title: 'Neovim', error: error.message }]
}
let failed = results.filter(({ error }) => error)
for (let { title, error } of results) console.log(error ? `  ✗ ${title}` : `  ✓ ${title}`)
for (let { title, error } of failed) console.log(`\n${title}\n${error}`)
console.log(`\n${results.length - failed.length} passing\n${failed.length} failing`)
process.exit(failed.length ? 1 : 0)

async function drive(program) {
  let [example, config, bin] = ['example', 'config/nvim', 'bin'].map(name => `${home}/${name}`)
  cpSync(`${root}/example`, example, { recursive: true })
  mkdirSync(`${config}/lua`, { recursive: true })
  cpSync(`${root}/docs/editors/provenote.lua`, `${config}/lua/provenote.lua`)
  writeFileSync(`${config}/init.lua`, initOf(readFileSync(`${root}/docs/editors/neovim.md`, 'utf8')))
  mkdirSync(bin)
  writeFileSync(
    `${bin}/provenote-language-server`,
    `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/server.js" "$@"\n`
  )
  chmodSync(`${bin}/provenote-language-server`, 0o755)
  let check = await run(process.execPath, [`${root}/dist/cli.js`, 'check', '--format', 'json'], { cwd: example })
  writeFileSync(`${home}/findings.json`, check.output)

  let env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    ...{ XDG_CONFIG_HOME: `${home}/config`, XDG_DATA_HOME: `${home}/data`, XDG_STATE_HOME: `${home}/state` },
    ...{ XDG_CACHE_HOME: `${home}/cache`, XDG_CONFIG_DIRS: `${home}/none`, XDG_DATA_DIRS: `${home}/none` },
    PROVENOTE_FINDINGS: `${home}/findings.json`,
    PROVENOTE_RESULTS: `${home}/results.json`
  }
  let args = ['--headless', '-n', '-i', 'NONE', '-S', `${root}/test/neovim/tests.lua`]
  let { code, output } = await run(program, args, { cwd: example, env, limit: 5 * 60_000 })
  try {
    return JSON.parse(readFileSync(`${home}/results.json`, 'utf8'))
  } catch {
    throw Error(`Neovim ended with code ${code} before the tests did:\n${output.trim()}`)
  }
}

/** The page's first Lua: what a user is told to write in init.lua. */
function initOf(page) {
  let found = /```lua\n([\s\S]*?)```/.exec(page)
  if (!found) throw Error('The page has no Lua.')
  return found[1]
}
