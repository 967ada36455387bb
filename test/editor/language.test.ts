import assert from 'node:assert'
import * as vscode from 'vscode'
import { openNew, type, waitFor } from './support'

let count = 0

async function check(typed: string, expected: string) {
  let { document } = await openNew(`language-${count++}.note.md`, '')
  await type(typed)
  assert.equal(document.getText(), expected)
}

describe('the language of notes', () => {
  it('closes a quotation mark, and types over it', () => check('“a b” c', '“a b” c'))
  it('closes straight and angle marks', () => check('("a" «b', '("a" «b»)'))
  it('leaves apostrophes alone', () => check("it's the islanders' boat", "it's the islanders' boat"))
  it('goes on with a list of evidence', () => check('- For: a\nAgainst: b', '- For: a\n- Against: b'))
  it('goes on with a block quote', () => check('> a\nb', '> a\n> b'))

  it('inserts a snippet', async () => {
    let { document } = await openNew('snippet.note.md', '')
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'provenote', name: 'Gap' })
    await waitFor('the snippet is there', () => document.getText() === 'Gap: What is not known.\n')
  })
})
