export type FileKind = 'note' | 'actor' | 'actors' | 'source' | 'sources' | 'bibliography' | 'config'

/** What a file is, by its name alone (section 1 of the markup); undefined for files that are none of ours. */
export function fileKind(path: string): FileKind | undefined {
  let name = fileName(path)
  if (name === 'provenote.yaml') return 'config'
  if (name === 'actors.yaml') return 'actors'
  if (name === 'sources.yaml') return 'sources'
  // Something must stand before the ending: it is the key, or what people call the file.
  return endings.find(([ending]) => name.length > ending.length && name.endsWith(ending))?.[1]
}

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
