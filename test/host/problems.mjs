// Runs the task “provenote: check” by hand-like input in VS Code's page, and reads what the Problems view lists: an extension cannot
// see what a problem matcher has found. Prints each test, then the counts as mocha does.
import assert from 'node:assert'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { launch } from './browser.mjs'
import { command, openFile, testsOn } from './by-hand.mjs'
import { report } from './editors.mjs'
import { root } from './project.mjs'
import { pageUrl, remote, startServer } from './vscode-server.mjs'

let folder = mkdtempSync(`${tmpdir()}/provenote-problems-`)
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
let write = (name, text) => writeFileSync(`${folder}/${name}`, text)

write('provenote.yaml', 'profile: none\nrules:\n  unlinked-mention: hint\n')
write('actors.yaml', 'mehra: {schema: Person, name: Sunniva Mehra}\n')
mkdirSync(`${folder}/desk 1`)
// One is open, and has an error and a hint; one is open, and has but a hint; one is closed.
write('open.note.md', 'Gap: What @nobody told Sunniva Mehra.\n')
write('hint.note.md', 'Gap: What Sunniva Mehra said.\n')
write('desk 1/closed.note.md', '# Talks\n\nGap: What @mehra told @noone.\n')

await report('The Problems view', async () => {
  let server = await startServer({
    driven: true,
    settings: { 'chat.disableAIFeatures': true, 'files.autoSave': 'off', 'workbench.quickOpen.closeOnFocusLost': false }
  })
  let browser = await launch()
  let page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  let { results, test } = testsOn(page)
  try {
    for (let name of ['codeAutomationLog', 'codeAutomationExit']) await page.exposeFunction(name, () => {})
    await page.goto(
      pageUrl(server, folder, [
        ['extensionDevelopmentPath', remote(server, root)],
        ['openFile', remote(server, `${folder}/hint.note.md`)],
        ['skipWelcome', 'true']
      ])
    )
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 })
    await openFile(page, 'open.note.md')
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 })
    await page.keyboard.press('Control+Shift+m')
    // A file with its folder and how many it has, then each problem with its rule and place.
    let live = ['open.note.md1', 'No actor has the key `nobody`.provenoteunknown-actor[Ln 1, Col 11]']
    let closed = ['closed.note.mddesk 11', 'No actor has the key `noone`.provenoteunknown-actor[Ln 3, Col 23]']

    await test('lists before the task what is open', () => listed(page, live))
    await test('lists after the task what is closed as well, and nothing twice', async () => {
      await command(page, 'Tasks: Run Task', 'provenote', 'provenote: check')
      await showProblems(page)
      await listed(page, [...closed, ...live])
    })
    await test('leaves an open file the hints that the task does not print', async () => {
      await openFile(page, 'hint.note.md')
      await page.locator('.squiggly-hint').first().waitFor()
    })
    await test('drops with the next run what was mended', async () => {
      write('desk 1/closed.note.md', '# Talks\n\nGap: What @mehra told.\n')
      await command(page, 'Tasks: Rerun Last Task')
      await showProblems(page)
      await listed(page, live)
    })
  } finally {
    await browser.close()
    await server.stop()
  }
  return results
})

/** Shows the view again, once the task's terminal is in its place. */
async function showProblems(page) {
  await page.locator('.panel .xterm').first().waitFor()
  await command(page, 'Problems: Focus on Problems View')
  await page.locator('.markers-panel').waitFor()
}

/** Waits until the view lists some lines. */
async function listed(page, wanted) {
  let shown
  for (let left = 600; left; left--) {
    shown = await page.evaluate(() =>
      [...document.querySelectorAll('.markers-panel .monaco-list-row')]
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map(row => row.textContent)
    )
    if (String(shown) === String(wanted)) return
    await page.waitForTimeout(50)
  }
  assert.deepEqual(shown, wanted)
}
