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
