import { newSource, type Span, sourcesAt, webAddress } from '../../core'
import type { Asked, Refactoring } from './index'
import { quoted, selectedWords } from './words'

let kind = 'refactor.extract.source'

/** Cite the address or title that is selected, or the address at the cursor: by the source that has it, else by a new one. */
export function* newSourceHere(asked: Asked): Iterable<Refactoring> {
  let { workspace, path, today } = asked
  let found = addressHere(asked)
  if (found) {
    let { address, words, from, to } = found
    let cite = (key: string) => ({ path, from, to, newText: words ? `${words} [^${key}]` : `[^${key}]` })
    let known = sourcesAt(workspace, address)
    for (let { key } of known) yield { title: `Cite ${key} instead of its address`, kind, edits: [cite(key)] }
    let made = known.length === 0 ? newSource(workspace, path, { address }, today) : undefined
    if (!made) return
    let { fix, key } = made
    yield {
      ...fix,
      title: `Create a source for ${quoted(address)} and cite it`,
      kind,
      edits: [...fix.edits, cite(key)]
    }
    return
  }
  let selected = selectedWords(asked)
  let made = selected && newSource(workspace, path, { title: selected.words })
  if (!selected || !made) return
  let { fix, key } = made
  let cite = { path, from: selected.to, to: selected.to, newText: ` [^${key}]` }
  yield { ...fix, title: `Create the source ${quoted(selected.words)} and cite it`, kind, edits: [...fix.edits, cite] }
}

// With what stands around it: angle brackets, or the link it is the destination of.
function addressHere({ note, text, from, to }: Asked): (Span & { address: string; words?: string }) | undefined {
  let link = note.links.find(own => own.from <= from && to <= own.to && webAddress(own.destination))
  if (link) return { from: link.from, to: link.to, address: webAddress(link.destination)!, words: link.words }
  let at = note.opaque.find(own => own.from <= from && to <= own.to)
  if (!at) return undefined
  // Of a bare address only what follows the scheme is opaque.
  let scheme = /(?:https?)$/i.exec(text.slice(Math.max(0, at.from - 5), at.from))?.[0] ?? ''
  let span = { from: at.from - scheme.length, to: at.to }
  let address = webAddress(text.slice(span.from, span.to))
  return address ? { ...span, address } : undefined
}
