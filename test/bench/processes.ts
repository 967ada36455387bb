import { spawn } from 'node:child_process'

/** What a process of its own measures: its arguments and what it prints are JSON. */
export type Task = (...args: never[]) => Promise<unknown>

/**
 * Runs a task of `tasks.ts` in a fresh process, so that neither what was compiled nor what was allocated before counts.
 */
export function inProcess<T>(task: string, ...args: unknown[]): Promise<T> {
  let child = spawn(process.execPath, ['--expose-gc', __filename, '--task', task, JSON.stringify(args)], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', code => (code === 0 ? done(JSON.parse(output)) : fail(Error(`${task} ended with code ${code}`))))
  })
}

/** Megabytes of memory this process holds, garbage collected first: pages that are free then are given back beside it. */
export async function memory(): Promise<number> {
  for (let times = 0; times < 3; times++) {
    globalThis.gc?.()
    await new Promise(done => setTimeout(done, 200))
  }
  return process.memoryUsage.rss() / 1e6
}
