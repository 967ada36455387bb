// What an extension's own test cannot see to its end, by hand-like input in VS Code's page: opening the sample from the walkthrough in
// an empty window, which is another window then, and merging two actors through the preview of the changes. Prints each test, then the counts as mocha does.
import assert from 'node:assert'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { launch } from './browser.mjs'
import { command, openFile, testsOn } from './by-hand.mjs'
import { report } from './editors.mjs'
import { merge } from './hands.mjs'
import { root } from './project.mjs'
import { pageUrl, startServer } from './vscode-server.mjs'
import { packageExtension } from './vsix.mjs'

let twins = 'vell:\n  schema: Person\n  name: Corin Vell\nvelle:\n  schema: Person\n  name: Korin Velle\n'
let folder = mkdtempSync(`${tmpdir()}/provenote-sample-`)
let sample = `${folder}/provenote-sample`
let text = file => readFileSync(`${sample}/${file}`, 'utf8')
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

await report('The sample', async () => {
  // As a user has it: what is not packaged is not there.
  let server = await startServer({
    extensions: [await packageExtension()],
    userHome: folder,
    settings: { 'chat.disableAIFeatures': true, 'workbench.startupEditor': 'none', 'files.simpleDialog.enable': true }
  })
  let browser = await launch()
  let page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  let { results, test } = testsOn(page)
  await test('The walkthrough copies the sample to a folder and opens it at the draft', () =>
    openSample(page, pageUrl(server)))
  await test('Two actors are merged once every change has been agreed to', () => mergeTwins(page))
  await browser.close()
  await server.stop()
  return results
})

async function openSample(page, address) {
  await page.goto(address)
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 })
  await command(page, 'Provenote: First steps')
  await page.getByRole('button', { name: 'Open the sample' }).click()
  // The dialog lists the user's home: nothing yet but what leads out of it.
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '..' }).first().waitFor()
  await page.getByRole('button', { name: 'Put the sample here' }).click()
  await page.locator('.tab.active', { hasText: 'draft.note.md' }).waitFor({ timeout: 60_000 })
  // The server has read it: what a judgement rests on is counted.
  await page.locator('.codelens-decoration', { hasText: '2 sources, 1 against' }).waitFor({ timeout: 60_000 })
  assert.equal(text('draft.note.md'), readFileSync(`${root}/example/draft.note.md`, 'utf8'))
}

async function mergeTwins(page) {
  writeFileSync(`${sample}/late.actors.yaml`, twins)
  writeFileSync(`${sample}/late.note.md`, 'Gap: What @velle told @vell.\n')
  // A list that is open is known to the server; the merging begins in a note.
  await openFile(page, 'late.actors.yaml')
  await page.locator('.codelens-decoration', { hasText: 'mention' }).first().waitFor()
  await openFile(page, 'draft.note.md')
  // The explorer lists these files, too.
  await page.keyboard.press('Control+b')
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' })
  await merge(page, true)
  await command(page, 'File: Save All')
  for (let left = 200; left && text('late.note.md').includes('@velle'); left--) await page.waitForTimeout(50)
  assert.equal(text('late.note.md'), 'Gap: What @vell told @vell.\n')
  assert.equal(text('late.actors.yaml'), 'vell:\n  alias: [Korin Velle]\n  schema: Person\n  name: Corin Vell\n')
}
