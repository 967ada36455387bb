// A Neovim to test in.
import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { run, say } from '../host/processes.mjs'

/** Path of the program: NEOVIM_PATH, or the one on the path, or on Debian as root the package. Throws when there is none. */
export async function neovim() {
  let path = found()
  if (path) return path
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing Neovim (apt-get), once …')
    let env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (let args of [['update'], ['install', '-y', '--no-install-recommends', 'neovim']]) {
      let { code, output } = await run('apt-get', args, { env })
      if (code !== 0) throw Error(`apt-get ${args.join(' ')} failed:\n${output.trim().slice(-2000)}`)
    }
  }
  if ((path = found())) return path
  throw Error('No Neovim was found. Install Neovim 0.7 or later, or set NEOVIM_PATH to its program.')
}

function found() {
  let folders = (process.env.PATH ?? '').split(delimiter)
  return [process.env.NEOVIM_PATH, ...folders.map(folder => `${folder}/nvim`)].find(path => path && existsSync(path))
}
