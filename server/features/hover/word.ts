import { likelihoodIn, type Note, type Span, touches, type Workspace } from '../../core'
import { formOf } from '../completion/fields'
import { yamlAt, yamlStart } from '../places/yaml-at'
import type { Format } from '../words/format'
import { attributeMeanings, outcomeMeanings } from '../words/meanings'
import { labelCard } from './subject'

/** A word of the language, and what it means. */
export interface WordCard {
  span: Span
  paragraphs: string[]
}

/** The card of a label, a likelihood term or an attribute of a note. */
export function wordCard(workspace: Workspace, path: string, note: Note, offset: number, format: Format) {
  let index = note.statements.findIndex(({ labelSpan }) => touches(labelSpan, offset))
  if (index >= 0)
    return { span: note.statements[index].labelSpan, paragraphs: labelCard(workspace, path, note, index, format) }
  for (let { values } of note.attributes)
    for (let { name, value, from, to } of values) {
      let known = Object.hasOwn(attributeMeanings, name) ? attributeMeanings[name] : undefined
      if (!known || !touches({ from, to }, offset)) continue
      let meaning = name === 'outcome' && Object.hasOwn(outcomeMeanings, value) ? ` (${outcomeMeanings[value]})` : ''
      return { span: { from, to }, paragraphs: [`${format.strong(format.text(name))}: ${known.meaning}${meaning}`] }
    }
  let found = likelihoodIn(workspace, path, note).find(own => touches(own, offset))
  if (!found) return undefined
  let { term, scale } = found
  let row = scale.terms.filter(own => own.row === term.row)
  let shown = row.map(own => {
    let words = `${format.text(own.term)} ${format.text(own.band)}`
    return own === term ? format.strong(words) : words
  })
  return { span: found, paragraphs: [shown.join(' · '), format.faint(format.text(scale.standard))] }
}

let word = /^[\p{L}\p{N}_+-]*(?::(?=[\p{L}\p{N}])[\p{L}\p{N}+]+)*/u

/** The card of a field, or of a value that is one of a choice, in front matter, a list of records or the configuration. */
export function fieldCard(path: string, text: string, offset: number, format: Format): WordCard | undefined {
  let from = yamlStart(path, text, offset)
  let to = offset + word.exec(text.slice(offset, offset + 100))![0].length
  let at = from === undefined ? undefined : yamlAt(text, from, to)
  if (!at?.typed) return undefined
  let form = formOf(path, at.key === undefined ? at.keys : [...at.keys, at.key])
  let { typed } = at
  let meaning =
    at.key !== undefined
      ? form?.values && Object.hasOwn(form.values, typed) && form.values[typed]
      : form?.fields && Object.hasOwn(form.fields, typed) && form.fields[typed].description
  if (!meaning) return undefined
  return { span: { from: to - typed.length, to }, paragraphs: [`${format.strong(format.text(typed))}: ${meaning}`] }
}
