import type { Figure } from './figures'
import { inProcess } from './processes'

/** A cold start without a cache, beside a script that only reads and decodes; and what stays in memory of it. */
export async function indexing(folder: string, size: string, runs: number): Promise<Figure[]> {
  let floors: number[] = []
  let ours: number[] = []
  let ready: number[] = []
  let memory: number[] = []
  let allowed = 0
  for (let run = 0; run < runs; run++) {
    floors.push((await inProcess<{ ms: number }>('floor', folder)).ms)
    let own = await inProcess<{ ms: number; ready: number; megabytes: number; memory: number }>('index', folder)
    ours.push(own.ms)
    ready.push(own.ready)
    memory.push(own.memory)
    allowed = 2 * own.megabytes + 100
  }
  return [
    { what: 'cold index', size, unit: 'ms', ours, beside: { what: 'to read and decode', values: floors }, atMost: 3 },
    { what: 'then making all sources ready to search', size, unit: 'ms', ours: ready },
    {
      what: 'memory of core and disk after both',
      size,
      unit: 'MB',
      ours: memory,
      beside: { what: 'allowed: 2 × text + 100 MB', values: [allowed] },
      atMost: 1
    }
  ]
}
