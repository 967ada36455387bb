import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Ran {
  code: number | null
  out: string
  err: string
}

let made: string[] = []

/** A folder of its own with these files; `removeFolders` takes it away again. */
export function folder(files: { [path: string]: string | Uint8Array }): string {
  let root = mkdtempSync(join(tmpdir(), 'provenote-cli-'))
  made.push(root)
  for (let [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

export function removeFolders() {
  for (let root of made.splice(0)) rmSync(root, { recursive: true, force: true })
}

/** Runs the built command line in a folder. */
export function provenote(cwd: string, args: string[], env: { [name: string]: string } = {}): Promise<Ran> {
  let { NO_COLOR, FORCE_COLOR, ...own } = process.env
  let child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let ran: Ran = { code: null, out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    ran.out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    ran.err += text
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', code => done({ ...ran, code }))
  })
}

// Beside the folder of the built tests.
export let cli = join(__dirname, '../../cli.js')
