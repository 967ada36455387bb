import { copiedText } from './shared-text'
import type { Captured } from './verify'
import type { Workspace } from './workspace'

/**
 * Where a source's information comes from at the last: the source at the end of its chain of origins, or the name of an event. Sources
 * with one origin count as one. A chain that bites its own tail ends at the least key in it, so that all of them agree.
 */
export function originOf(workspace: Workspace, key: string): string {
  let seen = [key]
  for (;;) {
    let origin = workspace.source(seen[seen.length - 1])?.origin?.trim()
    if (!origin) return seen[seen.length - 1]
    let at = seen.indexOf(origin)
    if (at >= 0) return seen.slice(at).sort()[0]
    seen.push(origin)
    if (seen.length > 100) return origin
  }
}

/** The most sources whose texts are compared with one another: more than stand behind any one claim. */
let mostCompared = 8

/**
 * The origins of several sources, each once; of texts that one could have copied from the other, the first one's. That is how many
 * sources a claim really has. Who only asks whether there are so many gets no more: comparing takes long.
 */
export function originsOf(workspace: Workspace, keys: Iterable<string>, enough = Number.POSITIVE_INFINITY): string[] {
  let first = new Map<string, string>()
  for (let key of keys) {
    let origin = originOf(workspace, key)
    if (!first.has(origin)) first.set(origin, key)
  }
  let kept: Captured[] = []
  let found: string[] = []
  for (let [index, [origin, key]] of [...first].entries()) {
    if (found.length >= enough) break
    let own = index < mostCompared ? workspace.captured(key) : undefined
    if (own && kept.some(earlier => copiedText(workspace, own, earlier))) continue
    if (own) kept.push(own)
    found.push(origin)
  }
  return found
}
