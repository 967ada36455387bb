// Runs a test bundle in VS Code's server build, opened in headless Chromium.
import { mkdirSync } from 'node:fs'
import { launch } from './browser.mjs'
import { root } from './project.mjs'
import { pageUrl, remote, startServer } from './vscode-server.mjs'

export async function runInServer({ tests, web, workspace, read, signal }) {
  let server = await startServer({
    driven: true,
    settings: {
      'chat.disableAIFeatures': true,
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
      server.ended.then(() => failed('VS Code’s server ended.')),
      new Promise((_, fail) => page.once('crash', () => fail(Error('VS Code’s page crashed.')))),
      new Promise((_, fail) => signal.addEventListener('abort', () => fail(Error(signal.reason))))
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

function failed(words) {
  throw Error(words)
}
