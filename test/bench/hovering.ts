import { Workspace, warm } from '../../server/core'
import { hover } from '../../server/features/hover'
import { markdown } from '../../server/features/words/format'
import { type Figure, quantile, timed } from './figures'
import { load, toEnd } from './tasks'

/** Cards of actors, with passages from all sources: of the one who is named in every source, and of two hundred others. */
export async function hovering(folder: string, size: string, runs: number): Promise<Figure[]> {
  let workspace = new Workspace()
  await load(workspace, folder)
  toEnd(warm(workspace))
  let keys = [...workspace.actorKeys()]
  let step = Math.max(1, Math.floor(keys.length / 200))
  let chosen = keys.filter((_, index) => index % step === 0)
  let path = `${folder}/hover.note.md`
  workspace.set(path, chosen.map(key => `@${key} spoke.\n`).join('\n'), true)
  let mentions = workspace.note(path)!.mentions
  let frame = { what: 'one frame', values: [16] }
  let everywhere: number[] = []
  let others: number[] = []
  for (let run = 0; run < runs + 1; run++) {
    let times: number[] = []
    for (let { from } of mentions) times.push(await timed(() => toEnd(hover(workspace, path, from + 1, markdown))))
    // The first run compiles.
    if (run === 0) continue
    everywhere.push(times[0])
    others.push(quantile(times, 0.95))
  }
  return [
    { what: 'card of an actor named in every source', size, unit: 'ms', ours: everywhere, beside: frame, atMost: 1 },
    { what: 'cards of 200 actors, p95', size, unit: 'ms', ours: others, beside: frame, atMost: 1 }
  ]
}
