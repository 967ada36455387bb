import {
  type ClaimToCheck,
  type Note,
  openingAt,
  pageAt,
  pageNamed,
  pagesOf,
  type Rest,
  type Source,
  sentenceAround,
  speakerAt,
  type Verdict,
  type Workspace
} from '../../../core'
import { actorName, authors, sourceTitle, whereAndWhen } from '../../../features/words/describe'
import { verdictWords } from '../../../features/words/verdict-words'
import type { Reported, Suppressed } from '../../report'
import { html, marked, text } from './text'
import { type Mark, wordsOf } from './words'

/** A note and what was found of it, as far as its claims need it. */
export interface Sheet {
  workspace: Workspace
  note: Note
  /** The note's text. */
  text: string
  marks: Mark[]
  /** Before the ids of its claims, which are those of one page. */
  prefix: string
}

/** What was found within one claim. */
export interface Found {
  findings: Reported[]
  suppressed: Suppressed[]
  known: Reported[]
}

/** A claim as rows of a table: the claim beside each source it rests on. */
export function claimRows(sheet: Sheet, claim: ClaimToCheck, number: number, line: number, found: Found): string {
  let id = `${sheet.prefix}${number}`
  let rests = claim.rests.map(rest => restCells(sheet, rest, number))
  if (rests.length === 0) rests.push(`<td colspan="2" class="none">${noSource(claim)}</td>`)
  let span = rests.length > 1 ? ` rowspan="${rests.length}"` : ''
  let label = claim.label ? `<span class="label">${claim.key ? 'Key ' : ''}${claim.label}</span> ` : ''
  let head = `<th scope="row"${span} class="number"><label><input type="checkbox" class="claim"><span class="hidden">Claim </span>${number}</label></th>
<td${span} class="words"><p dir="auto">${label}${wordsOf(sheet, claim)}</p><small>line ${line}</small>${findingsList(found)}</td>`
  let rows = rests.map((cells, index) => `<tr${index ? '' : ` id="${id}"`}>${index ? '' : head}\n${cells}</tr>`)
  return rows.join('\n')
}

function noSource({ unbound, label, itemsCite }: ClaimToCheck): string {
  if (unbound.length > 0) return 'Quoted from no source.'
  if (itemsCite) return 'Rests on the items under it.'
  let own: (string | undefined)[] = ['Gap', 'Assumption', 'Indicator', 'Alternative', 'If wrong']
  return own.includes(label) ? 'The writer’s own; no source is asked for.' : 'No source of its own.'
}

/** What a file says of the rules, as a list; empty if nothing. */
export function findingsList({ findings, suppressed, known }: Found): string {
  let item = ({ severity, rule, message }: Reported, kind: string, more = '') =>
    `<li class="${kind}"><b>${severity === 'information' ? 'note' : severity}</b> ${coded(message)} <code>${rule}</code>${more}</li>`
  let items = [
    ...findings.map(own => item(own, own.severity)),
    ...known.map(own => item(own, 'let', ' – in the baseline')),
    ...suppressed.map(own => item(own, 'let', ` – suppressed: ${text(own.reason) || 'without a reason'}`))
  ]
  return items.length ? `<ul class="findings">${items.join('')}</ul>` : ''
}

let coded = (message: string) => text(message).replace(/`([^`]*)`/g, '<code>$1</code>')

function restCells(sheet: Sheet, rest: Rest, number: number): string {
  let { workspace, note } = sheet
  let citation = note.citations[rest.citation]
  let source = workspace.source(citation.key)
  let about = source
    ? sourceWords(workspace, source)
    : `<b>${text(citation.key)}</b><br><span class="bad">No source has this key.</span>`
  let at = [
    citation.locator && text(sheet.text.slice(citation.locator.from, citation.locator.to)),
    citation.speaker && `said by ${text(actorName(workspace, citation.speaker.key))}`
  ].filter(Boolean)
  let label = `Source ${text(citation.key)} of claim ${number} seen`
  let cited = at.length ? `<p class="at">Cited: ${at.join(', ')}</p>` : ''
  return `<td class="source"><label><input type="checkbox" aria-label="${label}"><span>${about}</span></label>${cited}</td>
