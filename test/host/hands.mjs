// What a hand does in VS Code's page before a picture is taken: each returns the part of the page that is pictured.
import { readFileSync } from 'node:fs'
import { around, findWords, picture } from './page.mjs'
import { root } from './project.mjs'

/** Types at the end of the note and waits for the list of suggestions, with the details of the first. */
export async function complete(page, text, size = picture) {
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
  // Whatever the server says anew may have closed the list.
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor({ timeout: 3000 })
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
export async function hover(page, words, size = picture) {
  return around(page, ['.monaco-hover:not(.hidden)'], [await restOn(page, words)], 'middle', size)
}

/** Where the words are, once the card over them is shown. Lines move down as those above statements come. */
async function restOn(page, words) {
  for (let left = 5; ; left--) {
    await page.waitForFunction(() => {
      let lines = [...document.querySelectorAll('.codelens-decoration')]
      return lines.length > 0 && lines.every(line => line.textContent.trim())
    })
    let spot
    await until(page, '.monaco-hover:not(.hidden) .hover-contents:not(:has-text("Loading"))', async () => {
      spot = await findWords(page, words)
      await page.mouse.move(spot.x + spot.width / 2, spot.y + spot.height / 2, { steps: 8 })
      return () => page.mouse.move(spot.x, 2, { steps: 4 })
    })
    if ((await findWords(page, words)).y === spot.y) return spot
    if (!left) throw Error('The words do not stay where they are.')
    await page.mouse.move(spot.x, 2, { steps: 4 })
    await page.locator('.monaco-hover:not(.hidden)').waitFor({ state: 'detached' })
  }
}

function whole(_page, view) {
  return { x: 0, y: 0, ...view }
}

/** The file once it is coloured. */
export async function read(page, view) {
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
export async function checklist(page, view) {
  let status = page.locator('.statusbar-item', { hasText: 'draft ·' })
  await status.waitFor()
  await widen(page, view)
  await status.click()
  await fold(page, { 'Publish checklist': true, Actors: false, Sources: false, Statements: false })
  await page.locator('.pane-body .monaco-list-row', { hasText: 'quote-' }).first().waitFor()
  return settled(page, view)
}

/** Opens the side bar with the views of the workspace, and in each the lines beneath the first. */
export async function views(page, view) {
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

/** Opens the walkthrough at its first step with a picture. */
export async function firstSteps(page, view) {
  await page.keyboard.press('F1')
  await page.keyboard.type('Provenote: First steps')
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'First steps' }).first().click()
  await page.locator('.getting-started-step', { hasText: 'Write a note' }).click()
  await page.locator('.getting-started-media img').first().waitFor()
  // Without the line below, which speaks of VS Code itself.
  return { ...(await whole(page, view)), height: view.height - 50 }
}

/** Waits for the lines above statements, which come once the workspace is read. */
export async function seeing(page) {
  await page.locator('.codelens-decoration a, .codelens-decoration span').first().waitFor({ timeout: 60_000 })
  await page.locator('.codelens-decoration:has-text("source")').first().waitFor({ timeout: 60_000 })
  return { x: 0, y: 0, ...picture }
}

/** Shows what speaks for and against the first judgement. */
export async function evidence(page) {
  await seeing(page)
  await clickOn(page, /(?<=Judgement: )\S+/)
  await page.keyboard.press('Shift+Alt+h')
  await page.locator('.monaco-list-row:has-text("Against")').first().waitFor()
  return { x: 0, y: 0, ...picture }
}

/** Goes to the first line of a file of the sample that holds the words. */
async function goTo(page, file, words) {
  let lines = readFileSync(`${root}/example/${file}`, 'utf8').split('\n')
  await page.keyboard.press('Control+g')
  await page.keyboard.type(`${lines.findIndex(line => words.test(line)) + 1}`)
  await page.keyboard.press('Enter')
}

/** Rests on words of a file of the sample; the picture shows the card with the lines next to it. */
export async function cardAt(page, file, words) {
  await seeing(page)
  await goTo(page, file, words)
  let spot = await restOn(page, words)
  // VS Code shows the finding first, and then what we say under it.
  await page.locator('.monaco-hover:not(.hidden) hr').first().waitFor()
  let card = await page.locator('.monaco-hover:not(.hidden)').first().boundingBox()
  let top = Math.max(0, Math.min(spot.y, card.y) - 40)
  return { x: 0, y: top, width: picture.width, height: Math.min(card.height + 90, picture.height - top) }
}

/** Opens the Problems view under the note, at the first finding. */
export async function findings(page) {
  await seeing(page)
  await page.keyboard.press('Control+Shift+m')
  await page.locator('.markers-panel .monaco-list-row').nth(1).click()
  return { x: 0, y: 0, ...picture }
}

async function clickOn(page, words) {
  let spot = await findWords(page, words)
  await page.mouse.click(spot.x + spot.width / 2, spot.y + spot.height / 2)
}

/** Asks for passages that support the sentence of some words. */
export async function support(page, file, words) {
  await seeing(page)
  await goTo(page, file, words)
  await clickOn(page, words)
  await page.keyboard.press('F1')
  await page.keyboard.type('Provenote: Find support')
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Find support' }).first().click()
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '“' }).first().waitFor()
  return whole(page, picture)
}

