import { inlineHtmlEnd } from './html'
import type { Inline, Scan } from './inline'

/** A backslash before ASCII punctuation: the next character is text. */
export let escaped: Inline = (scan, at) => (/[!-/:-@[-`{-~]/.test(scan.text.charAt(at + 1)) ? at + 2 : -1)

/** A run of backticks up to the next run of the same length; a run without a partner is text as a whole. */
export let codeSpan: Inline = (scan, at) => {
  let { text } = scan
  let end = at
  while (text.charCodeAt(end) === 96) end++
  scan.backticks ??= backtickRuns(text)
  // An escaped backtick may have shortened the run: then no list has its length.
  let same = scan.backticks.get(end - at) ?? []
  // Runs are met in order, so each is dropped from the list once passed: the whole scan stays linear.
  while (same.length && same[same.length - 1] < end) same.pop()
  let partner = same.at(-1)
  if (partner === undefined) return end
  return opaqueTo(scan, at, partner + end - at)
}

// Starts of the runs of each length, the last one first.
function backtickRuns(text: string) {
  let runs = new Map<number, number[]>()
  for (let run of [...text.matchAll(/`+/g)].reverse()) {
    let starts = runs.get(run[0].length)
    if (starts) starts.push(run.index)
    else runs.set(run[0].length, [run.index])
  }
  return runs
}

let autolink =
  /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\x00-\x20<>]*|[\w.!#$%&'*+/=?^`{|}~-]{1,256}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)>/y

/** An address in angle brackets, an HTML tag or comment. */
export let html: Inline = (scan, at) => {
  autolink.lastIndex = at
  if (autolink.test(scan.text)) return opaqueTo(scan, at, autolink.lastIndex)
  scan.unclosed ??= new Set()
  let end = inlineHtmlEnd(scan.text, at, scan.unclosed)
  if (end < 0) return -1
  if (scan.text.startsWith('<!--', at)) scan.found.comments.push({ from: scan.base + at, to: scan.base + end })
  return opaqueTo(scan, at, end)
}

/** Note that nothing between the offsets has a meaning, and go on behind it. */
export function opaqueTo(scan: Scan, from: number, to: number): number {
  scan.found.opaque.push({ from: scan.base + from, to: scan.base + to })
  return to
}
