import type { Span, Yaml, YamlMap } from './model'

/** The labels of the Traffic Light Protocol, version 2.0 (FIRST, 2022), the least restrictive first. */
export let tlpLabels = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED']

/** The label that words were meant as: in another spelling, without `TLP:`, or by the name it had in version 1. */
export function tlpMeant(words: string): string | undefined {
  let bare = words
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^TLP[:-]?/, '')
    .replace(/^AMBER-STRICT$/, 'AMBER+STRICT')
  let label = `TLP:${bare === 'WHITE' ? 'CLEAR' : bare}`
  return tlpLabels.includes(label) ? label : undefined
}

/** How restrictive a label is, by its place in `tlpLabels`; -1 for what is none. */
export let restrictionOf = (words: string | undefined) =>
  words === undefined ? -1 : tlpLabels.indexOf(tlpMeant(words) ?? '')

/** The `tlp` field of a record or a note's front matter. */
export function tlpField(fields: YamlMap): (Span & { value: string }) | undefined {
  let value: Yaml | undefined = fields.fields.find(field => field.key === 'tlp')?.value
  return value?.type === 'scalar' && value.value.trim() !== '' ? value : undefined
}
