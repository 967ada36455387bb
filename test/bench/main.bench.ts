import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { checking } from './checking'
import { completing } from './completing'
import { type Figure, table } from './figures'
import { sizes, workspaceOf } from './generate'
import { hovering } from './hovering'
import { indexing } from './indexing'
import { labelled } from './labelled'
import { quoting } from './quoting'
import { reading } from './reading'
import { tasks } from './tasks'
import { typing } from './typing'
import { verifying } from './verifying'
import { warming } from './warming'

/** Each measures one thing at one size. */
let measures: { [name: string]: (folder: string, size: string, runs: number) => Promise<Figure[]> } = {
  indexing,
  checking,
  warming,
  typing,
  completing,
  hovering,
  verifying,
  quoting,
  reading
}
/** Those that do not depend on the size run once. */
let once = ['completing']

async function main() {
  let { values } = parseArgs({ options: { size: { type: 'string' }, only: { type: 'string' } } })
  let chosen = Object.keys(sizes).filter(size => !values.size || size === values.size) as (keyof typeof sizes)[]
  let all = [...Object.keys(measures), 'labelled']
  let names = all.filter(name => !values.only || name === values.only)
  if (!chosen.length || !names.length) {
    throw Error(`--size is one of ${Object.keys(sizes).join(', ')}; --only one of ${all.join(', ')}`)
  }
  let figures: Figure[] = []
  for (let name of names.filter(name => name in measures)) {
    for (let size of once.includes(name) ? chosen.slice(0, 1) : chosen) {
      process.stderr.write(`${name}, ${size} …\n`)
      let { notes } = sizes[size]
      figures.push(
        ...(await measures[name](
          workspaceOf(sizes[size]),
          `${notes.toLocaleString('en')} notes`,
          size === 'large' ? 3 : 5
        ))
      )
    }
  }
  // How often verdicts are right, not how fast they are: it needs no workspace from a seed.
  let judged = names.includes('labelled') ? await labelled(5) : undefined
  figures.push(...(judged?.figures ?? []))
  console.log([judged?.shown, table(figures), conditions()].filter(Boolean).join('\n\n'))
}

function conditions(): string {
  let [cpu] = cpus()
  return `Medians, with the least and the most in brackets: the wider these, the busier the machine was. ${cpus().length} × ${cpu.model.trim()}, Node ${process.versions.node}, files in the system's cache.`
}

async function runTask(name: string, args: string) {
  let task = tasks[name as keyof typeof tasks] as (...args: unknown[]) => Promise<unknown>
  process.stdout.write(JSON.stringify(await task(...JSON.parse(args))))
}

let [flag, name, args] = process.argv.slice(2)
let work = flag === '--task' ? runTask(name, args) : main()
work.catch(error => {
  console.error(error)
  process.exitCode = 1
})
