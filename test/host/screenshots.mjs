// `npm run screenshots`: makes the pictures of the README and the walkthrough, media/**/*.png, by hand-like input in VS Code's
// page, in a dark and a light theme. `-- completion` makes only the pictures whose name holds the word; `-- verdict` those
// of the card of each verdict, to be looked at, in .vscode-test/verdicts; `-- verdict contrast` those in one theme.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { launch } from './browser.mjs'
import { around, findWords, loadFonts, picture, settings, small, viewport, waitForTheme } from './page.mjs'
import { say } from './processes.mjs'
import { build, install, root } from './project.mjs'
import { pageUrl, remote, startServer } from './vscode-server.mjs'

let tall = { ...viewport, width: small.width }

// What is pictured: in which file of the sample, and where the hand goes.
let pictures = [
  { name: 'walkthrough/note', file: 'brief.note.md', view: { ...small, height: 560 }, make: read },
  { name: 'walkthrough/source', file: 'sources/wire-0312.source.md', view: small, make: read },
  // Before anything is typed, as files that are not saved are opened again.
  { name: 'first-steps', file: 'brief.note.md', view: { width: 1280, height: 720 }, make: firstSteps },
  { name: 'completion', file: 'draft.note.md', make: page => complete(page, 'According to @') },
  { name: 'actor-card', file: 'brief.note.md', make: page => hover(page, /@anstey(?= argues)/) },
  { name: 'citation-card', file: 'brief.note.md', make: page => hover(page, /\[\^hearing-0226(?=, @okley)/) },
  { name: 'findings', file: 'draft.note.md', view: picture, make: findings },
  { name: 'seeing', file: 'brief.note.md', view: picture, make: seeing },
  { name: 'evidence', file: 'brief.note.md', view: picture, make: evidence },
  { name: 'checklist', file: 'draft.note.md', bars: true, view: picture, make: checklist },
  { name: 'side-bar', file: 'brief.note.md', bars: true, view: picture, make: views },
  {
    name: 'walkthrough/mention',
    file: 'draft.note.md',
    view: tall,
    make: page => complete(page, 'According to @', small)
  },
  {
    name: 'walkthrough/cite',
    file: 'brief.note.md',
    view: { ...tall, width: 800 },
    make: page => hover(page, /\[\^hearing-0226(?=, @okley)/, { ...small, width: 800 })
  },
  { name: 'walkthrough/checklist', file: 'draft.note.md', bars: true, view: small, make: checklist },
  { name: 'walkthrough/views', file: 'brief.note.md', bars: true, view: small, make: views }
]
// The cards of quotations, in a window as large as a user's: in which file, and over which words the pointer rests.
let verdicts = {
  exact: ['brief.note.md', /“ended in/],
  folded: ['brief.note.md', /“until there is/],
  edited: ['brief.note.md', /“We have two crews/],
  altered: ['draft.note.md', /“We will sign/],
  elsewhere: ['draft.note.md', /“inspected once/],
  absent: ['draft.note.md', /“a lighthouse/],
  unchecked: ['draft.note.md', /“follows the paper/],
  speaker: ['draft.note.md', /“I would rather/],
  ambiguous: ['draft.note.md', /“an agreement in/],
  citation: ['brief.note.md', /\[\^harbour-weekly, @dufray/],
  page: ['draft.note.md', /\[\^readiness-report, p\. 4/]
}
for (let [name, [file, words]] of Object.entries(verdicts))
  pictures.push({
    name: `verdict-${name}`,
    file,
    folder: '.vscode-test/verdicts',
    view: picture,
    make: page => cardAt(page, file, words)
  })
let themes = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' }

let wanted = process.argv.slice(2)
let suffixes = wanted.filter(word => word in themes)
if (suffixes.length === 0) suffixes = ['dark', 'light']
wanted = wanted.filter(word => !(word in themes))
let failures = 0
let folders = []
process.on('exit', () => {
  for (let folder of folders) rmSync(folder, { recursive: true, force: true })
})
await install()
await build()
mkdirSync(`${root}/media/walkthrough`, { recursive: true })
let browser = await launch()
for (let suffix of suffixes) for (let bars of [false, true]) await makeAll(suffix, themes[suffix], bars)
await browser.close()
process.exit(failures ? 1 : 0)

async function makeAll(suffix, theme, bars) {
  let own = pictures.filter(
    ({ name, folder, bars: has = false }) =>
      has === bars && (wanted.length ? wanted.some(word => name.includes(word)) : !folder)
  )
  if (!own.length) return
  let folder = mkdtempSync(`${tmpdir()}/provenote-pictures-`)
  folders.push(folder)
  cpSync(`${root}/example`, `${folder}/example`, { recursive: true })
  let server = await startServer({ driven: true, settings: settings(theme, bars) })
  for (let { name, file, view = viewport, folder: to = 'media', make } of own) {
    let path = `${to}/${name}-${suffix}.png`
    let page = await openPage(server, theme, view, `${folder}/example`, file, bars)
    try {
      await page.screenshot({ path: `${root}/${path}`, clip: await make(page, view) })
      say(path)
    } catch (error) {
      failures++
      mkdirSync(`${root}/.vscode-test`, { recursive: true })
      await page.screenshot({ path: `${root}/.vscode-test/failed.png` })
      say(`${path} was not made; .vscode-test/failed.png shows the page. ${error.message}`)
    }
    await page.close()
  }
  await server.stop()
}

// The window shows one note, and no bars unless they are asked for; the note's findings say that the workspace is indexed.
async function openPage(server, theme, viewport, folder, file, bars) {
  let page = await browser.newPage({
    viewport,
    deviceScaleFactor: 1.5,
    colorScheme: theme.includes('Light') ? 'light' : 'dark'
  })
  await page.exposeFunction('codeAutomationLog', () => {})
  await page.exposeFunction('codeAutomationExit', () => {})
  let payload = [
    ['extensionDevelopmentPath', remote(server, root)],
    ['openFile', remote(server, `${folder}/${file}`)],
    ['skipWelcome', 'true']
  ]
  await loadFonts(page)
  await page.goto(pageUrl(server, folder, payload))
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 })
  if (!bars) {
    await page.keyboard.press('Control+b')
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' })
  }
  await waitForTheme(page, theme)
  return page
}

/** Types at the end of the note and waits for the list of suggestions, with the details of the first. */
async function complete(page, text, size = picture) {
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(`\n\n${text.slice(0, -1)}`, { delay: 30 })
  await until(page, '.suggest-widget.visible .monaco-list-row', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.type(text.at(-1))
    return () => page.keyboard.press('Backspace')
  })
  await page.keyboard.press('Control+Space')
  let details = page.locator('.suggest-details-container').first()
  // The key shows the details, or hides them if they were shown already.
  let areShown = await details.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false
  )
  if (!areShown) await page.keyboard.press('Control+Space')
  await details.waitFor()
  await drawOut(page)
  return around(
    page,
    ['.suggest-widget.visible', '.suggest-details-container', '.monaco-editor .cursor'],
    [],
    'end',
    size
  )
}

