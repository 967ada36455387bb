import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from './figures'
import { inProcess } from './processes'

interface Time {
  ms: number
  processor: number
}

/** What is changed before a check, from the second on. */
let changes: [what: string, change: (folder: string) => void][] = [
  ['nothing changed', () => {}],
  ['one note changed', folder => add(folder, 'notes', '.note.md', 1)],
  ['20 notes changed', folder => add(folder, 'notes', '.note.md', 20)],
  ['one source changed', folder => add(folder, 'sources', '.source.md', 1)],
  ['one actor changed', folder => add(folder, 'actors', '.actor.md', 1)]
]

/**
 * A start and a check with what the last one kept. The start stands beside a script that only lists the same files and asks for their
 * stats; the check beside the peer's diagnostics of the same notes, each a process from its start to its end.
 */
export async function warming(original: string, size: string, runs: number): Promise<Figure[]> {
  // A copy: notes are changed.
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
  let checks = changes.map((): Time[] => [])
  let peers: Time[] = []
  for (let run = 0; run < runs; run++) {
    floors.push(await inProcess<Time>('stats', folder))
    starts.push(await inProcess('start', folder, kept))
  }
  for (let [index, [, change]] of changes.entries()) {
    for (let run = 0; run < runs; run++) {
      change(folder)
      checks[index].push(check(folder))
      if (index === 0) peers.push(peerCheck(folder))
    }
  }
  rmSync(folder, { recursive: true })
  let stats = (of: keyof Time) => ({ what: 'to list and stat', values: floors.map(one => one[of]) })
  let peer = (of: keyof Time) => ({ what: 'peer, all notes', values: peers.map(one => one[of]) })
  let warm = (what: string, of: keyof Time, ours: Time[]): Omit<Figure, 'beside'> => {
    return { what, size, unit: 'ms', ours: ours.map(one => one[of]) }
  }
  return [
    { ...warm('warm index', 'ms', starts), beside: stats('ms'), atMost: 2 },
    { ...warm('warm index, processor time', 'processor', starts), beside: stats('processor') },
    { what: 'then reading every summary that was kept', size, unit: 'ms', ours: starts.map(one => one.ready) },
    ...changes.flatMap(([what], index): Figure[] => [
      { ...warm(`\`check --cache\`, ${what}, as a process`, 'ms', checks[index]), beside: peer('ms'), atMost: 0.1 },
      { ...warm(`${what}, processor time`, 'processor', checks[index]), beside: peer('processor') }
    ])
  ]
}

// A sentence at the end of the first files of a kind.
function add(folder: string, part: string, ending: string, count: number) {
  let names = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
  let own = names.filter(name => name.endsWith(ending)).sort()
  for (let name of own.slice(0, count))
    appendFileSync(join(folder, part, name), '\nThe boats were counted again that evening.\n')
}

let check = (folder: string) => timeOf(join(__dirname, '../../cli.js'), ['check', '--cache'], folder)
let peerCheck = (folder: string) => timeOf(join(__dirname, 'peer.bench.js'), [folder], folder)

// Of a process from its start to its end: how long it took, and what it took of the processor.
function timeOf(script: string, args: string[], cwd: string): Time {
  if (!existsSync(script)) throw Error(`${script} is not built`)
  let noted = `process.on('exit', () => fs.writeSync(3, JSON.stringify(process.cpuUsage())))
    process.argv.splice(1, 0, ${JSON.stringify(script)})
    require(${JSON.stringify(script)})`
  let begun = performance.now()
  let { status, output } = spawnSync(process.execPath, ['-e', noted, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  let ms = performance.now() - begun
  if (status !== 0 && status !== 1) throw Error(`${script} ended with ${status}`)
  let { user, system } = JSON.parse(String(output[3]))
  return { ms, processor: (user + system) / 1e3 }
}
