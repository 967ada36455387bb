import type { Colors } from 'picocolors/types'
import { visible } from './visible'

/** A rule's page for a terminal. It is our own text and uses little of Markdown: headings, paragraphs, fences, lists. */
export function printPage(page: string, colors: Colors, width: number): string {
  let blocks = page.trim().matchAll(/^(`{3,})(.*)\n([\s\S]*?)^\1$|^(#+) (.*)$|^\S.*(?:\n\S.*)*/gm)
  let printed = Array.from(blocks, ([whole, fence, info, body, hashes, title]) => {
    if (fence) return example(info, body, colors)
    if (hashes) return colors.bold(hashes === '#' ? colors.underline(title) : title)
    let items = whole.split(/\n(?=- )/)
    return items.flatMap(item => paragraph(item, colors, width)).join('\n')
  })
  return `${printed.join('\n\n')}\n`
}

function paragraph(text: string, colors: Colors, width: number): string[] {
  let indent = text.startsWith('- ') ? '  ' : ''
  let lines = wrapped(text, width - indent.length)
  return lines.map((line, index) => (index ? indent : '') + inlineMarkdown(line, colors))
}

let titles: { [kind: string]: string } = {
  bad: 'flagged',
  good: 'not flagged',
  fixed: 'after the fix',
  world: 'files beside the examples'
}

function example(info: string, body: string, colors: Colors): string {
  let kind = info.replace('provenote ', '')
  let isMark = (line: string) => /^\s*\^+(?:\s|$)/.test(line)
  let paint = kind === 'bad' ? colors.red : kind === 'world' ? colors.dim : colors.green
  let lines = body
    .trimEnd()
    .split('\n')
    .map(line => `${paint('│')} ${isMark(line) ? colors.yellow(line) : visible(line)}`)
  return [`  ${paint(titles[kind] ?? kind)}`, ...lines.map(line => `  ${line.trimEnd()}`)].join('\n')
}

/** Code and emphasis within a line. */
export function inlineMarkdown(line: string, colors: Colors): string {
  return line.replace(/`([^`]*)`|\*\*([^*]*)\*\*|\*([^*]*)\*/g, (_, code, strong, words) =>
    code !== undefined ? colors.cyan(code || '`') : strong !== undefined ? colors.bold(strong) : colors.italic(words)
  )
}

/** Words on lines of at most `width` characters, as far as they can be; emphasis and code stay whole. */
export function wrapped(text: string, width: number): string[] {
  let lines: string[] = []
  let line = ''
  for (let [word] of text.matchAll(/(?:`[^`]*`|\*[^*\s][^*]*\*|\S)+/g)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line += line ? ` ${word}` : word
  }
  return line ? [...lines, line] : lines
}
