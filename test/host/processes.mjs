// Child processes that never outlive us. Built-ins only: this runs before anything is installed.
import { spawn } from 'node:child_process'

let groups = new Set()
let ending = false
let windows = process.platform === 'win32'

/** A line about something slow, on standard error so that reports on standard output stay clean. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Starts a program in a process group of its own, so that `stop` reaches what it started in turn. */
export function start(command, args, options = {}) {
  let child = spawn(command, args, { stdio: 'pipe', ...options, detached: !windows })
  groups.add(child)
  return child
}

/** Whether nobody has asked a program to end. */
export function isWanted(child) {
  return groups.has(child)
}

/** Ends a program and all it started: asked first, forced after five seconds. */
export async function stop(child) {
  groups.delete(child)
  signal(child, 'SIGTERM')
  for (let deadline = Date.now() + 5000; isAlive(child) && Date.now() < deadline; )
    await new Promise(done => setTimeout(done, 20))
  signal(child, 'SIGKILL')
}

/**
 * Runs a program to its end and returns its exit code and output, which is also shown meanwhile when `show` is set
 * (with `stdio: 'inherit'` it is only shown).
 * A program that cannot be started ends with code 127, as in a shell; one that takes longer than `limit` is ended, with 124.
 */
export async function run(command, args, { show = false, limit, ...options } = {}) {
  // These are scripts on Windows, which only a shell can start.
  let shell = windows && ['npm', 'code'].includes(command)
  let child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell, ...options })
  let output = ''
  for (let [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr]
  ])
    from?.setEncoding('utf8').on('data', text => {
      output += text
      if (show) to.write(text)
    })
  let code = await new Promise(done => {
    let timer = limit && setTimeout(() => stop(child).then(() => done(124)), limit)
    child.once('error', error => {
      output += error.message
      done(127)
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      // Nobody is told of what ended because we were told to end.
      if (!ending) done(code ?? (signal ? 1 : 0))
    })
  })
  groups.delete(child)
  return { code, output }
}

/** Fails with some words after a time, unless the process has ended by then. */
export function failAfter(milliseconds, words) {
  return new Promise((_, fail) => setTimeout(() => fail(Error(words)), milliseconds).unref())
}

// A group can outlive its leader, so it is asked for by the group's id, not by the leader's state.
function signal(child, name) {
  if (!child.pid) return
  if (windows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
  else
    try {
      process.kill(-child.pid, name)
    } catch {}
}

function isAlive(child) {
  if (!child.pid || windows) return false
  try {
    process.kill(-child.pid, 0)
    return true
  } catch {
    return false
  }
}

let atEnd = new Set()
/** Calls back when the process is told to end, before the exit; for what `start` did not start. */
export function beforeEnd(action) {
  atEnd.add(action)
}

for (let [name, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129]
])
  process.once(name, async () => {
    ending = true
    await Promise.allSettled([...[...atEnd].map(action => action()), ...[...groups].map(stop)])
    process.exit(code)
  })
process.on('exit', () => {
  for (let child of groups) signal(child, 'SIGKILL')
})
