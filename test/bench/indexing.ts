import type { Figure } from './figures'
import { inProcess } from './processes'

interface Time {
  ms: number
  processor: number
}
interface Indexed extends Time {
  ready: number
  megabytes: number
  memory: number
}

/** A cold start without a cache, beside a script that only reads and decodes; and what stays in memory of it. */
export async function indexing(folder: string, size: string, runs: number): Promise<Figure[]> {
  let floors: Time[] = []
  let ours: Indexed[] = []
  for (let run = 0; run < runs; run++) {
    floors.push(await inProcess<Time>('floor', folder))
    ours.push(await inProcess<Indexed>('index', folder))
  }
  let floor = (of: keyof Time) => ({ what: 'to read and decode', values: floors.map(one => one[of]) })
  let own = (of: keyof Indexed) => ours.map(one => one[of])
  let allowed = { what: 'allowed: 2 × text + 100 MB', values: [2 * ours[0].megabytes + 100] }
  return [
    { what: 'cold index', size, unit: 'ms', ours: own('ms'), beside: floor('ms'), atMost: 3 },
    { what: 'cold index, processor time', size, unit: 'ms', ours: own('processor'), beside: floor('processor') },
    { what: 'then making all sources ready to search', size, unit: 'ms', ours: own('ready') },
    { what: 'memory of core and disk after both', size, unit: 'MB', ours: own('memory'), beside: allowed, atMost: 1 }
  ]
}
