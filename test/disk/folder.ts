import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder for one test, gone after it. Files are given as a mapping from path to text; a path that ends in `/` is an empty folder. */
export async function withFolder(
  files: { [path: string]: string | Uint8Array },
  test: (root: string) => Promise<void>
) {
  let root = realpathSync(mkdtempSync(join(tmpdir(), 'provenote-'))).replaceAll('\\', '/')
  try {
    for (let [path, text] of Object.entries(files)) put(`${root}/${path}`, text)
    await test(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

export function put(path: string, text: string | Uint8Array) {
  mkdirSync(path.endsWith('/') ? path : dirname(path), { recursive: true })
  if (!path.endsWith('/')) writeFileSync(path, text)
}
