import type { Figure } from './figures'
import { inProcess } from './processes'

interface Checked {
  ms: number
  processor: number
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
  let figure = (what: string, of: keyof Checked, atMost?: number): Figure => ({
    what,
    size,
    unit: of === 'memory' ? 'MB' : 'ms',
    ours: ours.map(one => one[of]),
    beside: { what: 'peer', values: peers.map(one => one[of]) },
    atMost
  })
  return [
    figure('diagnostics of all notes', 'ms', 1 / 10),
    figure('diagnostics of all notes, processor time', 'processor'),
    figure('memory after them', 'memory')
  ]
}
