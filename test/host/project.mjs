// The project's own installation and build. Built-ins only: this runs before node_modules exists.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run, say } from './processes.mjs'

export let root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** Installs what package-lock.json asks for, if that is not what is there. Throws with npm's words when it fails. */
export async function install() {
  if (isInstalled()) return
  say('Installing dependencies (npm ci) …')
  // The program that called us may have asked npm for production packages only; the build needs the others.
  let { code, output } = await run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: root
  })
  if (code !== 0) throw Error(`npm ci failed:\n${output.trim().slice(0, 1500)}`)
}

/** Bundles everything into dist/. Throws with esbuild's words when it fails. */
export async function build(...flags) {
  let { code, output } = await run(process.execPath, ['esbuild.mjs', ...flags], { cwd: root })
  if (code !== 0) throw Error(`The build failed:\n${output.trim()}`)
  if (output.trim()) say(output.trim())
}

// npm keeps a record of what it installed. It is compared by content: times say nothing after a checkout.
function isInstalled() {
  let record = `${root}/node_modules/.package-lock.json`
  if (!existsSync(record)) return false
  let installed = JSON.parse(readFileSync(record, 'utf8')).packages
  let wanted = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')).packages
  return Object.entries(wanted).every(
    // Optional packages are those of other platforms.
    ([path, { version, optional }]) => !path || (installed[path] ? installed[path].version === version : optional)
  )
}
