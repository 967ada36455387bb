import type { Verdict, Workspace } from '../core'
import { sourceLine } from './describe'
import type { Format } from './format'

/** A verdict in words, which claim no more than was compared. */
export function verdictWords(workspace: Workspace, verdict: Verdict | undefined, format: Format): string {
  if (!verdict) return ''
  switch (verdict.kind) {
    case 'exact':
      return '✓ The source holds these words, character by character.'
    case 'folded':
      return '✓ The source holds these words; only typography differs.'
    case 'edited':
      return '✓ The source holds these words, with the marked omissions and changes allowed for.'
    case 'altered':
      return `✗ The source says it differently: ${differences(verdict, format)}`
    case 'elsewhere':
      return `✗ The cited source does not hold these words. They stand in: ${elsewhere(workspace, verdict, format)}`
    case 'absent':
      return '✗ The source holds neither these words nor a passage like them.'
    case 'unchecked':
      return '? Not compared: there is no captured text to compare with.'
  }
}

function differences({ differences = [] }: Verdict, format: Format): string {
  let shown = differences.map(({ kind, words }) => {
    let text = format.text(words)
    return kind === 'same' ? text : kind === 'written' ? format.struck(text) : format.strong(text)
  })
  return shown.join(' ')
}

function elsewhere(workspace: Workspace, verdict: Verdict, format: Format): string {
  let keys = [...new Set(verdict.passages.map(passage => passage.source))]
  let lines = keys.map(key => {
    let source = workspace.source(key)
    return format.text(source ? sourceLine(source) : key)
  })
  return lines.join('; ')
}
