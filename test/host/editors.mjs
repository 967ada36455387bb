// What the tests in other editors have in common: an editor to test in, the server as a user has it, and what is printed at the end.
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter } from 'node:path'
import { run, say } from './processes.mjs'
import { root } from './project.mjs'

/**
 * Path of an editor's program: the one that an environment variable names, or the one on the path, or on Debian as root that of
 * the packages. `usable` says of a program whether it has all that the tests need. Throws when there is none.
 */
export async function editorProgram({ name, program, variable, packages, needs, usable = async () => true }) {
  let path = await found()
  if (path) return path
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say(`Installing ${name} (apt-get), once …`)
    let env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (let args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      let { code, output } = await run('apt-get', args, { env })
      if (code !== 0) throw Error(`apt-get ${args.join(' ')} failed:\n${output.trim().slice(-2000)}`)
    }
  }
  if ((path = await found())) return path
  throw Error(`No ${name} was found. Install ${needs}, or set ${variable} to its program.`)

  async function found() {
    let folders = (process.env.PATH ?? '').split(delimiter)
    let paths = [process.env[variable], ...folders.map(folder => `${folder}/${program}`)]
    let path = paths.find(path => path && existsSync(path))
    return path && (await usable(path)) ? path : undefined
  }
}

/**
 * A home folder with a copy of the sample in `example`, the findings of the command line in it in `findings.json`, and in `bin` the
 * server under the name it is installed by. It goes when the process ends. `env` is what an editor in it is started with.
 */
export async function editorHome(name) {
  let home = mkdtempSync(`${tmpdir()}/provenote-${name}-`)
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
  let [example, bin] = ['example', 'bin'].map(folder => `${home}/${folder}`)
  cpSync(`${root}/example`, example, { recursive: true })
  mkdirSync(bin)
  let server = `${bin}/provenote-language-server`
  writeFileSync(server, `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/server.js" "$@"\n`)
  chmodSync(server, 0o755)
  let check = await run(process.execPath, [`${root}/dist/cli.js`, 'check', '--format', 'json'], { cwd: example })
  writeFileSync(`${home}/findings.json`, check.output)
  let env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    PROVENOTE_FINDINGS: `${home}/findings.json`,
    PROVENOTE_RESULTS: `${home}/results.json`
  }
  return { home, example, env }
}

/** The first code of a language in a page of docs/editors: what a user is told to write. */
export function codeOf(page, language) {
  let found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(
    readFileSync(`${root}/docs/editors/${page}`, 'utf8')
  )
  if (!found) throw Error(`${page} has no ${language}.`)
  return found[1]
}

/** Runs an editor whose tests write their results as JSON: `{ title, error }` each. */
export async function drive(program, args, { home, example: cwd, env }) {
  let { code, output } = await run(program, args, { cwd, env, limit: 5 * 60_000 })
  try {
    return JSON.parse(readFileSync(`${home}/results.json`, 'utf8'))
  } catch {
    throw Error(`${program} ended with code ${code} before the tests did:\n${output.trim()}`)
  }
}

/** Prints each result, then the counts as mocha does, and ends the process. What is thrown counts as a failure. */
export async function report(name, tests) {
  let results = await tests().catch(error => [{ title: name, error: error.message }])
  let failed = results.filter(({ error }) => error)
  for (let { title, error } of results) console.log(error ? `  ✗ ${title}` : `  ✓ ${title}`)
  for (let { title, error } of failed) console.log(`\n${title}\n${error}`)
  console.log(`\n${results.length - failed.length} passing\n${failed.length} failing`)
  process.exit(failed.length ? 1 : 0)
}
