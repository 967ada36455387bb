// Writes what follows from the language's own tables: the settings in package.json and the schema of provenote.yaml.
// `npm run generate` after a change of server/core/options.ts; test/core/options-schema.test.ts says when it is due.
import { readFileSync, writeFileSync } from 'node:fs'
import * as esbuild from 'esbuild'

let { outputFiles } = await esbuild.build({
  entryPoints: ['server/core/options-schema.ts'],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  write: false
})
let { settingsSchema, configSchema } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)

let manifest = JSON.parse(readFileSync('package.json', 'utf8'))
manifest.contributes.configuration = { title: 'Provenote', properties: settingsSchema() }
// For the YAML extension, if it is installed: completion and hover in provenote.yaml.
manifest.contributes.yamlValidation = [{ fileMatch: 'provenote.yaml', url: './provenote.schema.json' }]
write('package.json', manifest)
write('provenote.schema.json', configSchema())

function write(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}
