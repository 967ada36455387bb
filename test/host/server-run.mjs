// Runs a test bundle in VS Code's server build, opened in headless Chromium.
import { mkdirSync } from 'node:fs'
import { launch } from './browser.mjs'
import { failAfter } from './processes.mjs'
import { root } from './project.mjs'
import { pageUrl, remote, startServer } from './vscode-server.mjs'

export async function runInServer({ tests, web, workspace, others, read }) {
  let server = await startServer({
    driven: true,
    // The page takes one extension from where it is developed; more are as if installed.
    unpacked: others,
    settings: {
      'chat.disableAIFeatures': true,
      // As on the desktop: what a test takes back must not be on the disk by then.
      'files.autoSave': 'off',
      // The page ignores `extensionDevelopmentKind`, which is what the desktop listens to.
      ...(web ? { 'remote.extensionKind': { 'provenote.provenote': ['web'] } } : {})
    }
  })
  let browser = await launch()
  let page = await browser.newPage()
  try {
    let exit = new Promise(done => {
      page.exposeFunction('codeAutomationExit', done)
      page.exposeFunction('codeAutomationLog', (_type, args) => read(args.map(String).join(' ')))
    })
    let payload = [
      ['extensionDevelopmentPath', remote(server, root)],
      ['extensionTestsPath', remote(server, tests)],
      ['skipWelcome', 'true']
    ]
    await page.goto(pageUrl(server, workspace, payload))
    await Promise.race([
      exit,
      server.ended.then(() => Promise.reject(Error('VS Code’s server ended.'))),
      new Promise((_, fail) => page.once('crash', () => fail(Error('VS Code’s page crashed.')))),
      failAfter(5 * 60_000, 'The tests did not end within five minutes.')
    ])
  } catch (error) {
    // What the page showed is the quickest way to see why nothing ran.
    mkdirSync(`${root}/.vscode-test`, { recursive: true })
    await page.screenshot({ path: `${root}/.vscode-test/failed.png` }).catch(() => {})
    throw error
  } finally {
    await browser.close()
    await server.stop()
  }
}
