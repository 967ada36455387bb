/** The pages for other editors: what they have a user copy is well-formed, and names only what the package brings. */
import assert from 'node:assert'
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { fileKind, optionsFromSettings } from '../server/core'

interface Helix {
  'language-server': { [name: string]: { command: string; args: string[]; config: { provenote: unknown } } }
  language: { name: string; roots: string[]; 'language-servers': string[] }[]
}

interface Zed {
  lsp: { [server: string]: { settings: { provenote: unknown } } }
  languages: { [language: string]: { language_servers: string[] } }
}

let folder = 'docs/editors'
let read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
let manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; bin: { [name: string]: string } }
let pages = readdirSync(folder).filter(name => name.endsWith('.md'))

function codeOf(page: string, language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(read(page))![1]
}

function checkSettings(settings: unknown) {
  let { options, problems } = optionsFromSettings(settings)
  assert.deepEqual(problems, [])
  assert.equal(options.profile, 'icd203')
}

describe('the pages for other editors', () => {
  it('are those of Emacs, Helix, Neovim and Zed', () => {
    assert.deepEqual(pages, ['emacs.md', 'helix.md', 'neovim.md', 'zed.md'])
  })

  for (let page of pages) {
    it(`${page} names programs that the package installs, and files that the server reads`, () => {
      let words = [...read(page).matchAll(/`([^`\n]+)`/g)].map(found => found[1])
      let programs = words.filter(word => /^provenote(-[a-z-]+)?( [a-z]+)?$/.test(word)).map(word => word.split(' ')[0])
      assert.ok(programs.includes('provenote-language-server'))
      for (let program of programs) assert.ok(manifest.bin[program], program)
      let files = words.filter(word => /^\*?[\w.]*(note|source|actor|actors|sources|provenote)\.(md|yaml)$/.test(word))
      for (let file of files) assert.ok(fileKind(file.replace('*', '/x')) ?? file === 'provenote.yaml', file)
    })

    it(`${page} says whether it was run`, () => {
      assert.match(read(page), /\bour tests\b|\[a test\]\(\.\.\/\.\.\/test\//)
    })

    it(`${page} links to what is there`, () => {
      for (let [, target] of read(page).matchAll(/\]\((?!https?:)([^)#]+)/g))
        assert.ok(readdirSync(`${folder}/${target}`.replace(/\/[^/]*$/, '')).includes(target.split('/').pop()!), target)
    })
  }

  it('have Helix start our server, first of all for Markdown and YAML', () => {
    let { language, 'language-server': servers } = parse(codeOf('helix.md', 'toml')) as unknown as Helix
    assert.deepEqual(Object.keys(servers), ['provenote'])
    let { command, args, config } = servers.provenote
    assert.ok(manifest.bin[command])
    assert.deepEqual(args, ['--stdio'])
    checkSettings(config.provenote)
    assert.deepEqual(
      language.map(own => [own.name, own.roots[0], own['language-servers'][0]]),
      [
        ['markdown', 'provenote.yaml', 'provenote'],
        ['yaml', 'provenote.yaml', 'provenote']
      ]
    )
  })

  it('have Zed start our server for Markdown and YAML', () => {
    let extension = parse(read('zed/extension.toml')) as { id: string; version: string; language_servers: object }
    assert.deepEqual(extension.language_servers, { provenote: { name: 'Provenote', languages: ['Markdown', 'YAML'] } })
    assert.equal(extension.version, manifest.version)
    let crate = parse(read('zed/Cargo.toml')) as { package: { version: string }; lib: object }
    assert.equal(crate.package.version, manifest.version)
    assert.deepEqual(crate.lib, { 'crate-type': ['cdylib'] })
    let [, program] = /\.which\("([^"]+)"\)/.exec(read('zed/src/lib.rs'))!
    assert.ok(manifest.bin[program])
    let { lsp, languages } = JSON.parse(codeOf('zed.md', 'json')) as Zed
    checkSettings(lsp.provenote.settings.provenote)
    for (let name of ['Markdown', 'YAML']) assert.equal(languages[name].language_servers[0], 'provenote')
  })
})
