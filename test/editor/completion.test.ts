import assert from 'node:assert'
import * as vscode from 'vscode'
import { completionsAt, openNew, placeCursorAfter, ready, type, waitFor, write } from './support'

let count = 0

/**
 * Types behind `before`, accepts what the list that comes up by itself offers first, types on, and compares the text.
 * Of “a|b” the cursor stands between a and b at first.
 */
async function checkAccepted(start: string, typed: string, expected: string, then = '') {
  let [before, after = ''] = start.split('|')
  let editor = await openNew(`completion-${count++}.note.md`, before + after)
  let { document } = editor
  placeCursorAfter(editor, before)
  for (let letter of typed) {
    await type(letter)
    // A hand gives the list time to follow; a script would accept what was offered for the letter before.
    await completionsAt(document.uri, editor.selection.active)
  }
  let written = document.getText()
  // The command does nothing until the list is there.
  await waitFor(`a suggestion for “${typed}”`, async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion')
    return document.getText() !== written
  })
  await type(then)
  assert.equal(document.getText(), expected)
}

describe('completion of actors', () => {
  before(async () => {
    await write('more.actors.yaml', 'oystein: {schema: Person, name: Øystein Bråten, alias: [Łucja Żółć]}\n')
    await ready()
    let { document } = await openNew('known.note.md', 'Gap: Where @oyst')
    await waitFor('the new actor is known', async () => {
      let { items } = await completionsAt(document.uri, document.positionAt(document.getText().length))
      return items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'Øystein Bråten')
    })
  })

  it('finds one by the beginning of a name', () =>
    checkAccepted('According to |', '@sunn', 'According to @mehra, yes.', ', yes.'))
  it('finds one by a later word of the name, in any case', () => checkAccepted('So |', '@BRASK', 'So @brask'))
  it('finds one by an alias', () => checkAccepted('', '@theodo', '@anstey'))
  it('finds one without the diacritics', () => checkAccepted('', '@brat', '@oystein'))
  it('finds one by an alias without its diacritics', () => checkAccepted('', '@lucja', '@oystein'))
  it('finds one by its key', () => checkAccepted('The |', '@transport-m', 'The @transport-ministry'))
  it('goes on over a space', () => checkAccepted('', '@karsa li', '@karsa-line'))
  it('leaves the text behind alone', () => checkAccepted('So | said.', '@meh', 'So @mehra said.'))
  it('offers the speaker in a citation', () =>
    checkAccepted('Yes [^hearing-0226, |].', '@okl', 'Yes [^hearing-0226, @okley].'))

  it('shows the card of the first', async () => {
    let { document } = await openNew('cards.note.md', 'Gap: Where @mehr')
    let { items } = await completionsAt(document.uri, document.positionAt(document.getText().length), 1)
    let { value } = items[0].documentation as vscode.MarkdownString
    assert.match(value, /Sunniva Mehra/)
    assert.match(value, /Minister of Transport and Harbours/)
  })
})

describe('completion of sources', () => {
  before(ready)

  it('does not double the bracket that was closed while typing', () =>
    checkAccepted('It fell |', '[^port', 'It fell [^port-stats].', '].'))
  it('closes the bracket if there is none', () => checkAccepted('It fell [|', '^port', 'It fell [^port-stats].', '.'))
  it('finds one by its author, the one cited most first', () =>
    checkAccepted('She said |', '[^corrow', 'She said [^wire-0312]'))
  it('replaces no words behind it', () =>
    checkAccepted('It fell [| and fell', '^port', 'It fell [^port-stats] and fell'))
})

describe('other completion', () => {
  before(ready)

  it('offers labels when asked', async () => {
    let { document } = await openNew('labels.note.md', 'Jud')
    await vscode.commands.executeCommand('cursorEnd')
    await vscode.commands.executeCommand('editor.action.triggerSuggest')
    await waitFor('a suggestion', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion')
      return document.getText() !== 'Jud'
    })
    assert.equal(document.getText(), 'Judgement: ')
  })
  it('goes on from a field to its values, and from an option', async () => {
    for (let [name, text, expected] of [
      ['fields.note.md', '---\nprof', '---\nprofile: icd203'],
      ['fields.actors.yaml', 'oyst:\n  sche', 'oyst:\n  schema: Person']
    ]) {
      let { document } = await openNew(name, text)
      await vscode.commands.executeCommand('cursorBottom')
      await vscode.commands.executeCommand('editor.action.triggerSuggest')
      await waitFor('the field and its first value', async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion')
        return document.getText() === expected
      })
    }
  })
  it('offers attributes', () => checkAccepted('Gap: Who paid? |', '{by', 'Gap: Who paid? {by=2031}', '2031}'))
})