/** Opens the menu of quick fixes of the finding on some words of the file. */
export async function fixes(page, file, words) {
  await goTo(page, file, words)
  await menu(page, words)
  return whole(page, picture)
}

/** Writes a quotation with a word of the writer's own; the menu, and with `choose` what comes of an entry. */
export async function altered(page, choose) {
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\nShe said “the first ships will sail in May” [^wire-0312].\n\n\n\n\n\n\n')
  await menu(page, /ships/)
  if (!choose) return whole(page, picture)
  await page.locator('.action-widget .monaco-list-row', { hasText: choose }).click()
  await page.locator('.action-widget .monaco-list-row').first().waitFor({ state: 'detached' })
  await findWords(page, /“the first \[/)
  return whole(page, picture)
}

async function menu(page, words) {
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 })
  await clickOn(page, words)
  await until(page, '.action-widget .monaco-list-row:has-text("“")', async () => {
    await page.keyboard.press('Control+.')
    return () => page.keyboard.press('Escape')
  })
}

/** Merges two actors, up to the preview of what would change; with `agreed` all of it is ticked and applied. */
export async function merge(page, agreed) {
  await seeing(page)
  await page.keyboard.press('F1')
  await page.keyboard.type('Provenote: Merge')
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Merge' }).first().click()
  for (let name of ['Corin Vell', 'Korin Velle']) {
    await page.locator('.quick-input-title', { hasText: name === 'Corin Vell' ? 'stays' : 'becomes' }).waitFor()
    await page.keyboard.type(name)
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor()
    await page.keyboard.press('Enter')
  }
  await page.locator('.refactor-preview, [id="refactorPreview"]').first().waitFor()
  if (!agreed) return whole(page, { width: 1280, height: 800 })
  for (let file of ['late.actors.yaml', 'late.note.md']) {
    await page
      .locator('.refactor-preview .monaco-list-row, .pane-body .monaco-list-row', { hasText: file })
      .first()
      .click()
    await page.keyboard.press('Space')
  }
  await page.getByRole('button', { name: 'Apply' }).first().click()
  await findWords(page, /alias/)
  return whole(page, { width: 1280, height: 800 })
}

/** Opens the preview over the note, at its beginning or where an element is. */
export async function preview(page, selector) {
  await seeing(page)
  await page.keyboard.press('Control+Shift+v')
  let inner = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
  // It shows keys until the server has said the names.
  await inner
    .locator('.provenote-mention:not(:has-text("@"))', { hasText: 'Republic of Arven' })
    .first()
    .waitFor({ timeout: 60_000 })
  if (selector)
    await inner
      .locator(selector)
      .first()
      .evaluate(element => element.scrollIntoView())
  return whole(page, picture)
}

/** Drags a line of the actors' view into the note. VS Code wants no key held. */
export async function drag(page, view) {
  await views(page, view)
  let row = page
    .locator('.pane:has(.pane-header[aria-label^="Actors"]) .monaco-list-row', { hasText: 'Ansel Dufray' })
    .first()
  let from = await row.boundingBox()
  let to = await findWords(page, /(?<=brief on the )date/)
  await page.mouse.move(from.x + 60, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + 90, from.y + from.height / 2 + 4, { steps: 4 })
  await page.mouse.move(to.x + 2, to.y + to.height / 2, { steps: 12 })
  await page.mouse.up()
  await findWords(page, /@dufray/)
  return whole(page, view)
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
