import { actorFields, fileKind, levels, optionSpecs, profiles, rules, type Shape, sourceFields } from '../../core'

/** What may stand somewhere in YAML: the part of a shape that can be offered. */
export interface Form extends Pick<Shape<unknown>, 'types' | 'values' | 'isActor'> {
  fields?: { [name: string]: { description: string; shape: Form } }
  each?: Form
}

/** What may stand under some keys, the outermost first, of a file of records or configuration, or of a file's front matter. */
export function formOf(path: string, keys: readonly string[]): Form | undefined {
  let kind = fileKind(path)
  let form = kind && forms[kind]
  for (let key of keys) {
    let known = form?.fields && Object.hasOwn(form.fields, key) ? form.fields[key].shape : undefined
    form = known ?? form?.each
  }
  return form
}

type Fields = NonNullable<Form['fields']>
let mapping = (fields: Fields): Form => ({ types: ['map'], fields })
let choice = (values?: { [value: string]: string }): Form => ({ types: ['scalar'], values })
let said = (description: string, shape: Form = choice()) => ({ description, shape })

let labels = {
  'TLP:RED': 'For individual recipients only.',
  'TLP:AMBER+STRICT': 'For the recipients’ organization.',
  'TLP:AMBER': 'For the recipients’ organization and its clients.',
  'TLP:GREEN': 'For the community.',
  'TLP:CLEAR': 'For everybody.'
}
let tlp = said('TLP 2.0 label: how far it may be passed on.', choice(labels))
let key = said('What notes call it by; without it, the file’s name.')

let note: Fields = {
  title: said('What the note is called.'),
  date: said('When it was written, an ISO date.'),
  'as-of': said('The information cut-off date.'),
  author: said('Who wrote it.'),
  status: said('draft or final.', choice({ draft: 'Still being written.', final: 'Held to the stricter severities.' })),
  profile: said('The standard it is checked against.', choice(profiles)),
  tlp,
  style: said('A CSL style for its endnotes.')
}
let source: Fields = { ...sourceFields, tlp }

let config: Fields = {}
for (let { key, description, kind, values } of optionSpecs) {
  let [group, name] = key.split('.')
  let own = kind === 'truth' ? { true: '', false: '' } : values
  let byRule = () => mapping(Object.fromEntries(rules.map(({ id, standard }) => [id, said(standard, choice(levels))])))
  let form: Form = kind === 'severities' ? byRule() : kind === 'texts' ? { types: ['scalar', 'list'] } : choice(own)
  if (name === undefined) config[group] = said(description, form)
  else {
    config[group] ??= said('', mapping({}))
    config[group].shape.fields![name] = said(description, form)
  }
}

let forms: { [kind: string]: Form | undefined } = {
  note: mapping(note),
  source: mapping({ key, ...source }),
  actor: mapping({ key, ...actorFields }),
  sources: { types: ['map'], each: mapping(source) },
  actors: { types: ['map'], each: mapping(actorFields) },
  config: mapping(config)
}
