import assert from 'node:assert'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, posix } from 'node:path'

/** Room → what it may import besides itself. A room is a folder or a single file. */
const allowed: { [room: string]: string[] } = {
  'server/core': ['yaml', 'jsonc-parser/', 'ignore', '@noble/hashes/'],
  'server/features': ['server/core', 'vscode-languageserver-types', 'vscode-uri'],
  'server/lsp': ['server/core', 'server/features', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  'server/disk': ['server/core', 'node:'],
  // A report says of sources and verdicts what the editor's cards say.
  'server/cli': [
    'server/core',
    'server/disk',
    'node:',
    'picocolors',
    'picocolors/types',
    'string-width',
    'diff',
    'sarif',
    'server/features/words/describe',
    'server/features/words/format',
    'server/features/words/verdict-words'
  ],
  'server/node.ts': ['server/lsp', 'server/disk', 'node:', 'vscode-languageserver/node'],
  'server/worker.ts': ['server/lsp', 'vscode-languageserver/browser'],
  client: ['vscode', 'vscode-languageclient', 'vscode-languageclient/', 'server/lsp/protocol', 'node:'],
  // Inside another room, but ruled by its own line: the preview understands a note as the language does.
  'client/preview': ['markdown-it', 'server/core', 'server/lsp/protocol']
}

// `a/` and `a:` allow anything beneath; a folder of ours allows its files; a package name allows only its root.
function permits(entry: string, target: string) {
  return (
    target === entry ||
    ((/[/:]$/.test(entry) || /^(server|client)\//.test(`${entry}/`)) &&
      target.startsWith(/[/:]$/.test(entry) ? entry : `${entry}/`))
  )
}

export function badImports(root: string): string[] {
  let bad: string[] = []
  for (let [room, others] of Object.entries(allowed))
    for (let path of sources(root, room)) {
      if (Object.keys(allowed).some(inner => inner.startsWith(`${room}/`) && path.startsWith(`${inner}/`))) continue
      for (let [, to] of readFileSync(`${root}/${path}`, 'utf8').matchAll(
        /(?<!['"])\b(?:from|import|require)\b\s*\(?\s*['"]([^'"]+)['"]/g
      )) {
        let target = to.startsWith('.') ? posix.join(dirname(path), to) : to
        if (![room, ...others].some(entry => permits(entry, target))) bad.push(`${path} -> ${to}`)
      }
    }
  return bad
}

function sources(root: string, room: string): string[] {
  let at = statSync(`${root}/${room}`, { throwIfNoEntry: false })
  if (!at) return []
  if (at.isFile()) return [room]
  return readdirSync(`${root}/${room}`, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${room}/${name}`)
}

describe('rooms', () => {
  let root = process.env.ROOT ?? '.'
  it('import only what the table allows', () => assert.deepEqual(badImports(root), []))
  it('hold no file of more than 500 lines', () => {
    let files = ['client', 'server', 'test'].flatMap(room => sources(root, room))
    assert.deepEqual(
      files.filter(path => readFileSync(`${root}/${path}`, 'utf8').split('\n').length > 501),
      []
    )
  })
})
