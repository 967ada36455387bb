// `npm start`: checks the sample's draft, then opens the sample in VS Code with the extension. `-- --check-only` ends
// after the report. Imports use Node's built-ins only, as this runs before anything is installed.
import { randomBytes } from 'node:crypto'
import { hasDisplay } from './test/host/desktop.mjs'
import { run, say } from './test/host/processes.mjs'
import { build, install, root } from './test/host/project.mjs'

let example = `${root}/example`
let draft = `${example}/draft.note.md`

try {
  await install()
  await build()
  await report()
  if (process.argv.includes('--check-only')) process.exit(0)
  if (!(await openDesktop())) await openInBrowser()
} catch (error) {
  say(error.message)
  process.exit(1)
}

// Exit code 1 says that there are findings, which is what a draft is for.
async function report() {
  let args = ['dist/cli.js', 'check', 'example/draft.note.md']
  let { code } = await run(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (code > 1) throw Error(`The check of ${args[2]} could not run.`)
}

async function openDesktop() {
  // VS Code refuses to run as root, and cannot show a window where there is no display.
  if (process.getuid?.() === 0 || !hasDisplay()) return false
  let { code } = await run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, example, draft])
  if (code === 0) say('\nVS Code has opened the sample. Close its window when you are done.')
  return code === 0
}

async function openInBrowser() {
  let { packageExtension } = await import('./test/host/vsix.mjs')
  let { pageUrl, remote, startServer } = await import('./test/host/vscode-server.mjs')
  let server = await startServer({
    extensions: [await packageExtension()],
    settings: {
      'workbench.startupEditor': 'none',
      // In a browser VS Code saves by itself, and the sample is not only this reader's.
      'files.autoSave': 'off',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'chat.disableAIFeatures': true,
      'git.openRepositoryInParentFolders': 'never'
    },
    port: '3917-3999',
    token: randomBytes(6).toString('hex')
  })
  let url = pageUrl(server, example, [['openFile', remote(server, draft)]])
  console.log(`\nThe sample is open in VS Code at\n\n  ${url}\n\nPress Ctrl-C to end.`)
  await server.ended
  await server.stop()
  throw Error('VS Code’s server has ended.')
}
