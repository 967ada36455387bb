import type { Colors } from 'picocolors/types'
import { visible } from './visible'

/** A patch as it is, so that other tools can apply it; on a terminal nothing in it may steer. */
export function printPatch(patch: string, isTerminal: boolean, colors: Colors): string {
  let paint = (line: string) => {
    let shown = isTerminal ? visible(line) : line
    if (/^(?:---|\+\+\+) /.test(line)) return colors.bold(shown)
    if (line.startsWith('@@')) return colors.cyan(shown)
    return line.startsWith('+') ? colors.green(shown) : line.startsWith('-') ? colors.red(shown) : shown
  }
  return patch.split('\n').map(paint).join('\n')
}
