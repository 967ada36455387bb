import type { Span } from './model'
import { overlaps } from './span'
import { regionAt, regionsIn } from './standing'
import type { Captured } from './verify'
import type { Workspace } from './workspace'

/** A part of a captured text that looks like none of its author's, and the record's entry that would say so. */
export interface ProposedRegion extends Span {
  kind: 'boilerplate' | 'comments' | 'caption'
  /** The region's first words. */
  opening: string
  /** The first words after it; undefined when it goes to the end. */
  after?: string
}

interface Sign {
  kind: ProposedRegion['kind']
  /** Begins a region where a line begins. */
  pattern: RegExp
  /** How far it goes: its line, or all of the rest. */
  reach: 'line' | 'rest'
}

let line = (words: string) => new RegExp(`^[ \\t#>*_]*(?:${words})[ \\t*_:.…»>-]*\\r?$`, 'gimu')
let start = (words: string) => new RegExp(`^[ \\t#>*_]*(?:${words})`, 'gimu')
let signs: Sign[] = [
  {
    kind: 'comments',
    pattern: line(
      "(?:\\d{1,6} )?(?:readers?[’'] )?comments?(?: \\(\\d{1,6}\\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)"
    ),
    reach: 'rest'
  },
  { kind: 'comments', pattern: start('\\d{1,6} (?:thoughts on|responses to) '), reach: 'rest' },
  {
    kind: 'boilerplate',
    pattern: line(
      'related (?:articles?|stories|news|posts?|topics|coverage|content|reading)|you (?:may|might) also like|(?:more|other) (?:from|stories|news|articles)(?: [^\\n]{1,40})?|recommended(?: for you| reading)?|most (?:read|popular|viewed)|trending(?: now| stories)?|latest (?:news|stories)|about the authors?|read next'
    ),
    reach: 'rest'
  },
  {
    kind: 'boilerplate',
    pattern: start(
      '[([]?(?:the )?(?:views|opinions)(?:,? and (?:views|opinions))?,? (?:and [a-z]{3,20} )?(?:expressed|stated|presented|of (?:the )?(?:authors?|contributors?))|disclaimer:|read the (?:full|original|entire|whole) (?:article|story|text|interview|report)|this (?:article|story|text|essay|interview) (?:was |has been )?(?:first |originally )?(?:published|appeared)|(?:copyright )?(?:©|\\(c\\) ?\\d{4})|copyright \\d{4}|all rights reserved|sign up (?:for|to)|subscribe (?:to|now|today)|share this (?:article|story|page)'
    ),
    reach: 'line'
  },
  {
    kind: 'caption',
    pattern: start(
      '[([](?:photos?|images?|pictures?|photographs?)(?: (?:by|courtesy|credit|from|via)|:)|(?:photos?|images?|pictures?|photographs?)(?: (?:by|courtesy|credit)[^\\n]|:)'
    ),
    reach: 'line'
  }
]

/**
 * Parts of a captured text that its record does not declare and that obviously are not its author's words: related articles, comments,
 * credits, notices. A proposal only: no verdict and no other rule takes it for granted. Costs a few linear searches over the text.
 */
export function proposedRegions(workspace: Workspace, own: Captured): ProposedRegion[] {
  let text = own.text()
  let bodyFrom = own.source.bodyFrom ?? 0
  let declared = regionsIn(workspace, own)
  let found: (Span & Sign)[] = []
  for (let sign of signs) {
    sign.pattern.lastIndex = bodyFrom
    for (let hit = sign.pattern.exec(text); hit; hit = sign.pattern.exec(text)) {
      let from = hit.index + /^[ \t#>*_]*/.exec(hit[0])![0].length
      let end = text.indexOf('\n', hit.index + hit[0].length)
      found.push({ ...sign, from, to: sign.reach === 'rest' || end < 0 ? text.length : end })
      if (sign.reach === 'rest' || found.length > 50) break
    }
  }
  found.sort((a, b) => a.from - b.from)
  let regions: (Span & Sign)[] = []
  for (let own of found) {
    let last = regions.at(-1)
    // The comments begin where they do, inside what goes to the end or not.
    if (last && last.to > own.from && own.kind === 'comments' && last.kind !== 'comments') last.to = own.from
    if (!last || last.to <= own.from) regions.push(own)
  }
  return regions
    .filter(region => !declared.some(other => overlaps(other, region)))
    .flatMap(region => described(own, text, region) ?? [])
}

// The entry by which the region is found again, or undefined where the words that begin or end it stand somewhere before, too.
function described(own: Captured, text: string, { kind, from, to }: Span & Sign): ProposedRegion | undefined {
  let rest = text.slice(to).search(/\S/)
  for (let count of [6, 10, 16]) {
    let opening = firstWords(text.slice(from, Math.min(to, from + 400)), count)
    if (rest < 0) {
      if (regionAt(own, { kind, from: opening })?.from === from) return { kind, from, to, opening }
      continue
    }
    let after = firstWords(text.slice(to + rest, to + rest + 400), count)
    let region = regionAt(own, { kind, from: opening, to: after })
    if (region?.from === from && !region.open && region.to <= to + rest && region.to >= to)
      return { kind, from, to, opening, after }
  }
  return undefined
}

// Whole words of one paragraph, without what Markdown or a page mark would hide.
function firstWords(text: string, count: number): string {
  let words = text
    .split(/\r?\n\s*\r?\n/)[0]
    .trim()
    .split(/\s+/)
  return words.slice(0, count).join(' ')
}
