import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma'
import { INITIAL, type IToken, parseRawGrammar, Registry } from 'vscode-textmate'

// The grammars that ours stand on are VS Code's own, as the package tm-grammars carries them.
let root = process.env.ROOT ?? '.'
let files: { [scope: string]: string } = {
  'text.html.markdown.provenote': 'syntaxes/provenote.tmLanguage.json',
  'text.html.markdown.provenote-source': 'syntaxes/provenote-source.tmLanguage.json',
  'text.html.markdown': 'node_modules/tm-grammars/grammars/markdown.json',
  'text.html.derivative': 'node_modules/tm-grammars/grammars/html-derivative.json',
  'text.html.basic': 'node_modules/tm-grammars/grammars/html.json',
  'source.yaml': 'node_modules/tm-grammars/grammars/yaml.json',
  'source.js': 'node_modules/tm-grammars/grammars/javascript.json'
}
let registry = new Registry({
  onigLib: loadWASM(readFileSync(`${root}/node_modules/vscode-oniguruma/release/onig.wasm`)).then(() => ({
    createOnigScanner,
    createOnigString
  })),
  loadGrammar: async scope =>
    files[scope] ? parseRawGrammar(readFileSync(`${root}/${files[scope]}`, 'utf8'), files[scope]) : null
})

/** What our grammar marks in a text, all of it: one line `scope: text` for each piece, `.provenote` and punctuation left out. */
export async function checkNote(text: string, expected: string) {
  assert.equal((await marks('provenote', text)).join('\n'), expected.trim().replace(/^ +/gm, ''))
}

export async function checkSource(text: string, expected: string) {
  assert.equal((await marks('provenote-source', text)).join('\n'), expected.trim().replace(/^ +/gm, ''))
}

/** The scopes of the character after `<|>`, innermost last, the grammar's own name left out. */
export async function checkScopes(text: string, expected: string) {
  let before = text.slice(0, text.indexOf('<|>')).split('\n')
  let tokens = await tokenize('provenote', text.replace('<|>', ''))
  let column = before.at(-1)?.length ?? 0
  let at = tokens[before.length - 1].find(token => token.endIndex > column)
  assert.equal(at?.scopes.slice(1).join(' '), expected)
}

async function marks(language: string, text: string) {
  let found: string[] = []
  let lines = text.split('\n')
  for (let [row, tokens] of (await tokenize(language, text)).entries()) {
    let open: string | undefined
    for (let token of tokens) {
      let own = token.scopes
        .slice(1)
        .filter(scope => /\.provenote$/.test(scope) && !/^(punctuation|meta)\./.test(scope))
      let scope = own.at(-1)?.replace('.provenote', '')
      let piece = lines[row].slice(token.startIndex, token.endIndex)
      if (scope && scope === open) found[found.length - 1] += piece
      else if (scope) found.push(`${scope}: ${piece}`)
      open = scope
    }
  }
  return found
}

async function tokenize(language: string, text: string): Promise<IToken[][]> {
  let grammar = await registry.loadGrammar(`text.html.markdown.${language}`)
  let state = INITIAL
  return text.split('\n').map(line => {
    let { tokens, ruleStack } = grammar!.tokenizeLine(line, state)
    state = ruleStack
    return tokens
  })
}
