import { CompletionItemKind } from 'vscode-languageserver-types'
import { type Note, type Scale, scales, type Workspace } from '../../core'
import { type Completer, isOpaque } from './index'

/** The terms of likelihood of the note's standard, in a judgement or forecast, once two letters of one are written. */
export let likelihoodTerms: Completer = ({ workspace, path, note, before, offset }) => {
  if (!note || isOpaque(note, offset) || !isForecasting(note, offset)) return undefined
  let scale = scaleOf(workspace, path)
  let words = /(?:^|[^\p{L}\p{N}@-])((?:\p{L}+ ){0,3}\p{L}+)$/u.exec(before)?.[1]
  if (!scale || !words) return undefined
  // Of “are very li”, “very li” begins a term: the longest end that does is what was meant.
  for (let typed = words; typed; typed = typed.replace(/^\S+ ?/, '')) {
    let small = typed.toLowerCase()
    let fitting = termsOf(scale).filter(({ form }) => form.startsWith(small) && form !== small)
    if (small.length < 2 || fitting.length === 0) continue
    return fitting.map(({ form, band }) => ({
      label: form,
      kind: CompletionItemKind.EnumMember,
      description: `${band} · ${scale.standard}`,
      insert: typed + form.slice(typed.length),
      typed: typed.length,
      filter: typed + form.slice(typed.length)
    }))
  }
  return undefined
}

/** The likelihood scale of the standard that the note is checked against, if that has one. */
export function scaleOf(workspace: Workspace, path: string): Scale | undefined {
  let profile = workspace.note(path)?.frontMatter?.profile ?? workspace.optionsFor(path).profile
  return scales.get(profile)
}

/** Every form of every term with its band, in the order of the scale. */
export function termsOf(scale: Scale): { form: string; band: string }[] {
  return scale.terms.flatMap(({ term, forms, band }) => [term, ...forms].map(form => ({ form, band })))
}

function isForecasting(note: Note, offset: number): boolean {
  if (note.quotations.some(quotation => quotation.from < offset && offset < quotation.to)) return false
  let block = note.blocks.find(block => block.from <= offset && offset <= block.to)
  let label = block?.statement === undefined ? undefined : note.statements[block.statement].label
  return label === 'Judgement' || label === 'Forecast' || label === 'Alternative'
}
