import { levels, type OptionSpec, optionSpecs } from './options'

/** A JSON Schema, as far as it is used here. */
export interface Schema {
  [keyword: string]: unknown
}

/** `contributes.configuration.properties` of the extension's manifest: `provenote.<key>` for each option. */
export function settingsSchema(): { [setting: string]: Schema } {
  // In our order, which begins with what is wanted first; VS Code's own is that of the alphabet.
  let settings = optionSpecs.map((spec, order) => [
    `provenote.${spec.key}`,
    { ...schemaOf(spec, 'markdownDescription'), scope: 'window', order }
  ])
  return {
    ...Object.fromEntries(settings),
    'provenote.trace.server': {
      type: 'string',
      enum: ['off', 'messages', 'verbose'],
      default: 'off',
      markdownDescription: 'Write what the editor and the language server say to one another into the output channel.',
      scope: 'window',
      order: optionSpecs.length
    }
  }
}

/** The JSON Schema of `provenote.yaml`, with nested keys. Dotted ones are read, too, but not offered. */
export function configSchema(): Schema {
  let properties: { [key: string]: Schema } = {}
  for (let spec of optionSpecs) {
    let [group, name] = spec.key.split('.')
    if (name === undefined) properties[group] = schemaOf(spec, 'description')
    else {
      properties[group] ??= { type: 'object', additionalProperties: false, properties: {} }
      let inner = properties[group].properties as { [key: string]: Schema }
      inner[name] = schemaOf(spec, 'description')
    }
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Provenote',
    type: 'object',
    additionalProperties: false,
    properties
  }
}

// VS Code shows Markdown under another keyword than JSON Schema's.
function schemaOf(spec: OptionSpec, description: 'description' | 'markdownDescription'): Schema {
  let about = { [description]: spec.description, default: spec.default }
  let enumDescriptions = description === 'description' ? 'enumDescriptions' : 'markdownEnumDescriptions'
  let choice = (values: { [value: string]: string }) => ({
    type: 'string',
    enum: Object.keys(values),
    [enumDescriptions]: Object.values(values)
  })
  switch (spec.kind) {
    case 'choice':
      return { ...choice(spec.values ?? {}), ...about }
    case 'texts':
      return { type: 'array', items: { type: 'string' }, ...about }
    case 'truth':
      return { type: 'boolean', ...about }
    case 'number':
      return { type: 'integer', minimum: spec.minimum, ...about }
    case 'severities':
      return { type: 'object', additionalProperties: choice(levels), ...about }
  }
}
