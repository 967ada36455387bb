// Programs that running VS Code needs and the package itself does not, installed on demand into .vscode-test/.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { run, say } from './processes.mjs'
import { root } from './project.mjs'

let cache = `${root}/.vscode-test`

let pinned = {
  // VS Code 1.139.1, server and workbench, as npm packages; its own dependencies are in two more folders.
  vscode: {
    packages: ['code-server@4.139.1'],
    folders: ['node_modules/code-server/lib/vscode', 'node_modules/code-server/lib/vscode/extensions'],
    words: 'VS Code’s server build (about 700 MB, half a minute)'
  },
  // VS Code's server and its packager need this Node, whatever Node the machine has.
  node: { packages: [`${platformNode()}@24.21.0`], words: 'Node 24' },
  vsce: { packages: ['@vscode/vsce@4.1.0'], words: 'VS Code’s packager' },
  fonts: {
    packages: ['@fontsource-variable/inter@5.3.0', '@fontsource-variable/jetbrains-mono@5.3.0'],
    words: 'fonts for the pictures'
  }
}

/** The folder of VS Code's server: its entry is `out/server-main.js`. */
export async function vscodeServer() {
  return `${await tool('vscode')}/node_modules/code-server/lib/vscode`
}

/** A Node 24 binary. */
export async function node24() {
  if (process.versions.node.startsWith('24.')) return process.execPath
  let folder = `${await tool('node')}/node_modules/${platformNode()}/bin`
  return `${folder}/${process.platform === 'win32' ? 'node.exe' : 'node'}`
}

/** The script of VS Code's packager. */
export async function vsce() {
  return `${await tool('vsce')}/node_modules/@vscode/vsce/vsce`
}

/** The folder of two fonts, one folder each. */
export async function fonts() {
  return `${await tool('fonts')}/node_modules/@fontsource-variable`
}

function platformNode() {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
}

// A tool is installed under another name and renamed when it is whole: what has the name is never half of it.
async function tool(name) {
  let { packages, folders = [], words } = pinned[name]
  let folder = `${cache}/${packages[0].replace(/^@/, '').replace(/[/@]/g, '-')}`
  if (existsSync(folder)) return folder
  say(`Installing ${words}, once …`)
  removeUnfinished()
  let unfinished = `${folder}.part-${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  writeFileSync(`${unfinished}/package.json`, '{ "private": true }\n')
  // Without scripts nothing is compiled and no system headers are needed; VS Code runs without its native modules.
  await npm(unfinished, packages)
  for (let inner of folders) await npm(`${unfinished}/${inner}`, ['--legacy-peer-deps'])
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}

async function npm(folder, args) {
  let flags = ['--loglevel=error', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--prefix', folder]
  let { code, output } = await run('npm', ['install', ...args, ...flags], { cwd: folder })
  if (code !== 0) throw Error(`npm could not install ${args.join(' ')} in ${folder}:\n${output.trim()}`)
}

// Another run may be installing at this moment: only what a process that is gone has left behind is removed.
function removeUnfinished() {
  for (let name of existsSync(cache) ? readdirSync(cache) : []) {
    let pid = Number(/\.part-(\d+)$/.exec(name)?.[1])
    if (pid && !isRunning(pid)) rmSync(`${cache}/${name}`, { recursive: true, force: true })
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
