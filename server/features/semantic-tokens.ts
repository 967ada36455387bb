import type { Range, SemanticTokensLegend } from 'vscode-languageserver-types'
import {
  type Actor,
  knownVerdictOf,
  likelihoodIn,
  lineAt,
  lineEnd,
  type Note,
  overlaps,
  passes,
  type Quotation,
  type Span,
  type Verdict,
  verdictOf,
  type Workspace
} from '../core'
import { toOffset } from './convert'

/**
 * Types that every editor has a colour for; what is told apart within them are modifiers, which package.json gives colours of their own.
 * Mentions are `class`, citations `variable`, quotations `string`, labels `keyword`, likelihood terms `enumMember`.
 */
export let legend: SemanticTokensLegend = {
  tokenTypes: ['class', 'variable', 'string', 'keyword', 'enumMember'],
  tokenModifiers: ['person', 'organization', 'place', 'treaty', 'unknown', 'verified', 'unverified', 'readonly']
}
type Type = 'class' | 'variable' | 'string' | 'keyword' | 'enumMember'
type Modifier = 'person' | 'organization' | 'place' | 'treaty' | 'unknown' | 'verified' | 'unverified' | 'readonly'

interface Token extends Span {
  type: Type
  modifiers: Modifier[]
}

/**
 * What the words of an open note are, as far as its text alone does not say: mentions by the kind of actor, citations, quotations that
 * their source holds and such that it does not, labels, likelihood terms. Encoded as the protocol wants it. Yields while sources are
 * searched. Of a range nothing is searched: an editor asks for it so that what is in view has its colours at once.
 */
export function* semanticTokens(workspace: Workspace, path: string, range?: Range): Generator<void, number[]> {
  let text = workspace.texts.get(path)
  let note = workspace.note(path)
  if (text === undefined || !note) return []
  let lines = workspace.lines(path)
  let within = range
    ? { from: toOffset(text, lines, range.start), to: toOffset(text, lines, range.end) }
    : { from: 0, to: text.length + 1 }
  let tokens = inNote(workspace, path, note).filter(token => overlaps(token, within))
  for (let quotation of note.quotations)
    if (overlaps(quotation, within))
      tokens.push(
        ofQuotation(
          quotation,
          range ? knownVerdictOf(workspace, note, quotation) : yield* verdictOf(workspace, note, quotation)
        )
      )
  return encode(
    disjoint(tokens).flatMap(token => byLine(text, lines, token)),
    lines
  )
}

function inNote(workspace: Workspace, path: string, note: Note): Token[] {
  let ofActor = (key: string, span: Span): Token => ({
    ...span,
    type: 'class',
    modifiers: kindOf(workspace.actor(key))
  })
  let shown = ({ from, words }: { from: number; words?: string }) =>
    words === undefined ? [] : [{ from: from + 1, to: from + 1 + words.length }]
  return [
    ...note.mentions.flatMap(mention => [
      ...shown(mention).map(span => ofActor(mention.key, span)),
      ofActor(mention.key, { from: mention.keySpan.from - 1, to: mention.keySpan.to })
    ]),
    ...note.citations.map(({ key, keySpan }): Token => {
      let modifiers: Modifier[] = workspace.source(key) ? ['readonly'] : ['unknown']
      return { from: keySpan.from, to: keySpan.to, type: 'variable', modifiers }
    }),
    ...note.citations.flatMap(({ speaker }) =>
      speaker ? [ofActor(speaker.key, { from: speaker.from, to: speaker.to })] : []
    ),
    ...note.statements.map(({ labelSpan: { from, to } }): Token => ({ from, to, type: 'keyword', modifiers: [] })),
    ...likelihoodIn(workspace, path, note).map(
      ({ from, to }): Token => ({ from, to, type: 'enumMember', modifiers: [] })
    )
  ]
}

function kindOf(actor: Actor | undefined): Modifier[] {
  if (!actor) return ['unknown']
  if (actor.schema === 'Person') return ['person']
  if (actor.schema === 'Country' || actor.schema === 'Place') return ['place']
  if (actor.schema === 'Treaty') return ['treaty']
  return actor.schema === '' ? [] : ['organization']
}

function ofQuotation(quotation: Quotation, verdict: Verdict | undefined): Token {
  // What was not compared is neither.
  let compared = verdict?.kind === 'unchecked' ? undefined : verdict
  let modifiers: Modifier[] = !compared ? [] : passes(compared) ? ['verified'] : ['unverified']
  // Of a block quote the words alone: its last line may hold the citation.
  let { from, to } = quotation.kind === 'block' ? quotation.inner : quotation
  return { from, to, type: 'string', modifiers }
}

// Where one lies in another the inner one is kept and the outer one goes around it: editors know no tokens in tokens.
function disjoint(tokens: Token[]): Token[] {
  let sorted = tokens.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from || b.to - a.to)
  let found: Token[] = []
  let open: Token[] = []
  let at = 0
  let upTo = (end: number) => {
    while (open.length > 0 && at < end) {
      let top = open[open.length - 1]
      let to = Math.min(top.to, end)
      if (at < to) found.push({ ...top, from: Math.max(at, top.from), to })
      at = Math.max(at, to)
      if (top.to <= at) open.pop()
    }
    at = Math.max(at, end)
  }
  for (let token of sorted) {
    upTo(token.from)
    open.push(token)
  }
  upTo(Number.MAX_SAFE_INTEGER)
  return found
}

// On each line without the marks of block quotes and the spaces that begin and end it.
function byLine(text: string, lines: Int32Array, token: Token): Token[] {
  let found: Token[] = []
  let [first, last] = [lineAt(lines, token.from), lineAt(lines, token.to)]
  for (let line = first; line <= last; line++) {
    let from = Math.max(token.from, lines[line])
    let to = Math.min(token.to, lineEnd(text, lines, line))
    if (token.type === 'string' && line > first) while (from < to && /[\s>]/.test(text[from])) from++
    while (from < to && /\s/.test(text[from])) from++
    while (to > from && /\s/.test(text[to - 1])) to--
    if (from < to) found.push({ ...token, from, to })
  }
  return found
}

// Five numbers a token: lines and characters from the one before, length, type, modifiers as bits.
function encode(tokens: Token[], lines: Int32Array): number[] {
  let data: number[] = []
  let [lastLine, lastStart] = [0, 0]
  for (let { from, to, type, modifiers } of tokens) {
    let line = lineAt(lines, from)
    let start = from - lines[line]
    let bits = modifiers.reduce((sum, modifier) => sum | (1 << legend.tokenModifiers.indexOf(modifier)), 0)
    data.push(line - lastLine, line === lastLine ? start - lastStart : start)
    data.push(to - from, legend.tokenTypes.indexOf(type), bits)
    lastLine = line
    lastStart = start
  }
  return data
}
