// What taking pictures of VS Code's page needs.
import { readFileSync } from 'node:fs'
import { fonts, vscodeServer } from './tools.mjs'

/** All pictures have this size, so that they stand well side by side. */
export let picture = { width: 1000, height: 620 }

/** A card may take a quarter of the editor's height: in a window this tall it is shown whole. */
export let viewport = { width: picture.width, height: 2000 }

/** Of the walkthrough's pictures, which are shown half as wide. */
export let small = { width: 720, height: 480 }

/** Settings for quiet pictures: nothing on them but the note and what is shown of it; with `bars` the editor's bars, too. */
export function settings(theme, bars = false) {
  return {
    'workbench.colorTheme': theme,
    'workbench.preferredDarkColorTheme': theme,
    'workbench.preferredLightColorTheme': theme,
    'window.autoDetectColorScheme': true,
    'workbench.startupEditor': 'none',
    'telemetry.telemetryLevel': 'off',
    'workbench.activityBar.location': bars ? 'default' : 'hidden',
    'workbench.statusBar.visible': bars,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'window.menuBarVisibility': 'hidden',
    'chat.disableAIFeatures': true,
    // What is typed for one picture must not be in the next.
    'files.autoSave': 'off',
    'git.openRepositoryInParentFolders': 'never',
    'breadcrumbs.enabled': false,
    'editor.fontFamily': 'JetBrains Mono',
    'editor.fontSize': 12,
    'editor.fontLigatures': false,
    'editor.lineHeight': 1.6,
    'editor.minimap.enabled': false,
    'editor.wordWrap': 'on',
    'editor.wordBasedSuggestions': 'off',
    'editor.hover.delay': 100,
    'editor.hover.above': false,
    'editor.cursorBlinking': 'solid',
    'editor.renderLineHighlight': 'none',
    'editor.scrollbar.vertical': 'hidden',
    'editor.overviewRulerBorder': false,
    'editor.lightbulb.enabled': 'off'
  }
}

/** Gives a page fonts of its own before it is opened: a bare machine has none that a user would have. */
export async function loadFonts(page) {
  let folder = await fonts()
  let read = name => readFileSync(`${folder}/${name}/files/${name}-latin-wght-normal.woff2`).toString('base64')
  await page.addInitScript(
    faces => {
      for (let [family, data] of faces) {
        let bytes = Uint8Array.from(atob(data), character => character.charCodeAt(0))
        let face = new FontFace(family, bytes, { weight: '100 900' })
        document.fonts.add(face)
        face.load()
      }
      let sheet = new CSSStyleSheet()
      sheet.replaceSync('.monaco-workbench, .monaco-workbench .monaco-hover { font-family: Inter !important }')
      document.adoptedStyleSheets = [sheet]
    },
    [
      ['Inter', read('inter')],
      ['JetBrains Mono', read('jetbrains-mono')]
    ]
  )
}

/** Serves what VS Code draws previews in from its own build: the page would fetch it from another host. */
export async function serveWebviews(page) {
  let folder = `${await vscodeServer()}/out/vs/workbench/contrib/webview/browser/pre`
  await page.context().route(/^https:\/\/[^/]+\.vscode-cdn\.net\/.*\/webview\/browser\/pre\//, route => {
    let name = new URL(route.request().url()).pathname.split('/').at(-1) || 'index.html'
    return route.fulfill({ path: `${folder}/${name}` })
  })
}

/** Where the first words that match are on the page. Words may go over several of the editor's tokens. */
export async function findWords(page, words) {
  let spot = await page.waitForFunction(
    ([source, flags]) => {
      let top = line => line.getBoundingClientRect().top
      let lines = [...document.querySelectorAll('.monaco-editor .view-line')].sort((a, b) => top(a) - top(b))
      for (let line of lines) {
        // The editor writes spaces as no-break spaces.
        let found = new RegExp(source, flags).exec(line.textContent.replaceAll('\u00a0', ' '))
        if (!found) continue
        let range = document.createRange()
        let offset = 0
        let walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          let from = found.index - offset
          let to = from + found[0].length
          if (from >= 0 && from < node.length) range.setStart(node, from)
          if (to > 0 && to <= node.length) range.setEnd(node, to)
          offset += node.length
        }
        let { x, y, width, height } = range.getClientRects()[0]
        return { x, y, width, height }
      }
    },
    [words.source, words.flags]
  )
  return spot.jsonValue()
}

/** The part of the page, as large as a picture, in whose middle (or at whose end) some elements and boxes are. */
export async function around(page, selectors, boxes = [], where = 'middle', size = picture) {
  let all = [...boxes]
  for (let selector of selectors)
    for (let element of await page.locator(selector).all()) all.push(await element.boundingBox())
  all = all.filter(box => box?.height)
  let top = Math.min(...all.map(box => box.y))
  let bottom = Math.max(...all.map(box => box.y + box.height))
  let room = size.height - (bottom - top)
  if (room < 0) throw Error('What is shown is too large for the picture.')
  let y = Math.min(Math.max(0, top - (where === 'middle' ? room / 2 : room - 16)), viewport.height - size.height)
  return { x: 0, y: Math.round(y), ...size }
}

/** Waits until the page shows a theme: it opens in another, and changes a while after the editor is there. */
export function waitForTheme(page, theme) {
  let name = theme.replace('Default High Contrast', 'hc_black').toLowerCase().replaceAll(' ', '_')
  return page.locator(`.monaco-workbench.vscode-theme-defaults-themes-${name}-json`).waitFor()
}
