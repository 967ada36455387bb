// VS Code's own server build: a whole VS Code whose window is a page in a browser.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isWanted, run, start, stop } from './processes.mjs'
import { node24, vscodeServer } from './tools.mjs'

/**
 * Starts a server with an empty profile. `settings` are those of the machine; `extensions` are .vsix files to install, `unpacked` folders of extensions;
 * `userHome` is where its dialogs begin.
 * `port` is a number or a range such as 3917-3999, 0 for any. With a `token`, the page asks for it: without one
 * anybody on this machine could use the server as us. `driven` makes the page honour what `pageUrl` asks.
 */
export async function startServer({
  settings = {},
  extensions = [],
  unpacked = [],
  userHome,
  port = 0,
  token,
  driven = false
}) {
  let node = await node24()
  let entry = `${await vscodeServer()}/out/server-main.js`
  let home = mkdtempSync(`${tmpdir()}/provenote-vscode-`)
  let remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  process.on('exit', remove)
  mkdirSync(`${home}/data/Machine`, { recursive: true })
  writeFileSync(`${home}/data/Machine/settings.json`, JSON.stringify(settings))
  let folders = ['--server-data-dir', home, '--extensions-dir', `${home}/extensions`]
  for (let folder of unpacked) cpSync(folder, `${home}/extensions/${basename(folder)}`, { recursive: true })
  for (let file of extensions) {
    let { code, output } = await run(node, [entry, ...folders, '--install-extension', file])
    if (code !== 0) throw Error(`VS Code did not install ${file}:\n${output.trim()}`)
  }
  let server = start(
    node,
    [
      entry,
      '--accept-server-license-terms',
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...(token ? ['--connection-token', token] : ['--without-connection-token']),
      ...(driven ? ['--enable-smoke-test-driver'] : []),
      ...['--disable-telemetry', '--disable-experiments', '--disable-workspace-trust'],
      ...folders
    ],
    { env: userHome ? { ...process.env, HOME: userHome, USERPROFILE: userHome } : process.env }
  )
  let origin = `http://127.0.0.1:${await portOf(server)}`
  return {
    origin,
    token,
    /** Comes when the server ends by itself. */
    ended: new Promise(done => server.once('exit', () => isWanted(server) && done())),
    stop: async () => {
      await stop(server)
      remove()
    }
  }
}

/** The address of the page for a folder or a .code-workspace file, or an empty window for neither. The payload is for driven servers; its paths are of the server's machine. */
export function pageUrl({ origin, token }, folder, payload) {
  let kind = folder?.endsWith('.code-workspace') ? 'workspace' : 'folder'
  let opened = folder ? `${kind}=${encodeURI(asPath(folder))}` : 'ew=true'
  let url = `${origin}/?${token ? `tkn=${token}&` : ''}${opened}`
  return payload ? `${url}&payload=${encodeURIComponent(JSON.stringify(payload))}` : url
}

/** A file or folder of the server's machine, as a payload names it. */
export function remote({ origin }, path) {
  return `${origin.replace('http:', 'vscode-remote:')}${asPath(path)}`
}

function asPath(path) {
  return decodeURI(pathToFileURL(path).pathname)
}

// The server's log is noise (it misses its native modules) until it fails to start.
function portOf(server) {
  return new Promise((done, failed) => {
    let log = ''
    let read = data => {
      log = (log + data).slice(-20_000)
      let port = /agent listening on (\d+)/.exec(log)?.[1]
      if (port) done(Number(port))
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.once('error', failed)
    server.once('exit', code => failed(Error(`VS Code’s server ended with code ${code}:\n${log.trim()}`)))
    setTimeout(() => failed(Error(`VS Code’s server did not start within a minute:\n${log.trim()}`)), 60_000).unref()
  })
}
