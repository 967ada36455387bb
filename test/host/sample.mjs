// Opens the sample from the walkthrough by hand-like input in an empty window of VS Code's page: an extension's own test would end
// with the window. Prints each test, then the counts as mocha does.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { launch } from './browser.mjs'
import { report } from './editors.mjs'
import { root } from './project.mjs'
import { pageUrl, startServer } from './vscode-server.mjs'
import { packageExtension } from './vsix.mjs'

let folder = mkdtempSync(`${tmpdir()}/provenote-sample-`)
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

await report('The sample', async () => {
  // As a user has it: what is not packaged is not there.
  let server = await startServer({
    extensions: [await packageExtension()],
    settings: { 'chat.disableAIFeatures': true, 'workbench.startupEditor': 'none', 'files.simpleDialog.enable': true }
  })
  let browser = await launch()
  let page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  let title = 'The walkthrough copies the sample to a folder and opens it at the draft'
  try {
    await page.goto(pageUrl(server))
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 })
    await command(page, 'Provenote: First steps')
    await page.getByRole('button', { name: 'Open the sample' }).click()
    // The dialog lists the home folder before it takes another.
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '..' }).first().waitFor()
    await page.locator('.quick-input-widget:visible input').first().click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(`${folder}/`, { delay: 30 })
    await page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Put the sample here' }).click()
    await page.locator('.tab.active', { hasText: 'draft.note.md' }).waitFor({ timeout: 60_000 })
    // The server has read it: what a judgement rests on is counted.
    await page.locator('.codelens-decoration', { hasText: '2 sources, 1 against' }).waitFor({ timeout: 60_000 })
    let [copy, own] = [`${folder}/provenote-sample`, `${root}/example`].map(path =>
      readFileSync(`${path}/draft.note.md`, 'utf8')
    )
    return [{ title, error: copy === own ? undefined : 'The copy differs from the sample.' }]
  } catch (error) {
    mkdirSync(`${root}/.vscode-test`, { recursive: true })
    await page.screenshot({ path: `${root}/.vscode-test/failed.png` }).catch(() => {})
    return [{ title, error: error.message }]
  } finally {
    await browser.close()
    await server.stop()
  }
})

async function command(page, name) {
  let row = page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first()
  // A window that has only just opened takes no key yet.
  for (let left = 30; ; left--) {
    await page.keyboard.press('F1')
    await page.keyboard.type(name)
    try {
      await row.waitFor({ timeout: 2000 })
      return await row.click()
    } catch (error) {
      if (!left) throw error
      await page.keyboard.press('Escape')
    }
  }
}
