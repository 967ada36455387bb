// A Chromium to open VS Code's page in.
import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { beforeEnd, run, say } from './processes.mjs'

let flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** Starts headless Chromium. Close it with `close()`; it is also closed when we are told to end. */
export async function launch() {
  let { chromium } = await import('playwright-core')
  let browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: flags.split(' '),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false
  })
  beforeEnd(() => browser.close())
  return browser
}

async function chromiumPath() {
  let path = found()
  if (path) return path
  // On Debian as root, which is what a bare build machine is, it can be had without asking anyone.
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing Chromium (apt-get), once …')
    let env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (let args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      let { code, output } = await run('apt-get', args, { env })
      if (code !== 0) throw Error(`apt-get ${args.join(' ')} failed:\n${output.trim().slice(-2000)}`)
    }
  }
  if ((path = found())) return path
  throw Error('No Chromium was found. Install Chromium or Chrome, or set CHROME_PATH to its program.')
}

function found() {
  let names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']
  let folders = (process.env.PATH ?? '').split(delimiter)
  return [
    process.env.CHROME_PATH,
    ...names.flatMap(name => folders.map(folder => `${folder}/${name}`)),
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe'
  ].find(path => path && existsSync(path))
}