/** Draws the details at their lower edge until nothing of them is cut off: VS Code makes them too low by a line or two. */
async function drawOut(page) {
  let { x, y, width, height } = await page.locator('.suggest-details-container').boundingBox()
  let docs = await page.locator('.suggest-details .docs').boundingBox()
  let missing = docs.y + docs.height - (y + height)
  if (missing <= 0) return
  let [middle, edge] = [x + width / 2, y + height - 1]
  await page.mouse.move(middle, edge)
  await page.mouse.down()
  await page.mouse.move(middle, edge + missing, { steps: 5 })
  await page.mouse.up()
  await page.mouse.move(middle, 4, { steps: 5 })
  await page.locator('.suggest-details-container .monaco-sash.hover').waitFor({ state: 'detached' })
}

/** Rests on the first words that match and waits for the card. */
async function hover(page, words, size = picture) {
  let spot = await findWords(page, words)
  await until(page, '.monaco-hover:not(.hidden) .hover-contents:not(:has-text("Loading"))', async () => {
    await page.mouse.move(spot.x + spot.width / 2, spot.y + spot.height / 2, { steps: 8 })
    return () => page.mouse.move(spot.x, 2, { steps: 4 })
  })
  return around(page, ['.monaco-hover:not(.hidden)'], [spot], 'middle', size)
}

function whole(_page, view) {
  return { x: 0, y: 0, ...view }
}

/** The file once it is coloured. */
async function read(page, view) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.monaco-editor .view-line')].some(line => {
      let colours = [...line.querySelectorAll('[class*="mtk"]')].map(part => part.className.split(' ')[0])
      return line.textContent.startsWith('title:') && new Set(colours).size > 1
    })
  )
  // What the server says of words, too.
  if (page.url().includes('.note.md')) await page.locator('.codelens-decoration').first().waitFor()
  return whole(page, view)
}

/** Opens the publish checklist from the status bar. */
async function checklist(page, view) {
  let status = page.locator('.statusbar-item', { hasText: 'draft ·' })
  await status.waitFor()
  await widen(page, view)
  await status.click()
  await fold(page, { 'Publish checklist': true, Actors: false, Sources: false, Statements: false })
  await page.locator('.pane-body .monaco-list-row', { hasText: 'quote-' }).first().waitFor()
  return settled(page, view)
}

