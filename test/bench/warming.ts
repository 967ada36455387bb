import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from './figures'
import { inProcess } from './processes'

interface Time {
  ms: number
  processor: number
}

/**
 * A start and a check with what the last one kept. The start stands beside a script that only lists the same files and asks for their
 * stats; the check, a process from its start to its end, beside the peer's diagnostics of the same notes, for which it has them at hand.
 */
export async function warming(original: string, size: string, runs: number): Promise<Figure[]> {
  // A copy: a note is changed.
  let folder = `${original}-warm`
  rmSync(folder, { recursive: true, force: true })
  cpSync(original, folder, { recursive: true, preserveTimestamps: true })
  let kept = join(folder, '.provenote/start')
  mkdirSync(kept, { recursive: true })
  let settled = Date.now() + 3000
  do {
    check(folder)
    await inProcess('start', folder, kept)
    // Until all files have rested, so that they are known by their stats.
  } while (Date.now() < settled)
  check(folder)
  await inProcess('start', folder, kept)
  let floors: Time[] = []
  let starts: (Time & { ready: number })[] = []
  let same: number[] = []
  let changed: number[] = []
  let peers: Time[] = []
  for (let run = 0; run < runs; run++) {
    floors.push(await inProcess<Time>('stats', folder))
    starts.push(await inProcess('start', folder, kept))
    same.push(check(folder))
  }
  for (let run = 0; run < runs; run++) {
    appendFileSync(join(folder, 'notes/0/note-00007.note.md'), '\nThe boats were counted again that evening.\n')
    changed.push(check(folder))
    peers.push(await inProcess<Time>('peerAll', folder))
  }
  rmSync(folder, { recursive: true })
  let stats = (of: keyof Time) => ({ what: 'to list and stat', values: floors.map(one => one[of]) })
  let peer = { what: 'peer, all notes', values: peers.map(one => one.ms) }
  return [
    { what: 'warm index', size, unit: 'ms', ours: starts.map(one => one.ms), beside: stats('ms'), atMost: 2 },
    {
      what: 'warm index, processor time',
      size,
      unit: 'ms',
      ours: starts.map(one => one.processor),
      beside: stats('processor')
    },
    { what: 'then reading every summary that was kept', size, unit: 'ms', ours: starts.map(one => one.ready) },
    { what: '`check --cache`, nothing changed, as a process', size, unit: 'ms', ours: same, beside: peer, atMost: 0.1 },
    {
      what: '`check --cache`, one note changed, as a process',
      size,
      unit: 'ms',
      ours: changed,
      beside: peer,
      atMost: 0.1
    }
  ]
}

// Milliseconds from its start to its end.
function check(folder: string): number {
  let cli = join(__dirname, '../../cli.js')
  if (!existsSync(cli)) throw Error(`${cli} is not built`)
  let begun = performance.now()
  let { status } = spawnSync(process.execPath, [cli, 'check', '--cache'], { cwd: folder, stdio: 'ignore' })
  if (status !== 0 && status !== 1) throw Error(`The check ended with ${status}`)
  return performance.now() - begun
}
