import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The page of a rule, Markdown. Pages are shipped as they stand in the repository, beside the folder of the built file. */
export function rulePage(id: string): string {
  return readFileSync(join(__dirname, '../server/core/rules', `${id}.md`), 'utf8')
}

/** What a rule flags, in the first sentence of its page: plain words with Markdown's emphasis, on one line. */
export function flagsLine(page: string): string {
  let [, words = ''] = /^Flags ([\s\S]*?)\n\n/m.exec(page) ?? []
  let line = words.replace(/\s+/g, ' ')
  return line.slice(0, 1).toUpperCase() + line.slice(1).replace(/(?<=[^.])\. \p{Lu}.*$/u, '.')
}
