import type { Edit, Finding } from '../model'
import { rules } from '../rules'
import { firstFrom, overlaps } from '../span'

/**
 * Every fix of a file's findings that may be applied unseen (`Fix.safe`), put together: sorted, none touching another, all in the file
 * itself. Of two fixes for one place the first is taken and the other left: a check of the new text offers it again, if it is still
 * wanted. A fix is taken whole or not at all; one that makes a file or changes another is never taken.
 *
 * @param path of the file the findings are of
 * @param rule id of the one rule whose findings are fixed; without it, all rules'
 */
export function fixAll(path: string, findings: Iterable<Finding>, { rule }: { rule?: string } = {}): Edit[] {
  let taken: Edit[] = []
  let asked = new Set(rules.flatMap(({ id, safeFixes }) => (safeFixes && (rule ?? id) === id ? [id] : [])))
  for (let finding of findings) {
    if (finding.path !== path || !asked.has(finding.rule)) continue
    let fix = finding.fixes().find(own => own.safe)
    if (!fix || fix.create) continue
    let edits = fix.edits.map(edit => ({ ...edit, path: edit.path || path }))
    if (!edits.every(edit => edit.path === path && isFree(taken, edit))) continue
    for (let edit of edits) taken.splice(firstFrom(taken, edit.from), 0, edit)
  }
  return taken
}

// Two that insert at one place have no order, so they are in each other's way, too.
function isFree(taken: Edit[], edit: Edit): boolean {
  let next = firstFrom(taken, edit.from)
  return [taken[next - 1], taken[next]].every(other => !other || (!overlaps(other, edit) && other.from !== edit.from))
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let parts: string[] = []
  let at = 0
  for (let { from, to, newText } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(text.slice(at, from), newText)
    at = to
  }
  return parts.join('') + text.slice(at)
}
