// `npm run screenshots`: makes the pictures of the README and the walkthrough, media/**/*.png, by hand-like input in VS Code's
// page, in a dark and a light theme. `-- completion` makes only the pictures whose name holds the word; `-- verdict` those
// of the card of each verdict and `-- look` those of whatever else is to be looked at now and then, in .vscode-test;
// `-- verdict contrast` those in one theme.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { launch } from './browser.mjs'
import {
  altered,
  cardAt,
  checklist,
  complete,
  drag,
  evidence,
  findings,
  firstSteps,
  fixes,
  hover,
  merge,
  preview,
  read,
  seeing,
  support,
  views
} from './hands.mjs'
import { loadFonts, picture, serveWebviews, settings, small, viewport, waitForTheme } from './page.mjs'
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
  exact: ['brief.note.md', /“until there is/],
  wrapped: ['brief.note.md', /“ended in/],
  folded: ['brief.note.md', /“the first boats/],
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
// Two records of one man, and a note that has both.
let twins = {
  'late.actors.yaml': 'vell:\n  schema: Person\n  name: Corin Vell\nvelle:\n  schema: Person\n  name: Korin Velle\n',
  'late.note.md': 'Gap: What @velle told @vell.\n'
}
// What is looked at as well: lists, menus and what comes of them.
let looks = {
  quotation: {
    file: 'draft.note.md',
    make: page => complete(page, 'She told them that “the first boats ')
  },
  relied: { file: 'draft.note.md', make: page => complete(page, 'The talks are over [^wire-0312, "The talks ') },
  support: {
    file: 'draft.note.md',
    view: picture,
    make: page => support(page, 'draft.note.md', /its crews on the books/)
  },
  fixes: { file: 'draft.note.md', view: picture, make: page => fixes(page, 'draft.note.md', /(?<=“We )will sign/) },
  altered: { file: 'draft.note.md', view: picture, make: page => altered(page) },
  marked: { file: 'draft.note.md', view: picture, make: page => altered(page, 'Mark what is changed') },
  preview: { file: 'brief.note.md', view: picture, make: page => preview(page) },
  endnotes: { file: 'brief.note.md', view: picture, make: page => preview(page, '.provenote-notes') },
  drag: { file: 'draft.note.md', bars: true, view: picture, make: drag },
  merge: { file: 'brief.note.md', files: twins, view: { width: 1280, height: 800 }, make: page => merge(page) },
  merged: { file: 'brief.note.md', files: twins, view: { width: 1280, height: 800 }, make: page => merge(page, true) }
}
for (let [name, own] of Object.entries(looks))
  pictures.push({ name: `look-${name}`, folder: '.vscode-test/looks', ...own })
let themes = { dark: 'Dark Modern', light: 'Light Modern', contrast: 'Default High Contrast' }

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
// By another way than its own: VS Code takes any theme below an extension in development for one of its, and shows it; ours has VS Code
// itself below it.
let extension = `${mkdtempSync(`${tmpdir()}/provenote-extension-`)}/provenote`
folders.push(dirname(extension))
symlinkSync(root, extension)
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
  let server = await startServer({ driven: true, settings: settings(theme, bars) })
  for (let { name, file, view = viewport, folder: to = 'media', files = {}, make } of own) {
    let path = `${to}/${name}-${suffix}.png`
    // A folder of its own: what is typed and not saved is there when a folder is opened again.
    let folder = mkdtempSync(`${tmpdir()}/provenote-pictures-`)
    folders.push(folder)
    cpSync(`${root}/example`, `${folder}/example`, { recursive: true })
    for (let [path, text] of Object.entries(files)) writeFileSync(`${folder}/example/${path}`, text)
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
    ['extensionDevelopmentPath', remote(server, extension)],
    ['openFile', remote(server, `${folder}/${file}`)],
    ['skipWelcome', 'true']
  ]
  await loadFonts(page)
  await serveWebviews(page)
  await page.goto(pageUrl(server, folder, payload))
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 })
  if (!bars) {
    await page.keyboard.press('Control+b')
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' })
  }
  await waitForTheme(page, theme)
  return page
}
