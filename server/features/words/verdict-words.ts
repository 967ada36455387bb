import { allowedIn, type Folding, foldingsOf, type Passage, type Verdict, type Workspace } from '../../core'
import { sourceLine } from './describe'
import type { Format } from './format'
import { shortened } from './shortened'

/** A verdict in words, which claim no more than was compared, and how the words were found. `passage` is the one that is shown. */
export function verdictWords(
  workspace: Workspace,
  words: string,
  verdict: Verdict | undefined,
  passage: Passage | undefined,
  format: Format
): string {
  let good = format.sign('good')
  let bad = format.sign('bad')
  switch (verdict?.kind) {
    case undefined:
      return ''
    case 'exact':
      return `${good} The source holds these words, character by character.`
    case 'folded':
      return `${good} The source holds these words; ${foldings(workspace, words, passage)}.`
    case 'edited':
      return `${good} The source holds these words, with your marks allowed for${allowed(workspace, words, passage, format)}.`
    case 'altered':
      return `${bad} The source says it differently: ${differences(verdict, format)}`
    case 'elsewhere':
      return `${bad} The cited source does not hold these words. They stand in: ${elsewhere(workspace, verdict, format)}`
    case 'absent':
      return `${bad} The source holds neither these words nor a passage like them.`
    case 'unchecked':
      return `${format.sign('open')} Not compared: there is no captured text to compare with.`
  }
}

// Without line breaks: in notes and sources whose lines are wrapped nearly every quotation has one, and nobody minds.
let foldingWords: { [folding in Folding]?: string } = {
  marks: 'quotation marks',
  dashes: 'dashes',
  spaces: 'spaces',
  'hidden signs': 'hidden signs',
  'page mark': 'a page mark',
  ellipsis: 'an ellipsis',
  ligatures: 'ligatures',
  accents: 'composed accents',
  capital: 'a capital letter',
  stop: 'the stop at the end',
  markdown: 'Markdown’s marks',
  damage: 'words that were split in its capture',
  figures: 'how figures are grouped'
}

function foldings(workspace: Workspace, words: string, passage: Passage | undefined): string {
  let own = passage && workspace.captured(passage.source)
  let found = own ? foldingsOf(own, passage!, words) : []
  if (found.join() === 'line break') return 'only its lines break elsewhere'
  if (found.join() === 'between')
    return 'what stands between them is not the speaker’s: who says it, or what the page sets there'
  let told = found.flatMap(folding => foldingWords[folding] ?? [])
  return `only typography differs${told.length > 0 ? `: ${told.join(', ')}` : ''}`
}

function allowed(workspace: Workspace, words: string, passage: Passage | undefined, format: Format): string {
  let own = passage && workspace.captured(passage.source)
  let text = (words: string) => format.text(`“${shortened(words, 120)}”`)
  let told = (own ? allowedIn(own, passage!, words) : []).flatMap(({ kind, mark, words }) => {
    if (kind === 'omitted') return words ? `${format.text('[…]')} leaves out ${text(words)}` : []
    if (!words) return mark ? `${format.text(mark)} is added` : []
    // A reader takes a figure or a date for the source's.
    let isFigure = !!mark && figure.test(mark) && figure.test(words)
    return `${mark ? format.text(mark) : 'a bracket'} ${isFigure ? 'puts another figure or date in place of' : 'stands for'} ${text(words)}`
  })
  return told.length > 0 ? `: ${told.slice(0, 4).join('; ')}` : ''
}

let figure =
  /\p{N}|(?<!\p{L})(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|[mb]illions?)(?!\p{L})/iu

function differences({ differences = [] }: Verdict, format: Format): string {
  let shown = differences.map(({ kind, words }, index, all) => {
    if (kind === 'written') return format.struck(format.text(words))
    if (kind === 'source') return format.added(format.text(words))
    return format.text(between(words, index === 0, index === all.length - 1))
  })
  return shown.join(' ')
}

// Of many words that are the same, those next to a difference.
function between(words: string, isFirst: boolean, isLast: boolean): string {
  let all = words.split(' ')
  let near = 6
  if (all.length <= 2 * near + 1) return words
  let head = isFirst ? [] : all.slice(0, near)
  let tail = isLast ? [] : all.slice(-near)
  return [...head, '…', ...tail].join(' ')
}

function elsewhere(workspace: Workspace, verdict: Verdict, format: Format): string {
  let keys = [...new Set(verdict.passages.map(passage => passage.source))]
  let lines = keys.slice(0, 3).map(key => {
    let source = workspace.source(key)
    return format.text(source ? sourceLine(source) : key)
  })
  return [...lines, ...(keys.length > 3 ? [`and ${keys.length - 3} more`] : [])].join('; ')
}
