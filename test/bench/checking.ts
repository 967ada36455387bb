import type { Figure } from './figures'
import { inProcess } from './processes'

interface Checked {
  ms: number
  memory: number
}

/** Diagnostics of all notes, beside the peer's of the same notes. The peer knows no sources; we verify every quotation in ours. */
export async function checking(folder: string, size: string, runs: number): Promise<Figure[]> {
  let ours: Checked[] = []
  let peers: Checked[] = []
  for (let run = 0; run < runs; run++) {
    ours.push(await inProcess<Checked>('checkAll', folder))
    peers.push(await inProcess<Checked>('peerAll', folder))
  }
  let of = (list: Checked[], what: 'ms' | 'memory') => list.map(one => one[what])
  let beside = (what: 'ms' | 'memory') => ({ what: 'peer', values: of(peers, what) })
  return [
    { what: 'diagnostics of all notes', size, unit: 'ms', ours: of(ours, 'ms'), beside: beside('ms'), atMost: 1 / 10 },
    { what: 'memory after them', size, unit: 'MB', ours: of(ours, 'memory'), beside: beside('memory') }
  ]
}