<td class="passage">${passages(sheet, rest, citation.key)}</td>`
}

function sourceWords(workspace: Workspace, source: Source): string {
  let lines = [
    aboutSource(source),
    source.reliability && `Reliability ${text(source.reliability)}`,
    `<code>${text(source.key)}</code>${workspace.captured(source.key) ? '' : ' – no captured text'}`
  ]
  return [`<b>${text(sourceTitle(source))}</b>`, ...lines.filter(Boolean)].join('<br>')
}

/** Who published it, where and when, and of what kind it is. */
export function aboutSource(source: Source): string {
  let told = [authors(source), whereAndWhen(source), source.kind].filter(Boolean)
  return told.map(words => text(words!)).join(' · ')
}

function passages(sheet: Sheet, rest: Rest, key: string): string {
  let { workspace, note } = sheet
  if (rest.quotations.length > 0) {
    return rest.quotations
      .map(({ index, verdict }) => verdictPart(workspace, note.quotations[index].words, verdict, key))
      .join('\n')
  }
  let own = workspace.captured(key)
  if (!own) return workspace.source(key) ? '<p class="unsure">? Nothing to compare with: no captured text.</p>' : ''
  if (rest.likely) {
    let { text: words, from, why } = rest.likely
    let shared = why.length ? ` It shares: ${text(why.join(', '))}.` : ''
    return `${opened(workspace, key)}${text(words)}${place(workspace, key, from)}</blockquote>
<p class="unsure">? Nothing is quoted. This passage is the nearest to the claim; whether it supports it is for you to say.${shared}</p>`
  }
  let { locator } = note.citations[rest.citation]
  let page =
    locator?.unit === 'page' ? pageNamed(pagesOf(own.text(), own.source.bodyFrom ?? 0), locator.value) : undefined
  let opening = openingAt(own, page?.from ?? 0)
  return `${opened(workspace, key)}${text(opening.text)}${place(workspace, key, opening.from)}</blockquote>
<p class="unsure">? Nothing is quoted, and no passage is near to the claim. This is how the ${page ? 'page' : 'text'} begins.</p>`
}

let classes: { [kind in Verdict['kind']]: string } = {
  exact: 'good',
  folded: 'good',
  edited: 'good',
  altered: 'bad',
  elsewhere: 'bad',
  absent: 'bad',
  unchecked: 'unsure'
}

function verdictPart(workspace: Workspace, words: string, verdict: Verdict | undefined, key: string): string {
  if (!verdict) return `<p class="unsure">? “${text(words)}” was not compared: no source has this key.</p>`
  let found = verdict.passages.find(passage => passage.source === key) ?? verdict.passages[0]
  let own = found && workspace.captured(found.source)
  let mark = classes[verdict.kind]
  let said = `<p class="${mark}">${verdictWords(workspace, words, verdict, found, html)}</p>`
  if (!own || !found) return `<p>“${text(words)}”</p>${said}`
  let sentence = sentenceAround(own, found)
  let shown = marked(sentence.text, found.from - sentence.from, found.to - sentence.from, mark)
  return `${opened(workspace, found.source)}${shown}${place(workspace, found.source, found.from, key)}</blockquote>${said}`
}

// In the source's own language and direction, so that it is read aloud and laid out as it should be.
function opened(workspace: Workspace, key: string): string {
  let { language = '' } = workspace.source(key) ?? {}
  let lang = /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(language) ? ` lang="${language}"` : ''
  return `<blockquote dir="auto"${lang}>`
}

// Page and speaker, as far as the source says; and the source, if it is not the one that is cited.
function place(workspace: Workspace, key: string, offset: number, cited = key): string {
  let own = workspace.captured(key)!
  let page = pageAt(pagesOf(own.text(), own.source.bodyFrom ?? 0), offset)
  let speaker = speakerAt(workspace, own, offset)
  let name = speaker && (speaker.actor ? actorName(workspace, speaker.actor) : speaker.label)
  let parts = [
    key !== cited && key,
    page && `p. ${page.page}`,
    name && `${name} speaks${speaker?.inferred ? ', as inferred from the turn before' : ''}`
  ].filter(Boolean)
  return parts.length ? `<footer>${text(parts.join(' · '))}</footer>` : ''
}