/** Opens the side bar with the views of the workspace, and in each the lines beneath the first. */
async function views(page, view) {
  await widen(page, view)
  await page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Provenote"]') }).click()
  await fold(page, { 'Publish checklist': false, Actors: true, Sources: true, Statements: true })
  for (let [pane, words] of [
    ['Actors', 'Arven Harbour'],
    ['Statements', 'Key judgements']
  ]) {
    let row = page
      .locator(`.pane:has(.pane-header[aria-label^="${pane}"]) .monaco-list-row`, { hasText: words })
      .first()
    await row.locator('.monaco-tl-twistie').click()
  }
  await page.locator('.monaco-list-row', { hasText: 'Karsa' }).first().waitFor()
  return settled(page, view)
}

/** The window with the mouse out of the way, nothing in it moved, and no view being read anew. */
async function settled(page, view) {
  await page.mouse.move(view.width - 40, view.height / 2, { steps: 4 })
  await page.locator('.activitybar .progress-badge:visible').waitFor({ state: 'detached' })
  await page.evaluate(() => {
    for (let part of document.querySelectorAll('body, .monaco-workbench, .monaco-workbench > *')) part.scrollTop = 0
  })
  return whole(page, view)
}

/** Draws the edge of the side bar to the middle of the window. */
async function widen(page, { width, height }) {
  let { x, width: before } = await page.locator('.part.sidebar').boundingBox()
  await page.mouse.move(x + before + 1, height / 2)
  await page.mouse.down()
  await page.mouse.move(width * 0.48, height / 2, { steps: 8 })
  await page.mouse.up()
}

// Which panes are open is remembered from picture to picture.
async function fold(page, panes) {
  for (let [name, open] of Object.entries(panes)) {
    let header = page.locator(`.pane-header[aria-label^="${name}"]`)
    await header.waitFor()
    // At its left: what is on its right are buttons.
    if ((await header.getAttribute('aria-expanded')) !== String(open))
      await header.click({ position: { x: 10, y: 10 } })
  }
}

/** Opens the walkthrough at its first step. */
async function firstSteps(page, view) {
  await page.keyboard.press('F1')
  await page.keyboard.type('Provenote: First steps')
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'First steps' }).first().click()
  await page.locator('.getting-started-media img').first().waitFor()
  // Without the line below, which speaks of VS Code itself.
  return { ...(await whole(page, view)), height: view.height - 50 }
}

/** Waits for the lines above statements, which come once the workspace is read. */
async function seeing(page) {
  await page.locator('.codelens-decoration a, .codelens-decoration span').first().waitFor({ timeout: 60_000 })
  await page.locator('.codelens-decoration:has-text("source")').first().waitFor({ timeout: 60_000 })
  return { x: 0, y: 0, ...picture }
}

/** Shows what speaks for and against the first judgement. */
async function evidence(page) {
  await seeing(page)
  let spot = await findWords(page, /(?<=Judgement: )\S+/)
  await page.mouse.click(spot.x + spot.width / 2, spot.y + spot.height / 2)
  await page.keyboard.press('Shift+Alt+h')
  await page.locator('.monaco-list-row:has-text("Against")').first().waitFor()
  return { x: 0, y: 0, ...picture }
}

/** Goes to the first line of a file of the sample that holds the words, and rests on them. */
async function cardAt(page, file, words) {
  let lines = readFileSync(`${root}/example/${file}`, 'utf8').split('\n')
  await page.keyboard.press('Control+g')
  await page.keyboard.type(`${lines.findIndex(line => words.test(line)) + 1}`)
  await page.keyboard.press('Enter')
  await hover(page, words)
  // VS Code shows the finding first, and then what we say under it.
  await page.locator('.monaco-hover:not(.hidden) hr').first().waitFor()
  let card = await page.locator('.monaco-hover:not(.hidden)').first().boundingBox()
  let spot = await findWords(page, words)
  let top = Math.max(0, Math.min(spot.y, card.y) - 40)
  return { x: 0, y: top, width: picture.width, height: Math.min(card.height + 90, picture.height - top) }
}

/** Opens the Problems view under the note, at the first finding. */
async function findings(page) {
  await page.keyboard.press('Control+Shift+m')
  await page.locator('.markers-panel .monaco-list-row').nth(1).click()
  return { x: 0, y: 0, ...picture }
}

// The server may still be reading the workspace: what brings nothing is taken back and done again, for half a minute.
async function until(page, selector, act) {
  for (let left = 10; ; left--) {
    let undo = await act()
    try {
      return await page.locator(selector).first().waitFor({ timeout: 3000 })
    } catch (error) {
      if (!left) throw error
      await undo()
    }
  }
}
