import type { Span, Suppression } from './model'
import { firstIndex, overlaps } from './span'

/** One rule's id in a suppression. */
export type Silenced = Suppression['rules'][number]

interface Entry {
  id: Silenced
  target: Span
  reason: string
  /** The next larger target around this one, by index. */
  around: number
}

/**
 * Tells of a finding why it is silenced, with the writer's reason (section 8 of the markup), or undefined when nothing covers it. Every
 * suppression that covers a finding is added to `used`; the smallest gives the reason. The targets of suppressions lie in
 * one another as blocks do, so a finding costs as many steps as blocks lie around it, however many suppressions there are.
 */
export function silencer(
  suppressions: Suppression[],
  used: Set<Silenced>
): (rule: string, at: Span) => string | undefined {
  let inFile = new Map<string, Entry[]>()
  let inBlocks = new Map<string, Entry[]>()
  for (let { rules, scope, target, reason } of suppressions) {
    for (let id of rules) {
      let lists = scope === 'file' ? inFile : inBlocks
      let entry = { id, target: target ?? { from: 0, to: Number.POSITIVE_INFINITY }, reason, around: -1 }
      if (scope === 'block' && !target) continue
      let list = lists.get(id.id)
      if (list) list.push(entry)
      else lists.set(id.id, [entry])
    }
  }
  for (let list of inBlocks.values()) nest(list)
  return (rule, at) => {
    let found = covering(inBlocks.get(rule) ?? [], at)
    for (let entry of found) used.add(entry.id)
    let whole = inFile.get(rule)
    if (whole && !used.has(whole[0].id)) for (let entry of whole) used.add(entry.id)
    return (found[0] ?? whole?.[0])?.reason
  }
}

function nest(list: Entry[]) {
  list.sort((a, b) => a.target.from - b.target.from || b.target.to - a.target.to)
  let open: number[] = []
  for (let [index, entry] of list.entries()) {
    while (open.length && list[open[open.length - 1]].target.to <= entry.target.from) open.pop()
    entry.around = open.at(-1) ?? -1
    open.push(index)
  }
}

// Innermost first.
function covering(list: Entry[], at: Span): Entry[] {
  let found: Entry[] = []
  let next = firstIndex(list.length, i => list[i].target.from > at.from)
  for (let i = next - 1; i >= 0; i = list[i].around) {
    let { target } = list[i]
    if (overlaps(target, at) || target.from === at.from) found.push(list[i])
  }
  // A finding over several blocks, as of a quotation of several paragraphs.
  for (let i = next; i < list.length && list[i].target.from < at.to; i++) found.push(list[i])
  return found
}
