// What the tests need that go by hand-like input in VS Code's page.
import { mkdirSync } from 'node:fs'
import { root } from './project.mjs'

/** Runs tests one by one on a page and notes how each ends; the page of one that failed is pictured. */
export function testsOn(page) {
  let results = []
  let test = async (title, act) => {
    try {
      await act()
      results.push({ title })
    } catch (error) {
      mkdirSync(`${root}/.vscode-test`, { recursive: true })
      await page.screenshot({ path: `${root}/.vscode-test/failed.png` }).catch(() => {})
      results.push({ title, error: error.message })
    }
  }
  return { results, test }
}

/**
 * Runs a command of the palette, and chooses from the lists it shows; anew if one does not come, for lists move under the pointer, and a
 * window that has only just opened takes no key yet.
 */
export async function command(page, name, ...answers) {
  for (let left = 20; ; left--) {
    try {
      await page.keyboard.press('F1')
      await page.locator('.quick-input-widget:visible input').first().waitFor({ timeout: 5000 })
      await page.keyboard.type(name)
      for (let words of [name, ...answers])
        await page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first().click({ timeout: 5000 })
      return
    } catch (error) {
      if (!left) throw error
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
    }
  }
}

export async function openFile(page, name) {
  await page.keyboard.press('Control+p')
  await page.locator('.quick-input-widget:visible input').first().waitFor()
  await page.keyboard.type(name)
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click()
  await page.locator('.tab.active', { hasText: name }).waitFor()
}
