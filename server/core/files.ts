export type FileKind = 'note' | 'actor' | 'actors' | 'source' | 'sources' | 'bibliography' | 'config'

/** What a file is, by its name alone (section 1 of the markup); undefined for files that are none of ours. */
export function fileKind(path: string): FileKind | undefined {
  // Asked of every file of a folder, several times: nothing is cut out or allocated for most.
  for (let [ending, kind] of endings) {
    let before = path.length - ending.length - 1
    // Something must stand before the ending: it is the key, or what people call the file.
    if (before >= 0 && path.endsWith(ending) && path[before] !== '/') return kind
  }
  return path.endsWith('.yaml') ? named.get(fileName(path)) : undefined
}

let named = new Map<string, FileKind>([
  ['provenote.yaml', 'config'],
  ['actors.yaml', 'actors'],
  ['sources.yaml', 'sources']
])

/** The key that a source's or an actor's own file gives by its name: what stands before `.source.md`, `.actor.md`. */
export function keyFromPath(path: string): string {
  return fileName(path).replace(/\.(source|actor)\.md$/, '')
}

/** What follows the last `/`. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

const endings: [string, FileKind][] = [
  ['.note.md', 'note'],
  ['.actor.md', 'actor'],
  ['.source.md', 'source'],
  ['.actors.yaml', 'actors'],
  ['.sources.yaml', 'sources'],
  ['.bib', 'bibliography'],
  ['.csl.json', 'bibliography']
]
