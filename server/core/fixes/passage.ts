import type { Related } from '../model'
import { foldedAt, type Passage } from '../verify'
import type { Workspace } from '../workspace'
import { short } from './run'

/** A passage of a source, to be read beside a finding. */
export function passageOf(workspace: Workspace, { source, path, from, to }: Passage): Related {
  let folded = workspace.captured(source)?.folded()
  let words = folded?.text.slice(foldedAt(folded, from), foldedAt(folded, to)) ?? ''
  return { path, from, to, message: `${source}: “${short(words, 120)}”` }
}
