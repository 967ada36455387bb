import { isStatementLink } from '../claims'
import { resolvePath } from '../links'
import type { Related } from '../model'
import { originOf } from '../origin'
import { firstIndex } from '../span'
import type { NoteSummary } from '../summary'
import type { Rule } from './rule'

/** A statement rests on one of another note, and a source that is cited there against it is not mentioned here. */
export let rule: Rule = {
  id: 'contrary-ignored',
  severity: { draft: 'information', final: 'warning' },
  standard: 'ICD 203 standard 6',
  *note({ note, workspace, path }) {
    let origins: Set<string> | undefined
    for (let { destination, destinationSpan, label, from: start } of note.links) {
      if (!isStatementLink(destination) || destination.startsWith('#')) continue
      let block = note.blocks[firstIndex(note.blocks.length, i => note.blocks[i].from > start) - 1]
      // Elsewhere a link only says where more can be read.
      if (block?.statement === undefined) continue
      let [file, id] = destination.split('#', 2)
      let target = resolvePath(path, file)
      let other = target === path ? undefined : workspace.files.get(target)?.note
      let index = other?.statements.findIndex(own => own.id === id) ?? -1
      if (!other || index < 0) continue
      origins ??= new Set(note.citations.map(({ key }) => originOf(workspace, key)))
      let ignored = citedAgainst(other, index).filter(
        key => workspace.source(key) && !origins!.has(originOf(workspace, key))
      )
      if (ignored.length === 0) continue
      let { from, to } = other.statements[index]
      let related: Related[] = [{ path: target, from, to, message: `What is linked to, with what speaks against it.` }]
      let message = `${file} cites ${ignored.join(', ')} against ${id}, and this note does not mention ${ignored.length === 1 ? 'it' : 'them'}.`
      yield { ...(label ?? destinationSpan), inferred: true, message, related }
    }
  }
}

// Keys of the sources cited in a statement's `Against:` items.
function citedAgainst({ statements, citations }: NoteSummary, index: number): string[] {
  let keys = citations.keys.filter((_, at) => {
    let item = statements[citations.statements[at]]
    return item?.parent === index && item.label === 'Against'
  })
  return [...new Set(keys)]
}
