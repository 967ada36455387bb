// Runs a test bundle in the desktop VS Code, which @vscode/test-electron downloads.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { failAfter, start, stop } from './processes.mjs'
import { root } from './project.mjs'

let version = '1.139.1'

/** Whether VS Code can be downloaded from here and shown here. Answers within three seconds. */
export async function hasDesktop() {
  if (process.env.PROVENOTE_HOST) return process.env.PROVENOTE_HOST === 'desktop'
  if (!hasDisplay()) return false
  try {
    let answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(3000)
    })
    return answer.ok
  } catch {
    return false
  }
}

/** Whether a window can be opened: everywhere but on a Linux without a display server. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

export async function runInDesktop({ tests, web, workspace, others, read }) {
  let { downloadAndUnzipVSCode } = await import('@vscode/test-electron')
  let program = await downloadAndUnzipVSCode({ version, cachePath: `${root}/.vscode-test` })
  let home = mkdtempSync(`${tmpdir()}/provenote-vscode-`)
  let code = start(program, [
    workspace,
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
    ...['--disable-workspace-trust', '--disable-extensions', '--disable-telemetry'],
    ...[`--user-data-dir=${home}/data`, `--extensions-dir=${home}/extensions`],
    ...[root, ...others].map(folder => `--extensionDevelopmentPath=${folder}`),
    `--extensionTestsPath=${tests}`,
    ...(web ? ['--extensionDevelopmentKind=web'] : [])
  ])
  createInterface({ input: code.stdout }).on('line', read)
  createInterface({ input: code.stderr }).on('line', read)
  try {
    let end = new Promise((done, fail) => {
      code.once('close', done)
      code.once('error', fail)
    })
    await Promise.race([end, failAfter(5 * 60_000, 'The tests did not end within five minutes.')])
  } finally {
    await stop(code)
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}
